import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Lab } from '../../../labs/lab.ts';
import { numberParameter } from '../../../labs/parameters.ts';
import type { Story } from '../../../labs/view.ts';
import type { LabPlace } from '../address/lab-place.ts';
import {
  explorationOf,
  explorations,
  explore,
  leave,
  moveTo,
  unsaidChoice,
  type Explorations,
} from './explorations.ts';
import { tinyLab, tinyStory } from './fixture.ts';
import { resolvePlace } from './resolve-place.ts';

const story: Story = {
  parts: tinyStory.parts.map((part) => ({
    ...part,
    steps: [
      ...part.steps,
      { kind: 'explore', id: `${part.id}-explore`, title: '', body: '', controls: [] },
    ],
  })),
};
const [one, two] = [story.parts[0]!, story.parts[1]!];
const at = (step: string, over: Partial<LabPlace> = {}): LabPlace => ({
  id: 'tiny',
  step,
  preset: null,
  seed: 7,
  parameters: {},
  ...over,
});
const busy = { preset: 'busy', parameters: {} };
const moved = { preset: null, parameters: { load: 33 } };
function go(
  from: LabPlace,
  to: string,
  explored: Explorations = {},
  [lab, told]: [Lab, Story] = [tinyLab, story],
) {
  const here = resolvePlace(lab, told, from, []);
  return moveTo(lab, told, { place: from, at: here, parameters: here.parameters }, to, explored);
}

describe('going to a step', () => {
  it.each<[string, LabPlace, string, Explorations, LabPlace, Explorations]>([
    [
      'of another part leaves settings behind, and the copy ends; the seed stays',
      at('one-explore', busy),
      'two-run',
      { one: busy, two: moved },
      at('two-run'),
      { two: moved },
    ],
    [
      'that asks, keeps what was explored',
      at('one-explore', moved),
      'one-run',
      {},
      at('one-run'),
      { one: moved },
    ],
    [
      'that asks, from one where nothing is explored, keeps the copy',
      at('one-run'),
      'one-predict',
      { one: moved },
      at('one-predict'),
      { one: moved },
    ],
    [
      'that explores, brings the copy back',
      at('one-run'),
      'one-explore',
      { one: busy },
      at('one-explore', busy),
      { one: busy },
    ],
    [
      'that explores, with what was moved where the question stood',
      at('one-run', moved),
      'one-explore',
      { one: busy },
      at('one-explore', moved),
      { one: moved },
    ],
    [
      'that explores, not with a preset that is gone',
      at('one-run'),
      'one-explore',
      { one: { preset: 'gone', parameters: {} } },
      at('one-explore'),
      { one: { preset: 'gone', parameters: {} } },
    ],
  ])('%s', (_, from, to, explored, place, kept) =>
    expect(go(from, to, explored)).toEqual({ place, explored: kept }),
  );

  it('takes what the controls say, which may be ahead of the address', () => {
    const from = at('one-explore');
    const here = resolvePlace(tinyLab, story, from, []);
    const parameters = { ...here.parameters, load: 44 };
    const next = moveTo(tinyLab, story, { place: from, at: here, parameters }, 'one-run', {});
    expect(next.explored).toEqual({ one: { preset: null, parameters: { load: 44 } } });
  });
});

