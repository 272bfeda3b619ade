import { z } from 'zod';
import {
  erlangB,
  lognormalOf,
  mg1,
  mm1k,
  mmc,
  type SteadyState,
} from '../../../labs/latency/queueing/closed-forms.ts';
import { coordinatedOmission } from '../../../labs/latency/queueing/coordinated-omission.ts';
import {
  constantService,
  lognormalService,
  type Service,
} from '../../../labs/latency/queueing/service.ts';
import { simulateTrace } from '../../../labs/latency/queueing/simulate.ts';
import { seededRandom } from '../../../labs/math/random.ts';
import { percentile, percentileType7 } from '../../../labs/math/statistics.ts';
import { businessMapping } from './business-mapping.ts';
import type { Difference } from './compare.ts';
import { compare, compareAll } from './compare-case.ts';
import type { Family, ReferenceCase } from './kind.ts';
import { compareIntervals, comparePercentiles, simulationSeed } from './queueing-simulated.ts';

const markov = z.object({ lambda_: z.number(), mu: z.number(), servers: z.number().int() });
const oneOrMore = z.union([z.number(), z.array(z.number())]);

/** Applies `of` to one limit or to each of a list. */
const forEachLimit = (limit: number | number[] | null, of: (t: number) => number | null) => {
  if (limit === null) return null;
  return Array.isArray(limit) ? limit.map(of) : of(limit);
};

const stateNames = (state: SteadyState) => ({
  stable: state.stable,
  utilization: state.utilization,
  prob_wait: state.probWait,
  mean_wait: state.meanWait,
  mean_sojourn: state.meanSojourn,
  mean_queue_length: state.meanQueueLength,
  mean_in_system: state.meanInSystem,
  throughput: state.throughput,
});

function single(
  reference: ReferenceCase,
  rate: number,
  service: Service,
  moments: { mean: number; second: number; third: number; mu?: number; sigma?: number },
): Difference[] {
  const state = mg1(rate, moments.mean, moments.second, moments.third);
  const got = {
    ...stateNames(state),
    var_wait: state.varWait,
    lognormal_mu: moments.mu,
    lognormal_sigma: moments.sigma,
  };
  return [
    ...compare(reference, got),
    ...comparePercentiles(reference, { rate, service, probWait: state.probWait }),
  ];
}

const batching = z.object({
  max_batch: z.number().int(),
  max_wait: z.number().nullish(),
  max_wait_infinite: z.boolean().optional(),
  service_fixed: z.number(),
  service_per_item: z.number(),
  servers: z.number().int().default(1),
});
/** A wait without end is written as null or by its flag: JSON has no infinity. */
const setupOf = (inputs: z.output<typeof batching>) => ({
  servers: inputs.servers,
  places: Infinity,
  maxBatch: inputs.max_batch,
  maxWait: inputs.max_wait_infinite || inputs.max_wait == null ? Infinity : inputs.max_wait,
});

