import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { shown } from 'lectern:shown-code';
import { findPiece } from '../../../../../labs/kit/code/shown.ts';
import { findLab, loadStory } from '../../../../model/lab/registry.ts';
import { fillLine } from './fill.ts';

/** Parts whose figure is drawn from the learner's own table: what stands in it is theirs. */
const ownTables = ['your-table', 'yours'];

describe.each(['latency', 'time-leak', 'backdoor', 'fairness'])('the code shown of %s', (lab) => {
  it('stands behind every figure, three to six steps each', async () => {
    const { figures } = await shown[lab]!();
    const parts = (await loadStory(lab)).parts.map(({ id }) => id);
    expect(Object.keys(figures).sort()).toEqual(
      parts.filter((id) => !ownTables.includes(id)).sort(),
    );
    for (const pieces of Object.values(figures)) {
      expect(pieces!.length).toBeGreaterThanOrEqual(3);
      expect(pieces!.length).toBeLessThanOrEqual(6);
    }
  });

  it('is what stands in the lab’s own files, few lines at a time, with a sentence each', async () => {
    const { figures } = await shown[lab]!();
    for (const piece of Object.values(figures).flatMap((pieces) => pieces!)) {
      const source = readFileSync(new URL(`../../../../../${piece.file}`, import.meta.url), 'utf8');
      const lines = source.split('\n').slice(piece.first - 1, piece.first - 1 + piece.lines.length);
      const drawn = piece.lines.map((line) => line.map(([, text]) => text).join(''));
      expect(drawn.map((line) => line.trim())).toEqual(lines.map((line) => line.trim()));
      expect(piece.lines.length).toBeLessThanOrEqual(25);
      expect(piece.says).toMatch(/^[A-Z].{15,160}\.$/);
    }
  });

  it('names the parameters that are filled in, and the lab has them', async () => {
    const { figures } = await shown[lab]!();
    for (const piece of Object.values(figures).flatMap((pieces) => pieces!)) {
      for (const name of piece.fills) {
        expect(Object.keys(findLab(lab)!.parameters.shape)).toContain(name);
        const filled = piece.lines.flatMap((line) => fillLine(line, [name], { [name]: 0 }));
        expect(
          filled.some((one) => 'value' in one),
          `${name}, ${piece.file}, line ${piece.first}`,
        ).toBe(true);
      }
    }
  });
});

describe('a piece', () => {
  const lines = ['const a = 1;', 'for (;;) {', '  if (a) {', '  }', '}', 'const b = 2;'];
  it('begins at the one line with its first words and ends at the indent that it names', () => {
    expect(findPiece(lines, { file: 'f', from: 'for', to: '}' })).toEqual({ first: 2, last: 5 });
    expect(findPiece(lines, { file: 'f', from: 'if', to: '  }' })).toEqual({ first: 3, last: 4 });
    expect(findPiece(lines, { file: 'f', from: 'const a', to: 'const a' })).toEqual({
      first: 1,
      last: 1,
    });
  });
  it('that is gone, or could be two, is an error that names it', () => {
    expect(() => findPiece(lines, { file: 'f', from: 'while', to: '}' })).toThrow('0 lines');
    expect(() => findPiece(lines, { file: 'f', from: 'const', to: '}' })).toThrow('2 lines');
    expect(() => findPiece(lines, { file: 'f', from: 'const b', to: '}' })).toThrow(
      'no line after',
    );
  });
});

it('values stand after the names of their parameters, once a line, and in no comment or text', () => {
  const filled = (line: [string | null, string][]) =>
    fillLine(line, ['epochs', 'none'], { epochs: 12 })
      .map((one) => ('value' in one ? `<${one.value}>` : one[1]))
      .join('');
  expect(filled([[null, 'for (e < epochs; epochs) {']])).toBe('for (e < epochs<12>; epochs) {');
  expect(
    filled([
      ['comment', '// epochs'],
      [null, ' x.epochs2 + epochs'],
    ]),
  ).toBe('// epochs x.epochs2 + epochs<12>');
  expect(
    filled([
      ['string', "'epochs'"],
      [null, ', none'],
    ]),
  ).toBe("'epochs', none");
});