describe('what the learner answered with', () => {
  const ship = numberParameter({
    label: 'You ship',
    help: '',
    ownChoice: true,
    min: 0,
    max: 9,
    default: 0,
    needsRun: false,
  });
  const { shape } = tinyLab.parameters as unknown as z.ZodObject;
  const lab = { ...tinyLab, parameters: z.object({ ...shape, ship }) } as typeof tinyLab;
  // Parts of its own: what a part asks about is known by the part.
  const chooses: Story = { parts: story.parts.map((part) => ({ ...part })) };
  const chosen = { preset: null, parameters: { ship: 4 } };
  const both = { preset: null, parameters: { load: 33, ship: 4 } };

  it.each<[string, LabPlace, string, Explorations, LabPlace, Explorations]>([
    [
      'outlives the part, when the rest ends',
      at('one-explore', both),
      'two-run',
      {},
      at('two-run'),
      { one: chosen },
    ],
    [
      'is there when one comes back',
      at('two-run'),
      'one-explore',
      { one: chosen },
      at('one-explore', chosen),
      { one: chosen },
    ],
    [
      'stands where a step asks, beside the question’s settings',
      at('one-explore', both),
      'one-run',
      {},
      at('one-run', chosen),
      { one: both },
    ],
    [
      'takes nothing of what waits on',
      at('one-run', chosen),
      'one-explore',
      { one: both },
      at('one-explore', both),
      { one: both },
    ],
    [
      'is not shown where one says what one expects',
      at('one-run', chosen),
      'one-predict',
      { one: both },
      at('one-predict'),
      { one: both },
    ],
    [
      'is kept from there',
      at('one-predict'),
      'one-run',
      { one: both },
      at('one-run', chosen),
      { one: both },
    ],
  ])('%s', (_, from, to, explored, place, kept) =>
    expect(go(from, to, explored, [lab, chooses])).toEqual({ place, explored: kept }),
  );

  it('stays where a slide, a link or Back leads into another part', () => {
    expect(leave(lab, { one: both, two: moved }, 'one')).toEqual({ one: chosen, two: moved });
    expect(leave(lab, { one: moved }, 'one')).toEqual({});
  });
  it('is put into an address that says nothing of it, and into no other', () => {
    const unsaid = (place: LabPlace) =>
      unsaidChoice(lab, chooses, resolvePlace(lab, chooses, place, []), { one: both });
    expect(unsaid(at('one-explore'))).toEqual({ ship: 4 });
    expect(unsaid(at('one-run', busy))).toEqual({ ship: 4 });
    expect(unsaid(at('one-explore', { parameters: { ship: 2 } }))).toBeNull();
    expect(unsaid(at('one-predict'))).toBeNull();
    expect(unsaid(at('two-run'))).toBeNull();
  });
  it('is gone once it is taken back', () => {
    const some = explore(lab, chooses, at('one-explore', chosen), {});
    expect(some).toEqual({ one: chosen });
    expect(explore(lab, chooses, at('one-explore'), some)).toEqual({});
  });
  it('is kept beside what a link brings along', () =>
    expect(explore(lab, chooses, at('one-predict', moved), { one: chosen })).toEqual({
      one: both,
    }));
});

describe('what is explored', () => {
  it('is kept until it is what the question is about', () => {
    const some = explore(tinyLab, story, at('one-explore', busy), {});
    expect(some).toEqual({ one: busy });
    expect(explore(tinyLab, story, at('one-explore', { preset: 'default' }), some)).toEqual({});
    expect(explore(tinyLab, story, at('two-run', busy), some)).toEqual({ one: busy });
  });
  it('is another part’s own', () => {
    const both = explore(tinyLab, story, at('two-run', moved), { one: busy });
    expect(both).toEqual({ one: busy, two: moved });
    expect(explorationOf(tinyLab, story, one, both)).toEqual(busy);
    expect(explorationOf(tinyLab, story, two, both)).toEqual(moved);
  });
  it('of a link that opens the question waits', () =>
    expect(explore(tinyLab, story, at('one-predict', moved), {})).toEqual({ one: moved }));
  it.each([
    ['gone', { preset: 'gone', parameters: {} }],
    ['out of range', { preset: null, parameters: { load: 1e9 } }],
    ['of no parameter', { preset: null, parameters: { speed: 1 } }],
    ['as the question has it', { preset: 'default', parameters: {} }],
  ])('is left out where it is %s', (_, copy) =>
    expect(explorationOf(tinyLab, story, one, { one: copy })).toBeNull(),
  );
  it('is kept in a form that is read back', () => {
    expect(explorations.safeParse({ one: busy, two: moved }).success).toBe(true);
    expect(explorations.safeParse({ one: { preset: 3 } }).success).toBe(false);
  });
});