/** The cases of queueing.json. */
export const queueing: Family = {
  mmc: (reference) => {
    const {
      lambda_: rate,
      mu,
      servers,
      slo: asked,
    } = markov.extend({ slo: oneOrMore.nullish() }).parse(reference.inputs);
    const limit =
      z.object({ slo: oneOrMore.nullish() }).parse(reference.expected).slo ?? asked ?? null;
    const queue = mmc(rate, mu, servers);
    const good = (t: number) => (queue.stable ? rate * queue.sojournWithin(t)! : null);
    return compare(reference, {
      ...stateNames(queue),
      wait: queue.wait,
      sojourn: queue.sojourn,
      prob_sojourn_within_slo: forEachLimit(limit, queue.sojournWithin),
      goodput: forEachLimit(limit, good),
    });
  },

  unstable: (reference) => {
    const { configs } = z.object({ configs: z.array(markov) }).parse(reference.inputs);
    const queues = configs.map(({ lambda_, mu, servers }) => mmc(lambda_, mu, servers));
    return compare(reference, {
      stable: queues.map((q) => q.stable),
      mean_wait: queues.map((q) => q.meanWait),
    });
  },

  mm1k: (reference) => {
    const {
      lambda_: rate,
      mu,
      capacity_in_system,
    } = z
      .object({ lambda_: z.number(), mu: z.number(), capacity_in_system: z.number().int() })
      .parse(reference.inputs);
    const queue = mm1k(rate, mu, capacity_in_system);
    return compareAll(reference, {
      prob_block: queue.probBlock,
      accepted_rate: queue.acceptedRate,
      throughput: queue.throughput,
      utilization: queue.utilization,
      mean_in_system: queue.meanInSystem,
      mean_sojourn_accepted: queue.meanSojourn,
      mean_wait_accepted: queue.meanWait,
    });
  },

  erlang_b: (reference) => {
    const { servers, offered_load } = z
      .object({ servers: z.number().int(), offered_load: z.number() })
      .parse(reference.inputs);
    return compareAll(reference, { prob_block: erlangB(servers, offered_load) });
  },

  md1: (reference) => {
    const { lambda_: rate, service_time: time } = z
      .object({ lambda_: z.number(), service_time: z.number() })
      .parse(reference.inputs);
    return single(reference, rate, constantService(time, 0), {
      mean: time,
      second: time ** 2,
      third: time ** 3,
    });
  },

  mg1_lognormal: (reference) => {
    const {
      lambda_: rate,
      mean_service,
      cv_service,
    } = z
      .object({ lambda_: z.number(), mean_service: z.number(), cv_service: z.number() })
      .parse(reference.inputs);
    return single(reference, rate, lognormalService(mean_service, cv_service), {
      mean: mean_service,
      ...lognormalOf(mean_service, cv_service),
    });
  },

  mgc_lognormal: (reference) => {
    const inputs = z
      .object({
        lambda_: z.number(),
        mean_service: z.number(),
        cv_service: z.number(),
        servers: z.number().int(),
      })
      .parse(reference.inputs);
    const setup = { servers: inputs.servers, places: Infinity, maxBatch: 1, maxWait: 0 };
    return compareIntervals(reference, {
      setup,
      rate: inputs.lambda_,
      service: lognormalService(inputs.mean_service, inputs.cv_service),
    });
  },

  batch: (reference) => {
    const inputs = batching.extend({ lambda_: z.number() }).parse(reference.inputs);
    return compareIntervals(reference, {
      setup: setupOf(inputs),
      rate: inputs.lambda_,
      service: constantService(inputs.service_fixed, inputs.service_per_item),
    });
  },

  trace: (reference) => {
    const inputs = batching
      .extend({ arrivals: z.array(z.number()), slo: z.number().nullish() })
      .parse(reference.inputs);
    const batches: { start: number; end: number; requests: number[] }[] = [];
    const seen = simulateTrace(
      setupOf(inputs),
      constantService(inputs.service_fixed, inputs.service_per_item),
      inputs.arrivals,
      inputs.slo ?? Infinity,
      seededRandom(simulationSeed),
      (start, end, first, size) => {
        batches.push({ start, end, requests: Array.from({ length: size }, (_, k) => first + k) });
      },
    );
    const at = (of: typeof percentile) => ({
      p50: of(seen.sojourns, 0.5),
      p95: of(seen.sojourns, 0.95),
      p99: of(seen.sojourns, 0.99),
    });
    const last = Math.max(...batches.map((batch) => batch.end));
    return compareAll(reference, {
      batches,
      latency: seen.sojourns,
      mean: seen.sojourn.mean,
      percentile_nearest_rank: at(percentile),
      percentile_linear_type7: at(percentileType7),
      makespan: batches.length > 0 ? last - inputs.arrivals[0]! : null,
      throughput: seen.throughput,
      goodput: seen.goodput,
      utilization: seen.utilization,
    });
  },

  coordinated_omission: (reference) => {
    const { intended_start_ms, service_ms } = z
      .object({ intended_start_ms: z.array(z.number()), service_ms: z.array(z.number()) })
      .parse(reference.inputs);
    const { naive, corrected } = coordinatedOmission(intended_start_ms, service_ms);
    return compareAll(reference, {
      naive_from_actual_send: naive,
      corrected_from_intended: corrected,
      naive_mean: naive.mean,
      corrected_mean: corrected.mean,
      naive_latencies: naive.latencies,
      corrected_latencies: corrected.latencies,
    });
  },

  business_mapping: businessMapping,
};
