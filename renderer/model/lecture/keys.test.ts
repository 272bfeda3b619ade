import { describe, expect, it } from 'vitest';
import type { KeyOwner } from './key-owner.ts';
import { isClick, lectureCommand, type KeyPlace, type Layout } from './keys.ts';

type Held = Partial<Record<'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey', boolean>>;

const deck: KeyPlace = { layout: 'deck', presenting: false, owner: 'nothing' };
const at = (place: Partial<KeyPlace>): KeyPlace => ({ ...deck, ...place });
const press = (key: string, place: KeyPlace = deck, held: Held = {}, code?: string) =>
  lectureCommand(
    { key, code, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...held },
    place,
  );
const owned = (key: string, owner: KeyOwner, place: Partial<KeyPlace> = {}) =>
  press(key, at({ ...place, owner }));

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
    ['F5', 'start'],
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
  it('Shift and Space go back', () =>
    expect(press(' ', deck, { shiftKey: true })).toBe('previous'));
  it.each(['q', 'e', 'toString', 'Tab', 'F6'])('%s is nobody’s', (key) =>
    expect(press(key)).toBeNull(),
  );

  it('leaves the browser its own keys', () => {
    expect(press('f', deck, { ctrlKey: true })).toBeNull();
    expect(press('ArrowLeft', deck, { altKey: true })).toBeNull();
    expect(press('l', deck, { metaKey: true })).toBeNull();
    expect(press('F5', deck, { ctrlKey: true })).toBeNull();
  });

  it('leaves a field, a button and a slider theirs', () => {
    expect(owned('l', 'text')).toBeNull();
    expect(owned('w', 'number')).toBeNull();
    expect(owned(' ', 'button')).toBeNull();
    expect(owned('Enter', 'button')).toBeNull();
    expect(owned('ArrowRight', 'button')).toBe('next');
    expect(owned('ArrowRight', 'arrows')).toBeNull();
    expect(owned('l', 'arrows')).toBe('lab');
    expect(owned('Escape', 'popup')).toBeNull();
  });
});

