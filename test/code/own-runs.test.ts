import { afterAll, describe, expect, it } from 'vitest';
import { exercises as backdoor } from '../../labs/backdoor/code/exercises.ts';
import { exercises as fairness } from '../../labs/fairness/code/exercises.ts';
import { exercises as latency } from '../../labs/latency/code/exercises.ts';
import { exercises as timeLeak } from '../../labs/time-leak/code/exercises.ts';
import { runOf, tryOwnRun } from '../../main/compute/code/try-own-run.ts';
import { codeOwn, type CodeOwn } from '../../main/contract/code.ts';
import { createSandbox } from '../../main/sandbox/sandbox.ts';
import { ownRuns } from './own-runs.ts';

const all = [...latency, ...timeLeak, ...backdoor, ...fairness];
const sandbox = createSandbox();
afterAll(() => sandbox.close());

/** What the code of an exercise comes to on its run, as a window is told. A busy computer may take long. */
async function tried(id: string, code: string, timeMs = 60_000): Promise<CodeOwn> {
  const exercise = all.find((one) => one.id === id)!;
  const { run, answer } = ownRuns[id]!();
  const own = await tryOwnRun(sandbox, exercise, code, run, async () => answer, timeMs);
  return codeOwn.parse(JSON.parse(JSON.stringify(own)));
}

describe.each(all.map(({ id, answer, name }) => [id, answer, name] as const))(
  '%s on a run',
  (id, answer, name) => {
    it('agrees where the worked answer is given, and draws both', async () => {
      const own = await tried(id, answer);
      expect(own).toMatchObject({ agrees: true, run: 7, star: null });
      expect(own.figure?.subtitle).toContain('run 7');
      expect(own.says).not.toMatch(/NaN|undefined|differ/);
    });

    it('says of an answer of the wrong kind that it is none, and still draws the lab’s own', async () => {
      for (const body of ['return 7;', 'return [NaN, null];', 'return { train: 1, test: [{}] };']) {
        const own = await tried(id, `function ${name}() { ${body} }`);
        expect(own.agrees).toBe(false);
        expect(own.figure).not.toBeNull();
      }
    });

    it('says what was thrown, or why it was ended', async () => {
      const threw = await tried(id, `function ${name}() { throw new Error('no'); }`);
      expect(threw).toMatchObject({ agrees: false, says: 'It threw: no', star: null });
      const ended = await tried(id, `function ${name}() { for (;;); }`, 50);
      expect(ended.says).toContain('was ended');
    });

    it('of a run that holds nothing says so, and draws nothing', async () => {
      const exercise = all.find((one) => one.id === id)!;
      const { run } = ownRuns[id]!();
      const empty = { ...run, measured: null, result: null };
      const own = await tryOwnRun(sandbox, exercise, answer, empty, async () => null);
      expect(own).toMatchObject({ agrees: false, figure: null });
      expect(own!.says).toMatch(/[Rr]un (7|it)/);
    });
  },
);

describe('what is said', () => {
  it('a percentile that is off names the first share at which it is', async () => {
    const own = await tried('write-percentile', 'function percentile(t, p) { return p * 2; }');
    expect(own.says).toMatch(
      /^Yours and Lectern’s differ at 51 of 51 shares\. The first: at p = 0\.01/,
    );
  });

  it('a leaking join differs at the rows whose labels came late', async () => {
    const leaks = all
      .find(({ id }) => id === 'write-as-of')!
      .answer.replace('past.available > row.time', 'past.time >= row.time');
    const own = await tried('write-as-of', leaks);
    expect(own.agrees).toBe(false);
    const { lanes } = own.figure as Extract<CodeOwn['figure'], { kind: 'lanes' }>;
    const dots = lanes.flatMap((lane) => lane.dots);
    const differing = dots.filter(({ yours, reference }) => yours !== reference);
    expect(differing.length).toBeGreaterThan(0);
    expect(differing.length).toBeLessThan(dots.length);
    expect(own.says).toContain(`differ at ${differing.length} of ${dots.length} rows`);
  });

  it('a score that finds more than spectral signatures at the same cost earns the star', async () => {
    const knows = 'function poisonScores(a) { return a.map((_, i) => i); }';
    const better = await tried('write-poison-scores', knows);
    expect(better).toMatchObject({ agrees: true, star: expect.stringContaining('beats') });
    expect(better.says).toContain('yours finds 20 of the poisoned ones');
    const blind = 'function poisonScores(a) { return a.map((_, i) => -i); }';
    expect(await tried('write-poison-scores', blind)).toMatchObject({ agrees: false, star: null });
  });

  it('a split that keeps a user on both sides is told by how many rows', async () => {
    const naive =
      'function splitWithGap(rows, cut, gap) {' +
      ' const of = (f) => rows.flatMap((r, i) => f(r.time) ? [i] : []);' +
      ' return { train: of((t) => t < cut - gap), test: of((t) => t >= cut) }; }';
    const own = await tried('write-split', naive);
    expect(own.agrees).toBe(false);
    expect(own.says).toMatch(/differ at [\d,]+ of [\d,]+ rows/);
  });
});

it('of a card that is not what runs are today nothing is taken', () => {
  const card = { number: 3, seed: 1, parameters: {}, measured: 7, result: { models: 'none' } };
  expect(runOf('latency', card)).toMatchObject({ measured: null, result: null });
  expect(() => runOf('latency', { ...card, parameters: { epochs: -1 } })).toThrow();
});
