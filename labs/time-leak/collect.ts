import { mean } from '../math/statistics.ts';
import { world, type Events } from './data.ts';
import type { SweepRow } from './drift.ts';
import { averageOf, intervalOf, intervalOfGap, type Scored } from './evaluate.ts';
import type { TimeLeakParameters, TimeLeakResult } from './lab.ts';
import { divisions, featureSets, joins, models, policies, splits } from './names.ts';
import { pickSample, type SampleRow } from './sample.ts';
import type { Finding } from './score.ts';
import type { Folds } from './splits.ts';

/** What one world has shown so far. */
interface World {
  findings: Finding[];
  sweep: SweepRow[];
  add(finding: Finding): void;
}

interface First {
  data: TimeLeakResult['data'];
  sample: SampleRow[];
  trains: Record<
    (typeof divisions)[number],
    { trainRows: number; testRows: number; trainFrom: number; trainTo: number }
  >;
}

/** Everything that was found, world by world. */
export interface Collected {
  worlds: World[];
  first: First | null;
  start(events: Events, folds: Folds): World;
}

export function collect(): Collected {
  const collected: Collected = {
    worlds: [],
    first: null,
    start(events, folds) {
      const own: World = {
        findings: [],
        sweep: [],
        add: (finding) => void own.findings.push(finding),
      };
      collected.worlds.push(own);
      collected.first ??= describe(events, folds);
      return own;
    },
  };
  return collected;
}

function describe(events: Events, folds: Folds): First {
  const positives = events.label.reduce((sum, label) => sum + label, 0);
  const of = ({ train, test }: { train: Uint32Array; test: Uint32Array }) => ({
    trainRows: train.length,
    testRows: test.length,
    trainFrom: round(events.day[train[0]!] ?? 0),
    trainTo: round(events.day[train.at(-1)!] ?? 0),
  });
  return {
    data: {
      rows: events.rows,
      users: new Set(events.user).size,
      positives,
      days: world.days,
      cutDay: world.cutDay,
    },
    sample: pickSample(events, folds).map((row) => ({
      ...row,
      day: round(row.day),
      available: round(row.available),
    })),
    trains: {
      random: of(folds.random),
      chronological: of(folds.chronological),
      gap: of(folds.gap),
    },
  };
}

/** The result so far. A score counts once every world that has been started has it, so that all means are over the same worlds. */
export function resultOf(collected: Collected, parameters: TimeLeakParameters): TimeLeakResult {
  const { first } = collected;
  const find = <K extends Finding['kind']>(
    kind: K,
    test: (finding: Extract<Finding, { kind: K }>) => boolean,
  ) =>
    collected.worlds.flatMap((own) =>
      own.findings
        .filter((finding): finding is Extract<Finding, { kind: K }> => finding.kind === kind)
        .filter(test),
    );
  const interval = (scored: Scored[]): [number, number] => pair(intervalOf(scored));

  const scoreOf = (features: string, model: string, split: string) =>
    find(
      'score',
      (row) => row.features === features && row.model === model && row.split === split,
    ).map((row) => row.scored);
  const scores = featureSets.flatMap((features) =>
    models.flatMap((model) =>
      splits.flatMap((split) => {
        const scored = scoreOf(features, model, split);
        if (scored.length === 0) return [];
        return [
          {
            features,
            model,
            split,
            ...rounded(averageOf(scored)),
            ci95: interval(scored),
            perWorld: scored.map((one) => round(one.auc)),
          },
        ];
      }),
    ),
  );
  const gaps = featureSets.flatMap((features) =>
    models.flatMap((model) => {
      const live = scoreOf(features, model, 'live');
      const offline = scoreOf(features, model, 'random').slice(0, live.length);
      if (live.length === 0) return [];
      const perWorld = live.map((one, w) => round(offline[w]!.auc - one.auc));
      return [
        {
          features,
          model,
          gap: round(mean(perWorld)!),
          ci95: pair(intervalOfGap(offline, live)),
          perWorld,
        },
      ];
    }),
  );
  const divided = divisions.flatMap((split) => {
    const scored = find('division', (row) => row.split === split).map((row) => row.scored);
    return scored.length === 0
      ? []
      : [
          {
            split,
            auc: round(averageOf(scored).auc),
            ci95: interval(scored),
            ...first!.trains[split],
          },
        ];
  });
  const joined = joins.flatMap((join) => {
    const rows = find('join', (row) => row.join === join);
    if (rows.length === 0) return [];
    const [offline, live] = [rows.map((row) => row.offline), rows.map((row) => row.live)];
    return [
      {
        join,
        auc: round(averageOf(offline).auc),
        ci95: interval(offline),
        live: round(averageOf(live).auc),
        liveCi95: interval(live),
        ...rows[0]!.sources,
      },
    ];
  });
  const swept = averageSweep(
    collected.worlds.map((own) => own.sweep).filter((rows) => rows.length > 0),
  );
  return {
    data: first!.data,
    scores,
    gaps,
    splits: divided,
    joins: joined,
    sources: featureSets.flatMap((features) =>
      find('sources', (row) => row.features === features)
        .slice(0, 1)
        .map((row) => ({ features, ...row.sources })),
    ),
    drift: policies.flatMap((policy) => {
      const row = swept.find(
        (one) =>
          one.policy === policy &&
          (policy === 'never' || one.everyDays === parameters.retrainEveryDays),
      );
      return row
        ? [
            {
              policy,
              auc: row.auc,
              retrainings: row.retrainings,
              weekly: row.weekly.map((auc, week) => ({ week, auc })),
            },
          ]
        : [];
    }),
    sweep: swept,
    sample: first!.sample,
  };
}

function averageSweep(worlds: readonly SweepRow[][]): SweepRow[] {
  return (worlds[0] ?? []).map((row, i) => ({
    ...row,
    auc: round(mean(worlds.map((own) => own[i]!.auc))!),
    weekly: row.weekly.map((_, week) => {
      const known = worlds.flatMap((own) => own[i]!.weekly[week] ?? []);
      return known.length > 0 ? round(mean(known)!) : null;
    }),
  }));
}

/** Six decimals: far more than the data bear, and the same number after JSON. */
const round = (value: number) => Number(value.toFixed(6));
const pair = ([low, high]: [number, number]): [number, number] => [round(low), round(high)];
const rounded = <T extends Record<string, number>>(values: T): T =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, round(value)])) as T;
