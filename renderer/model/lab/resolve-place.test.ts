import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { numberParameter } from '../../../labs/parameters.ts';
import { parseAddress } from '../address/address.ts';
import { knownLab, labPlace, type LabPlace } from '../address/lab-place.ts';
import { tinyLab, tinyStory } from './fixture.ts';
import {
  neighbours,
  overridesOf,
  resolvePlace,
  splitControls,
  understood,
  whereLeftOff,
} from './resolve-place.ts';

const place = (over: Partial<LabPlace> = {}): LabPlace => ({ ...labPlace('tiny'), ...over });
const resolve = (over: Partial<LabPlace> = {}, done: string[] = []) =>
  resolvePlace(tinyLab, tinyStory, place(over), done);

describe('resolvePlace', () => {
  it('opens an address that names nothing at the first step, with the defaults and seed 1', () => {
    const at = resolve();
    expect(at).toMatchObject({
      partIndex: 0,
      stepIndex: 0,
      preset: 'default',
      seed: 1,
      parameters: { epochs: 3, load: 10, kind: 'a' },
      messages: [],
    });
    expect(at.step.id).toBe('one-read');
  });

  it('goes on at the first unfinished step, unless the address says otherwise', () => {
    expect(resolve({}, ['one-read', 'one-predict']).step.id).toBe('one-run');
    expect(resolve({ step: 'one-read' }, ['one-read']).step.id).toBe('one-read');
  });

  it('takes a part for its first step, and the part’s own preset', () => {
    const at = resolve({ step: 'two' });
    expect(at.step.id).toBe('two-run');
    expect(at.preset).toBe('busy');
    expect(at.parameters.load).toBe(90);
  });

  it('lets the address overrule preset, seed and parameters', () => {
    const at = resolve({ step: 'two-run', preset: 'default', seed: 7, parameters: { epochs: 5 } });
    expect(at).toMatchObject({
      preset: 'default',
      seed: 7,
      parameters: { epochs: 5, load: 10 },
      base: { epochs: 3 },
      messages: [],
    });
  });

  it.each([
    [{ step: 'nowhere' }, /no step “nowhere”/],
    [{ preset: 'lazy' }, /no preset “lazy”.*default, busy/],
    [{ seed: -1 }, /seed is a whole number/],
    [{ seed: 4_294_967_296 }, /seed is a whole number/],
    [{ seed: 1.5 }, /seed is a whole number/],
    [{ parameters: { epochs: 99 } }, /epochs is a whole number from 1 to 10.*99/],
    [{ parameters: { epochs: 'many' } }, /epochs.*"many"/],
    [{ parameters: { kind: 'c' } }, /kind is one of a, b/],
    [{ parameters: { speed: 1 } }, /no parameter "speed"/],
  ])('says what is wrong with %j and shows the default', (over, message) => {
    const at = resolve(over as Partial<LabPlace>);
    expect(at.messages.join(' ')).toMatch(message);
    expect(at).toMatchObject({
      seed: 1,
      preset: 'default',
      parameters: { epochs: 3, load: 10, kind: 'a' },
    });
    const right = understood(place(over as Partial<LabPlace>), at);
    expect(resolvePlace(tinyLab, tinyStory, right, [])).toMatchObject({
      messages: [],
      step: { id: at.step.id },
      parameters: at.parameters,
    });
  });

  it('goes on at the first unfinished step, with a message, where there is no such step', () => {
    const at = resolve({ step: 'nowhere' }, ['one-read']);
    expect(at.step.id).toBe('one-predict');
    expect(at.messages).toEqual([
      'This lab has no step “nowhere”. It opens at your first unfinished step, or at the last.',
    ]);
  });

  it('says the same as the reader of addresses, for it is the same', () => {
    const hash = '#/labs/tiny/nowhere?preset=lazy&seed=4294967296&epochs=99&speed=1';
    const tiny = { slides: [], labs: { tiny: knownLab(tinyLab, tinyStory) } };
    const said = { step: 'nowhere', preset: 'lazy', seed: 4_294_967_296 };
    const at = resolve({ ...said, parameters: { epochs: 99, speed: 1 } });
    expect(at.messages.join(' ')).toBe(parseAddress(hash, tiny).message);
  });

  it('keeps the good part of an address with one bad parameter', () => {
    const at = resolve({ parameters: { epochs: 99, load: 20 } });
    expect(at.parameters).toMatchObject({ epochs: 3, load: 20 });
    expect(at.messages).toHaveLength(1);
  });
});

describe('a link that opens a question with settings of its own', () => {
  const at = resolve({ step: 'one-predict', preset: 'busy', seed: 7, parameters: { epochs: 5 } });
  it('asks about the question’s, and says where the link’s wait', () => {
    expect(at).toMatchObject({
      preset: 'default',
      seed: 7,
      parameters: { epochs: 3, load: 10, kind: 'a' },
      waits: { preset: 'busy', parameters: { epochs: 5 } },
    });
    expect(at.messages.join()).toMatch(/wait in the steps after/);
  });
  it('is put right', () => {
    const right = understood(place({ step: 'one-predict', preset: 'default', seed: 7 }), at);
    expect(right).toEqual(place({ step: 'one-predict', seed: 7 }));
    expect(resolvePlace(tinyLab, tinyStory, right, [])).toMatchObject({
      waits: null,
      messages: [],
    });
  });
  it('has nothing to say where the two are the same', () => {
    const same = resolve({ step: 'one-predict', preset: 'default', parameters: { load: 10 } });
    expect(same).toMatchObject({ waits: null, messages: [] });
  });
});

it('writes only what differs from the preset', () => {
  const { base } = resolve({ preset: 'busy' });
  expect(overridesOf(base, { ...base })).toEqual({});
  expect(overridesOf(base, { ...base, load: 10, kind: 'b' })).toEqual({ load: 10, kind: 'b' });
});

it('shows the part’s controls and keeps the rest at hand; a name that is no parameter is left out', () => {
  const { shown, more } = splitControls(tinyLab, ['load', 'missing'], {});
  expect(shown.map((p) => p.name)).toEqual(['load']);
  expect(more.map((p) => p.name)).toEqual(['epochs', 'kind']);
});

it('shows what overrules a setting in its place while it does', () => {
  const shape = {
    ...tinyLab.parameters.shape,
    fixed: numberParameter({ label: '', help: '', insteadOf: 'load', min: 0, max: 9, default: 0 }),
  };
  const lab = { ...tinyLab, parameters: z.object(shape) } as typeof tinyLab;
  const names = (fixed: number) => {
    const { shown, more } = splitControls(lab, ['load'], { fixed });
    return [shown, more].map((list) => list.map(({ name }) => name));
  };
  expect(names(0)).toEqual([['load'], ['epochs', 'kind', 'fixed']]);
  expect(names(5)).toEqual([['fixed'], ['epochs', 'load', 'kind']]);
});

it('knows the steps on both sides, across parts', () => {
  expect(neighbours(tinyStory, 'one-read')).toEqual({ previous: null, next: 'one-predict' });
  expect(neighbours(tinyStory, 'one-run')).toEqual({ previous: 'one-predict', next: 'two-run' });
  expect(neighbours(tinyStory, 'two-reflect')).toEqual({ previous: 'two-run', next: null });
});

it('leads to the last step once everything is done', () => {
  expect(
    whereLeftOff(tinyStory, ['one-read', 'one-predict', 'one-run', 'two-run', 'two-reflect']),
  ).toBe('two-reflect');
});
