import { describe, expect, it } from 'vitest';
import type { Story } from '../../../labs/view.ts';
import type { LabPlace } from '../address/lab-place.ts';
import { explorationOf, explorations, explore, moveTo, type Explorations } from './explorations.ts';
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
function go(from: LabPlace, to: string, explored: Explorations = {}) {
  const here = resolvePlace(tinyLab, story, from, []);
  return moveTo(
    tinyLab,
    story,
    { place: from, at: here, parameters: here.parameters },
    to,
    explored,
  );
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
