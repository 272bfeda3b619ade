import { describe, expect, it } from 'vitest';
import { clickerMove, deckCommand, type KeyOwner } from './keys.ts';

const press = (
  key: string,
  held: Partial<Record<'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey', boolean>> = {},
  owner: KeyOwner = 'nothing',
) =>
  deckCommand(
    { key, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...held },
    owner,
  );

describe('keys of the deck', () => {
  it.each([
    ['ArrowRight', 'next'],
    ['PageDown', 'next'],
    [' ', 'next'],
    ['ArrowLeft', 'previous'],
    ['PageUp', 'previous'],
    ['b', 'blank'],
    ['B', 'blank'],
    ['.', 'blank'],
    ['g', 'jump'],
    ['o', 'overview'],
    ['f', 'full-screen'],
    ['l', 'lab'],
    ['L', 'lab'],
    ['?', 'help'],
    ['w', 'white'],
    ['s', 'presenter'],
    ['n', 'panel'],
    ['d', 'draw'],
    ['p', 'pointer'],
  ])('%s → %s', (key, command) => expect(press(key)).toBe(command));

  it('L opens the lab and is not "next"', () => expect(press('l')).not.toBe('next'));
  it('Shift and Space go back', () => expect(press(' ', { shiftKey: true })).toBe('previous'));
  it.each(['q', 'e', 'toString', 'Tab', 'F5'])('%s is nobody’s', (key) =>
    expect(press(key)).toBeNull(),
  );

  it('leaves the browser its own keys', () => {
    expect(press('f', { ctrlKey: true })).toBeNull();
    expect(press('ArrowLeft', { altKey: true })).toBeNull();
    expect(press('l', { metaKey: true })).toBeNull();
  });

  it('leaves a field, a button and a slider theirs', () => {
    expect(press('l', {}, 'text')).toBeNull();
    expect(press(' ', {}, 'button')).toBeNull();
    expect(press('Enter', {}, 'button')).toBeNull();
    expect(press('ArrowRight', {}, 'button')).toBe('next');
    expect(press('ArrowRight', {}, 'arrows')).toBeNull();
    expect(press('l', {}, 'arrows')).toBe('lab');
  });

  it('a clicker moves the lecture from a slider too, but not out of a text', () => {
    const click = (key: string, owner: KeyOwner, held = {}) =>
      clickerMove(
        { key, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...held },
        owner,
      );
    expect([
      click('PageDown', 'arrows'),
      click('PageUp', 'button'),
      click('PageDown', 'text'),
      click('ArrowRight', 'nothing'),
      click('PageDown', 'nothing', { ctrlKey: true }),
    ]).toEqual(['next', 'previous', null, null, null]);
  });
});
