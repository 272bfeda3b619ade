import { describe, expect, it, test } from 'vitest';
import { loadStory } from '../model/lab/registry.ts';
import { findTerm, isTermId, sortKey, subjects, terms } from './glossary.ts';
import { pictures } from './pictures/pictures.ts';

describe('the terms', () => {
  it('stand in one subject each, under a name that an address can hold', () => {
    const ids = Object.values(subjects).flatMap((one) => Object.keys(one));
    expect(ids.toSorted()).toEqual([...new Set(ids)].toSorted());
    expect(ids.filter((id) => !/^[a-z][a-z\d-]*$/.test(id))).toEqual([]);
    expect(terms.length).toBe(ids.length);
  });

  it('are called what no other is called', () => {
    const names = terms.flatMap(({ name, also = [] }) => [
      ...new Set([name, ...also].map((one) => one.toLowerCase())),
    ]);
    const twice = names.filter((name, index) => names.indexOf(name) !== index);
    expect(twice).toEqual([]);
  });

  it('stand in the order of the alphabet, a number or a sign in front not counted', () => {
    const keys = terms.map(sortKey);
    expect(keys).toEqual(keys.toSorted());
    expect(sortKey({ name: '95 % interval' })).toBe('interval');
  });

  test.each(terms.map((term) => [term.id, term] as const))(
    '%s is said in two sentences of at most 30 words',
    (_, { says }) => {
      expect(says).toHaveLength(2);
      for (const sentence of says) {
        expect(sentence).toMatch(/^\P{Ll}|^α|^β|^σ/u);
        expect(sentence).toMatch(/[^.]\.$/);
        expect(sentence, 'one sentence').not.toMatch(/[.!?] \p{Lu}/u);
        expect(sentence.split(' ').length).toBeLessThanOrEqual(30);
      }
    },
  );

  it('are found by their id', () => {
    expect(findTerm('p99').name).toBe('p99');
    expect(isTermId('p99')).toBe(true);
    expect(isTermId('toString')).toBe(false);
  });

  it('have pictures of their own', () => {
    expect(Object.keys(pictures).filter((id) => !isTermId(id))).toEqual([]);
  });

  it('have a picture or a formula each', () => {
    expect(
      terms.filter(({ id, formula }) => !pictures[id] && !formula).map(({ id }) => id),
    ).toEqual([]);
  });

  it('name parts of labs that there are', async () => {
    const taught = terms.flatMap((term) => term.taught ?? []);
    const missing: string[] = [];
    for (const place of new Set(taught)) {
      const [lab, part] = place.split('/');
      const { parts } = await loadStory(lab!);
      if (!parts.some(({ id }) => id === part)) missing.push(place);
    }
    expect(missing).toEqual([]);
  });
});
