import { describe, expect, it, vi } from 'vitest';
import { withoutOldSides } from '../../../labs/fairness/own/own-sides.ts';
import type { Column } from '../../../labs/data/column.ts';
import { auditOf, notesOf, repeat } from './table-fixture.ts';

// Which value counts as 1, and where a score is cut: said beside what came of it, and never the opposite.

const said = async (run: () => Promise<unknown>) => {
  const lines: string[] = [];
  for (const to of ['log', 'error'] as const)
    vi.spyOn(console, to).mockImplementation((line: string) => void lines.push(line));
  await run();
  return lines.join('\n');
};
const denied = `gender,repaid,denied\n${repeat('f,yes,no', 40)}${repeat('f,no,yes', 20)}${repeat('m,yes,no', 30)}${repeat('m,no,yes', 30)}`;
const codes = `sex,class,predicted\n${repeat('f,1,1', 40)}${repeat('f,2,2', 20)}${repeat('m,1,1', 30)}${repeat('m,2,2', 30)}`;

describe('which value counts as 1', () => {
  it('is said as it was given, and no note says the opposite', async () => {
    const found = await auditOf(denied, '--positive', 'denied=no');
    expect(found).toMatchObject({
      code: 0,
      positive: { denied: ['no'], repaid: ['yes'] },
      negative: { denied: ['yes'], repaid: ['no'] },
    });
    const own = (name: string) => found.columns.find((column) => column.name === name)!.notes;
    expect(own('denied').join()).not.toContain('counts as 1');
    const text = await said(() => auditOf(denied, '--positive', 'denied=no'));
    expect(text).toContain('Given: in “denied”, “no” counts as 1, “yes” as 0.');
    expect(text).toContain('Taken by names and values: in “repaid”, “yes” counts as 1, “no” as 0.');
    expect(text).not.toContain('“yes” counts as 1 and “no” as 0.\n  denied');
    expect(text).not.toMatch(/denied: As a yes and a no/);
  });
  it('is told apart where codes are turned round', async () => {
    const turned = (one: string) =>
      auditOf(
        ...[codes, '--group', 'sex', '--label', 'class', '--decision', 'predicted'],
        ...['--positive', `class=${one}`, '--positive', `predicted=${one}`],
      );
    expect(await turned('1')).toMatchObject({ positive: { class: ['1'], predicted: ['1'] } });
    expect(await turned('2')).toMatchObject({ positive: { class: ['2'], predicted: ['2'] } });
    const text = await said(() => turned('2'));
    expect(text).toContain('Given: in “predicted”, “2” counts as 1, “1” as 0.');
  });
  it('is not said by a note while it is asked', async () => {
    const found = await auditOf(denied);
    expect([found.code, found.positive]).toEqual([2, undefined]);
    expect(found.asks!.map(({ column }) => column)).toContain('denied');
    expect(found.columns.find(({ name }) => name === 'denied')!.notes).toEqual([]);
    expect(notesOf(found)).toContain('“yes” counts as 1 and “no” as 0');
  });
  it('drops that note alone, on screen too', () => {
    const notes = ['As a yes and a no, “yes” counts as 1 and “no” as 0.', 'Another note.'];
    const column = { name: 'denied', notes } as Column;
    const after = (ones: Record<string, string[]>) =>
      withoutOldSides([column], { asks: [] }, { ones })[0]!.notes;
    expect([after({}), after({ denied: ['no'] })]).toEqual([notes, ['Another note.']]);
  });
});

describe('a threshold', () => {
  const scored = `race,repaid,score\n${repeat('a,1,0.9', 30)}${repeat('a,0,0.4', 9)}${repeat('b,0,0.2', 30)}`;
  it.each<[string[], string]>([
    [['--threshold', '0.5'], 'label “repaid”, score “score”, group “race”. Given: threshold 0.5.'],
    [['--score', 'score'], 'label “repaid”, threshold 0.5, group “race”. Given: score “score”.'],
    [['--score', 'score', '--threshold', '0.6'], 'Given: score “score” (selected from 0.6 up).'],
  ])('%j is listed as it came', async (given, words) =>
    expect(await said(() => auditOf(scored, ...given))).toContain(words),
  );
});
