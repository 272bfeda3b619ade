import { percentile } from '../../math/statistics.ts';
import { agree } from '../../kit/code/difference.ts';
import { differWords, drawable, type OwnTask } from '../../kit/code/own-run.ts';
import { showValue } from '../../kit/code/show-value.ts';
import type { LatencyMeasured } from '../result.ts';

const shares = [...Array.from({ length: 50 }, (_, i) => (2 * i + 1) / 100), 1];

/** The percentiles of the calls that the learner's own run timed. */
export const percentileOwn: OwnTask = {
  data({ number, measured }) {
    const timed = (measured as LatencyMeasured | null)?.service.find(
      ({ model, batch, timesMs }) => model === 'large' && batch === 1 && timesMs.length > 0,
    );
    if (!timed) return `Run ${number} timed no call of the large model. Run it again.`;
    const { timesMs } = timed;
    const expected = shares.map((p) => percentile(timesMs, p)!);
    return {
      calls: shares.map((p) => [timesMs, p]),
      read(returned) {
        const differing = shares.flatMap((p, i) => {
          const got = returned[i];
          return typeof got === 'number' && agree(expected[i]!, got)
            ? []
            : [`at p = ${p} yours is ${showValue(got, 40)}, Lectern’s is ${expected[i]!} ms`];
        });
        return {
          agrees: differing.length === 0,
          says: differWords(differing, shares.length, 'shares'),
          figure: {
            kind: 'lines',
            title: `What ${timesMs.length} timed calls took`,
            subtitle: `run ${number}: the large model, one row a call`,
            x: 'share of the calls, %',
            y: 'ms',
            lines: [
              {
                name: 'Lectern’s',
                whose: 'reference',
                points: shares.map((p, i) => [100 * p, expected[i]!]),
              },
              {
                name: 'yours',
                whose: 'yours',
                points: shares.map((p, i) => [100 * p, drawable(returned[i])]),
              },
            ],
          },
        };
      },
    };
  },
};
