import { describe, expect, test } from 'vitest';
import { catalog } from './catalog.ts';

describe('the catalog', () => {
  test('is built from the folders of labs and knows each one', () => {
    expect(catalog.ids()).toContain('latency');
    for (const id of catalog.ids()) {
      expect(catalog.describe(id)).toMatchObject({
        id,
        title: expect.any(String),
        question: expect.stringContaining('?'),
      });
      expect(catalog.parse(id, {}).parameters).toEqual(
        catalog.parse(id, {}, catalog.describe(id).presets[0]!.id).parameters,
      );
    }
  });

  test('lays what is given over the preset, and the preset over the defaults', () => {
    expect(catalog.parse('latency', { replicas: 2 }, 'lunch-rush').parameters).toMatchObject({
      loadPercent: 270,
      replicas: 2,
      epochs: 3,
    });
  });

  test('names every problem at once, and what there is instead', () => {
    const caught = (work: () => unknown) => {
      try {
        work();
      } catch (error) {
        return (error as { data: unknown }).data;
      }
      return null;
    };
    expect(caught(() => catalog.parse('latency', { replicas: 99, epoch: 1 }))).toMatchObject({
      code: 'bad-parameters',
      what: expect.stringMatching(/replicas is a whole number from 1 to 8.*no parameter "epoch"/s),
    });
    expect(caught(() => catalog.parse('latencies', {}))).toMatchObject({
      code: 'unknown-lab',
      next: expect.stringContaining('latency'),
    });
    expect(caught(() => catalog.parse('latency', {}, 'toString'))).toMatchObject({
      code: 'unknown-preset',
      next: expect.stringContaining('lunch-rush'),
    });
    expect(catalog.acceptsMeasured('latency', { service: 'none' })).toBe(false);
  });
});
