import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { checkResult } from './check-result.ts';
import { faultLine } from './entry.ts';
import { planOf } from './plan.ts';
import { Runner } from './run-lab.ts';
import { labNames, speakingOf } from './speaking.ts';

/**
 * Real results, made once by `npm run sentences -- --many 5 --keep test/sentences/kept`. A result that the plan asks for and that is not
 * there, because a lab’s parameters or version have changed, is made anew, which takes seconds.
 */
const runner = new Runner(fileURLToPath(new URL('kept', import.meta.url)));

describe.each(labNames)('%s', (name) => {
  test('says of five real results what their numbers say', async () => {
    const speaking = await speakingOf(name);
    let [sentences, comparisons] = [0, 0];
    const wrong: string[] = [];
    for (const planned of planOf(speaking.lab, 5, 1)) {
      const real = await runner.run(planned);
      expect(speaking.lab.result.safeParse(real.result).success).toBe(true);
      const checked = checkResult(speaking, real);
      sentences += checked.sentences;
      comparisons += checked.comparisons;
      wrong.push(...checked.wrong.map((one) => faultLine(planned, one)));
    }
    console.log(`${name}: ${sentences} sentences, ${comparisons} comparisons`);
    expect(wrong).toEqual([]);
    expect(sentences).toBeGreaterThan(1_000);
    expect(comparisons).toBeGreaterThan(50);
  });
});
