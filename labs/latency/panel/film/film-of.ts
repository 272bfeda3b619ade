import { useMemo } from 'react';
import { seededRandom } from '../../../math/random.ts';
import {
  queueLength,
  serviceOf,
  setupOf,
  type FittedModel,
  type Setting,
} from '../../explore/explore.ts';
import type { LatencyParameters } from '../../parameters.ts';
import { passagesOf, type Passages } from '../../queueing/passages.ts';
import type { LatencyMeasured } from '../../result.ts';
import { settingOf } from '../followed.ts';

/** Requests that are shown one by one. */
const many = 40;

/** What a stretch is drawn from, besides the timings. */
interface Asked {
  model: FittedModel;
  setting: Setting;
  seed: number;
}

/**
 * The requests of the chosen setting's first replication, drawn again from the run's own timings and seed: the times behind the numbers
 * of the table. Null without timings. `key` is another one for another stretch.
 */
export function useFilmOf(
  measured: LatencyMeasured | null,
  model: FittedModel | undefined,
  parameters: LatencyParameters,
  seed: number,
): { passages: Passages; key: string } | null {
  const asked: Asked | null = model
    ? {
        model: { name: model.name, service: model.service },
        setting: settingOf(parameters),
        seed,
      }
    : null;
  const key = asked && JSON.stringify(asked);
  return useMemo(() => {
    if (!measured || key === null) return null;
    const passages = drawn(measured, JSON.parse(key) as Asked);
    return passages && { passages, key };
  }, [measured, key]);
}

function drawn(measured: LatencyMeasured, { model, setting, seed }: Asked): Passages | null {
  if (!(setting.arrivalsPerSecond > 0)) return null;
  return passagesOf(
    {
      setup: setupOf(setting),
      service: serviceOf(measured, model, setting),
      rate: setting.arrivalsPerSecond / 1000,
      limit: setting.limitMs,
      replications: setting.replications,
      length: queueLength,
    },
    seededRandom(seed).fork(`simulate ${model.name} chosen 0`),
    many,
  );
}