describe('Safe on stage: keys, one rule for all layouts', () => {
  const layouts: Layout[] = ['deck', 'beside', 'lab', 'presenter'];
  const clicks = [
    ['PageDown', 'next'],
    ['PageUp', 'previous'],
    ['b', 'blank'],
    ['.', 'blank'],
    ['F5', 'start'],
  ] as const;

  it('while presenting a clicker has the lecture in every layout, from a slider, a button and a popup', () => {
    for (const layout of layouts)
      for (const owner of ['nothing', 'arrows', 'button', 'popup'] as const)
        for (const inLab of [false, true])
          for (const [key, command] of clicks)
            expect(owned(key, owner, { layout, presenting: true, inLab }), `${layout} ${key}`).toBe(
              command,
            );
  });

  it('beside a hands field page keys turn, and what is typed is typed', () => {
    expect(owned('PageDown', 'number')).toBe('next');
    expect(owned('.', 'number')).toBeNull();
    expect(owned('PageDown', 'text', { presenting: true })).toBeNull();
  });

  it('a number is no text: B blanks from its field, and the point where it is no decimal point', () => {
    const given = { layout: 'lab', presenting: true, inLab: true } as const;
    for (const place of [deck, at({ layout: 'presenter' }), at(given)]) {
      expect(owned('b', 'number', place)).toBe('blank');
      expect(owned('b', 'whole', place)).toBe('blank');
      expect(owned('.', 'whole', place)).toBe('blank');
      expect(owned('.', 'number', place)).toBeNull();
      expect(owned('b', 'text', place)).toBeNull();
      // No clicker sends the others, and what is no digit is a slip there.
      for (const key of ['w', 'd', 'g', '?', 's', '5', ','])
        expect(owned(key, 'whole', place), key).toBeNull();
    }
    // Alone in a lab nobody is shown a black screen for a slip of the hand.
    expect(owned('b', 'whole', { layout: 'lab' })).toBeNull();
    expect(owned('.', 'whole', { layout: 'beside', inLab: true })).toBeNull();
  });

  it('a dialog has all keys but a clicker’s, and those only while a lecture is given', () => {
    for (const layout of layouts) {
      const given = { layout, presenting: true } as const;
      for (const [key, command] of clicks) {
        expect(owned(key, 'dialog', given), `${layout} ${key}`).toBe(command);
        if (key !== 'F5') expect(owned(key, 'dialog', { layout }), `${layout} ${key}`).toBeNull();
      }
      for (const key of ['w', 'd', 'l', 'g', '?', 'Escape', 'ArrowRight', ' ', 'Enter', 'Home'])
        expect(owned(key, 'dialog', given), key).toBeNull();
      expect(owned('b', 'dialog', { ...given, letters: false })).toBeNull();
    }
  });

  it('F5 and Shift+F5 never reload, not even out of a text', () => {
    for (const owner of ['text', 'number', 'arrows', 'nothing'] as const)
      for (const shiftKey of [false, true])
        expect(press('F5', at({ owner }), { shiftKey })).toBe('start');
  });

  it('alone in a lab page keys scroll and arrows stay', () => {
    expect(owned('PageDown', 'nothing', { layout: 'lab' })).toBeNull();
    expect(owned('ArrowRight', 'nothing', { layout: 'lab' })).toBeNull();
    expect(owned('PageDown', 'arrows', { layout: 'beside', inLab: true })).toBeNull();
    expect(owned('PageDown', 'nothing', { layout: 'beside' })).toBe('next');
    expect(owned('F5', 'nothing', { layout: 'lab' })).toBeNull();
  });

  it('blank, pen and pointer work in every layout', () => {
    for (const layout of layouts) {
      const said = ['b', 'w', 'd', 'p'].map((key) => owned(key, 'arrows', { layout, inLab: true }));
      expect(said).toEqual(['blank', 'white', 'draw', 'pointer']);
    }
  });

  it('arrows and Space are the lecture’s in a lab over the whole window while one is given', () => {
    const place = { layout: 'lab', presenting: true } as const;
    expect(owned('ArrowRight', 'nothing', place)).toBe('next');
    expect(owned(' ', 'nothing', place)).toBe('next');
    expect(owned('ArrowRight', 'arrows', place)).toBeNull();
  });

  it('single letters and signs can be switched off; page keys, arrows and F5 stay', () => {
    const off = at({ letters: false });
    for (const key of ['b', '.', 'g', 'o', 'f', 'l', '?', 'w', 's', 'n', 'd', 'p'])
      expect(press(key, off), key).toBeNull();
    expect(['PageDown', 'ArrowRight', ' ', 'F5'].map((key) => press(key, off))).toEqual([
      'next',
      'next',
      'next',
      'start',
    ]);
  });

  it('keys are read by position where the layout has no such Latin letter', () => {
    expect(press('и', deck, {}, 'KeyB')).toBe('blank');
    expect(press('И', deck, {}, 'KeyB')).toBe('blank');
    expect(press('ю', deck, {}, 'Period')).toBe('blank');
    expect(press('נ', deck, {}, 'KeyB')).toBe('blank');
    expect(press('β', deck, {}, 'KeyB')).toBe('blank');
    // A Latin layout means what its letters say: Dvorak's B is where N is, French é is no letter of ours.
    expect(press('b', deck, {}, 'KeyN')).toBe('blank');
    expect(press('é', deck, {}, 'Digit2')).toBeNull();
    expect(isClick({ ...none, key: 'и', code: 'KeyB' })).toBe(true);
  });

  it('with Shift page keys select, they do not turn', () =>
    expect(press('PageDown', deck, { shiftKey: true })).toBeNull());

  it('with Shift page keys move no slider while presenting either; alone in a lab they do', () => {
    const slider = { layout: 'lab', owner: 'arrows' } as const;
    const shift = { shiftKey: true };
    expect(press('PageDown', at({ ...slider, presenting: true }), shift)).toBe('next');
    expect(press('PageUp', at({ ...slider, presenting: true }), shift)).toBe('previous');
    expect(press('PageDown', at(slider), shift)).toBeNull();
  });
});

const none = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false };
