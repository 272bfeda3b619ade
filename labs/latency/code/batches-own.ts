import { agree } from '../../kit/code/difference.ts';
import { differWords, drawable, listOf, type OwnTask } from '../../kit/code/own-run.ts';
import { showValue } from '../../kit/code/show-value.ts';
import { seededRandom } from '../../math/random.ts';
import type { LatencyParameters } from '../parameters.ts';
import type { LatencyResult } from '../result.ts';
import { referenceAnswers } from './batches-reference.ts';

const requests = 60;
/** Times as they are shown: whole microseconds. */
const brief = (ms: number) => Math.round(1_000 * ms) / 1_000;

/** A card may come from anywhere: with numbers beyond these nothing would be answered, or everything at once. */
const isPlausible = (
  perSecond: number,
  { alphaMs, betaMs }: { alphaMs: number; betaMs: number },
): boolean =>
  perSecond > 1e-3 && perSecond < 1e6 && [alphaMs, betaMs].every((ms) => ms >= 0 && ms < 1e6);

/** The first requests of the learner's own run: its load, its large model's times, its largest batch and longest wait. */
export const batchesOwn: OwnTask = {
  data({ number, parameters, seed, result }) {
    const { maxBatch, maxWaitMs, arrivalsPerSecond } = parameters as LatencyParameters;
    const { models = [], asked } = (result ?? {}) as Partial<LatencyResult>;
    const large = models.find(({ name }) => name === 'large');
    const perSecond = asked?.arrivalsPerSecond ?? arrivalsPerSecond;
    if (!large || !isPlausible(perSecond, large.service))
      return `Run ${number} has no times of the large model. Run it again.`;
    const random = seededRandom(seed).fork('requests of the exercise');
    let now = 0;
    const arrivals = Array.from({ length: requests }, () =>
      brief((now += (1_000 * random.exponential()) / perSecond)),
    );
    const [fixed, each] = [brief(large.service.alphaMs), brief(large.service.betaMs)];
    const expected = referenceAnswers(arrivals, maxBatch, maxWaitMs, fixed, each);
    return {
      calls: [[arrivals, maxBatch, maxWaitMs, fixed, each]],
      read([returned]) {
        const got = listOf(returned) ?? [];
        const differing = expected.flatMap((answer, i) => {
          const own = got[i];
          return typeof own === 'number' && agree(answer, own)
            ? []
            : [
                `request ${i + 1} is answered at ${showValue(own, 40)} by yours, at ${showValue(answer)} ms by Lectern’s`,
              ];
        });
        const waited = (answers: readonly unknown[]): [number, number | null][] =>
          arrivals.map((arrival, i) => {
            const answer = drawable(answers[i]);
            return [i + 1, answer === null ? null : answer - arrival];
          });
        return {
          agrees: differing.length === 0 && got.length === expected.length,
          says: differWords(differing, requests, 'requests'),
          figure: {
            kind: 'lines',
            title: 'How long each request took',
            subtitle: `run ${number}: ${perSecond} requests a second, B = ${maxBatch}, T = ${maxWaitMs} ms, ${fixed} + k · ${each} ms`,
            x: 'request',
            y: 'ms from arrival to answer',
            lines: [
              { name: 'Lectern’s', whose: 'reference', points: waited(expected) },
              { name: 'yours', whose: 'yours', points: waited(got) },
            ],
          },
        };
      },
    };
  },
};
