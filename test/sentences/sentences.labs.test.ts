import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { isTaught } from '../labs/taught.ts';
import { checkResult } from './check-result.ts';
import { faultLine } from './entry.ts';
import { planOf } from './plan.ts';
import { Runner } from './run-lab.ts';
import { labNames, speakingOf } from './speaking.ts';
import type { Speaking } from './texts.ts';

/**
 * Real results, made once by `npm run sentences -- --many 5 --keep test/sentences/kept`. A result
 * that the plan asks for and that is not there, because a lab’s parameters or version have changed,
 * is made anew, which takes seconds.
 */
const kept = new Runner(fileURLToPath(new URL('kept', import.meta.url)));
/** Of a lab that no slide opens yet nothing is kept: its results are made each time and leave no file. */
const made = new Runner(null);

/** WebAssembly, once it is loaded, stays under what runs natively later: only what is kept comes from both. */
const plannedOf = ({ lab }: Speaking) =>
  planOf(lab, 5, 1).filter(({ backend }) => isTaught(lab.id) || backend === 'tensorflow');

describe.each(labNames)('%s', (name) => {
  test('says of real results what their numbers say', async () => {
    const runner = isTaught(name) ? kept : made;
    const speaking = await speakingOf(name);
    let [sentences, comparisons] = [0, 0];
    const wrong: string[] = [];
    for (const planned of plannedOf(speaking)) {
      const real = await runner.run(planned);
      expect(speaking.lab.result.safeParse(real.result).success).toBe(true);
      const checked = checkResult(speaking, real);
      sentences += checked.sentences;
      comparisons += checked.comparisons;
      wrong.push(...checked.wrong.map((one) => faultLine(planned, one)));
    }
    console.log(`${name}: ${sentences} sentences, ${comparisons} comparisons`);
    expect(wrong).toEqual([]);
    // A finished lab says much; one that has only been begun need not compare anything yet.
    expect(sentences).toBeGreaterThan(isTaught(name) ? 1_000 : 0);
    if (isTaught(name)) expect(comparisons).toBeGreaterThan(50);
  });
});
