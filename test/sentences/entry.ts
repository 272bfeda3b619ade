import { checkResult, type Wrong } from './check-result.ts';
import { planOf, type Planned } from './plan.ts';
import { Runner } from './run-lab.ts';
import { labNames, speakingOf } from './speaking.ts';

export interface SentencesOptions {
  /** One lab only; null for all. */
  lab: string | null;
  many: number;
  seed: number;
  /** Folder for results, so that they need not be made again; null keeps none. */
  keep: string | null;
  say: (line: string) => void;
  doing: (what: string) => void;
}

export interface Totals {
  results: number;
  sentences: number;
  comparisons: number;
  wrong: number;
}

/** Makes the results, checks every text with each, says what is wrong as it is found, and the totals. */
export async function sentences(options: SentencesOptions): Promise<Totals> {
  const { many, seed, keep, say, doing } = options;
  const runner = new Runner(keep);
  const totals: Totals = { results: 0, sentences: 0, comparisons: 0, wrong: 0 };
  const known = new Map<string, number>();
  for (const backend of ['tensorflow', 'wasm'] as const)
    for (const name of options.lab === null ? labNames : [options.lab]) {
      const speaking = await speakingOf(name);
      for (const planned of planOf(speaking.lab, many, seed)) {
        if (planned.backend !== backend) continue;
        doing(`${name}, result ${totals.results + 1}`);
        const checked = checkResult(speaking, await runner.run(planned));
        totals.results += 1;
        totals.sentences += checked.sentences;
        totals.comparisons += checked.comparisons;
        totals.wrong += checked.wrong.length;
        for (const wrong of checked.wrong) {
          const key = `${name} ${wrong.part} ${wrong.step} ${wrong.problem.replace(/\d[\d.,]*/g, '#')}`;
          const times = (known.get(key) ?? 0) + 1;
          known.set(key, times);
          // The same fault with other numbers is said once in full; the total counts them all.
          if (times === 1) say(faultLine(planned, wrong));
        }
      }
    }
  return totals;
}

/** One fault, with all that it takes to see it again. */
export function faultLine(planned: Planned, { part, step, what, problem }: Wrong): string {
  const place = [planned.lab, part, step, what].filter(Boolean).join(' · ');
  return (
    `${place}\n  ${problem}\n  seed ${planned.seed}, ${planned.backend}, ` +
    `${planned.preset ?? 'random parameters'}: ${JSON.stringify(planned.parameters)}`
  );
}

/** The last line of the command. */
export const totalsLine = ({ results, sentences, comparisons, wrong }: Totals): string =>
  `${results} results, ${sentences} sentences, ${comparisons} comparisons, ${wrong} wrong`;

export { labNames };
