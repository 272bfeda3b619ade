import { z } from 'zod';
import {
  akamaiConversion,
  akamaiRate,
  akamaiReading,
  bookingConversion,
  bookingElasticity,
  googleAbandon,
  googleAbandonRate,
} from '../../../labs/latency/queueing/business-mapping.ts';
import { compare, compareAll } from './compare-case.ts';
import type { Kind } from './kind.ts';

/** Delays in seconds, or latencies over a baseline, under the names that such files give them. */
const delays = z.object({
  delay: z.array(z.number()).optional(),
  added_latency: z.array(z.number()).optional(),
  extra_latency: z.array(z.number()).optional(),
  latency: z.array(z.number()).optional(),
  baseline_latency: z.number().default(0),
});

function delaysOf(inputs: z.output<typeof delays>): number[] {
  const given = inputs.delay ?? inputs.added_latency ?? inputs.extra_latency;
  if (given) return given;
  if (inputs.latency) return inputs.latency.map((latency) => latency - inputs.baseline_latency);
  throw new Error('the case can not be read (inputs.delay: there is none)');
}

/** One value under each of several names. */
const named = (names: readonly string[], value: number | string) =>
  Object.fromEntries(names.map((name) => [name, value]));

/** Published links between latency and business: Booking.com's, Google's and Akamai's. */
export const businessMapping: Kind = (reference) => {
  const inputs = z
    .discriminatedUnion('model', [
      z.object({
        model: z.literal('booking_elasticity'),
        baseline_latency: z.number(),
        latency: z.array(z.number()),
      }),
      z.object({ model: z.literal('google_threshold'), latency: z.array(z.number()) }),
      delays.extend({ model: z.literal('akamai_exponential') }),
    ])
    .parse(reference.inputs);
  if (inputs.model === 'akamai_exponential') {
    return compare(reference, {
      ...named(['rate', 'rate_per_second', 'rate_per_s', 'decay_rate'], akamaiRate),
      ...named(['bound', 'reading', 'interpretation'], akamaiReading),
      relative_conversion: delaysOf(inputs).map(akamaiConversion),
    });
  }
  if (inputs.model === 'google_threshold') {
    return compareAll(reference, {
      abandon: inputs.latency.map(googleAbandon),
      expected_abandon_rate: googleAbandonRate(inputs.latency),
    });
  }
  return compareAll(reference, {
    elasticity: bookingElasticity,
    relative_conversion: inputs.latency.map((t) => bookingConversion(inputs.baseline_latency, t)),
  });
};
