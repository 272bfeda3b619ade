import type { Lab } from '../../../labs/lab.ts';
import { toErrorData } from '../../../main/contract/errors.ts';
import {
  emptyLabProgress,
  type LabProgress,
  type Learner,
} from '../../../main/contract/learner.ts';
import type { Annotations } from '../../../main/contract/annotation.ts';
import type { RunCard, RunSnapshot } from '../../../main/contract/run.ts';
import type { ReportSummary, TableReport } from '../../../main/contract/table-report.ts';
import type { LoadedLab } from '../../model/lab/registry.ts';
import { judgeOf, type KnownRuns } from '../../model/prediction/judging/judging-run.ts';
import {
  judgePrediction,
  placesOf,
  type Judged,
  type Outcome,
} from '../../model/prediction/outcome.ts';
import { noOutcomeWords } from '../../model/prediction/outcome-words.ts';
import {
  labStatus,
  type LabStatus,
  type PredictionProgress,
} from '../../model/prediction/progress.ts';
import { chooseRuns, type ChosenRuns } from './choose-runs.ts';

/** A prediction, and what became of it. */
export interface Said
  extends PredictionProgress, Pick<Judged, 'score' | 'verdict' | 'places' | 'curve'> {
  /** What came out, and in which run; null where no run has told yet. A formula has no run. */
  was: { value: Outcome; run: number | null } | null;
  /** What stands in place of what came out, where that is not known. */
  instead: string;
}

/** One run of the report: its card, or why that can't be read. */
export interface ReportRun {
  run: RunSnapshot;
  card: RunCard | null;
  problem: string | null;
}

/** A report on a table of the learner's own: the whole of it, or why that can't be read. */
export interface ReportTable {
  listed: ReportSummary;
  whole: TableReport | null;
  problem: string | null;
}

/** What a report says of one lab. */
export interface ReportLab {
  id: string;
  title: string;
  question: string;
  /** Null where this Lectern has no such lab, or its files can't be had. */
  loaded: LoadedLab | null;
  progress: LabProgress;
  status: LabStatus | null;
  said: Said[];
  /** What decides which questions are still open. */
  known: KnownRuns;
  /** How many runs of it there are. */
  runCount: number;
  chosen: Omit<ChosenRuns, 'runs'>;
  runs: ReportRun[];
  /** Reports on the learner's own tables, newest first. */
  tables: ReportTable[];
}

/** So many reports on tables stand in it. */
const mostTables = 8;

/** What is collected from. `card` rejects where a card can't be had. */
export interface Source {
  runs: readonly RunSnapshot[];
  annotations: Annotations;
  learner: Learner;
  card: (id: string) => Promise<RunCard>;
  tables: readonly ReportSummary[];
  /** Rejects where it can't be had. */
  table: (id: string) => Promise<TableReport>;
  load: (id: string) => Promise<LoadedLab>;
}

/** Collects one lab, card after card. `onCard` hears of each that has come. */
export async function collectLab(
  id: string,
  source: Source,
  onCard: () => void,
): Promise<ReportLab> {
  const loaded = await source.load(id).catch(() => null);
  const progress = source.learner.labs[id] ?? emptyLabProgress;
  const own = source.runs.filter((run) => run.lab === id);
  const { runs, ...chosen } = chooseRuns(own, source.annotations);
  const status = loaded && labStatus(loaded.story, progress);
  const said: Said[] = [];
  for (const one of status?.each.predictions ?? [])
    said.push(await outcomeOf(loaded!.lab, one, source));
  const kept: ReportRun[] = [];
  for (const run of runs) {
    kept.push(
      await source.card(run.id).then(
        (card) => ({
          run: { ...run, series: card.series, result: card.result },
          card,
          problem: null,
        }),
        (error: unknown) => ({ run, card: null, problem: toErrorData(error).what }),
      ),
    );
    onCard();
  }
  const tables: ReportTable[] = [];
  for (const listed of source.tables.filter(({ lab }) => lab === id).slice(0, mostTables))
    tables.push(
      await source.table(listed.id).then(
        (whole) => ({ listed, whole, problem: null }),
        (error: unknown) => ({ listed, whole: null, problem: toErrorData(error).what }),
      ),
    );
  return {
    id,
    title: loaded?.lab.title ?? id,
    question: loaded?.lab.question ?? '',
    loaded,
    progress,
    status,
    said,
    known: source,
    runCount: own.length,
    chosen,
    runs: kept,
    tables,
  };
}

/** Asks the run that judges a prediction what became of it. */
async function outcomeOf(lab: Lab, one: PredictionProgress, source: Source): Promise<Said> {
  const { part, step, said } = one;
  if (!said) return { ...one, ...unjudged, instead: '' };
  if (step.needsRun === false) {
    const { was, ...found } = judgePrediction(step, said, null);
    const came = was === null ? null : { value: was, run: null };
    return { ...one, ...found, instead: noOutcomeWords(step), was: came };
  }
  const run = judgeOf({ lab, part }, { step: step.id, lockedAt: said.lockedAt }, source);
  const places = placesOf(step, said.value, null);
  if (!run) return { ...one, ...unjudged, instead: 'no run yet', places };
  const card = await source.card(run.id).catch(() => null);
  if (!card) return { ...one, ...unjudged, instead: 'its run could not be read', places };
  const { was, ...found } = judgePrediction(step, said, card.result);
  const came = was === null ? null : { value: was, run: run.number };
  return { ...one, ...found, instead: noOutcomeWords(step), was: came };
}

const unjudged = { was: null, score: null, verdict: null, places: null, curve: null };

/** Labs that something is known of, in the order of `known`; others, from an imported notebook, after them. */
export function labsWithAnything(
  known: readonly string[],
  runs: readonly Pick<RunSnapshot, 'lab'>[],
  learner: Learner,
  tables: readonly Pick<ReportSummary, 'lab'>[] = [],
): string[] {
  const said = Object.entries(learner.labs)
    .filter(
      ([, one]) =>
        one.done.length +
          Object.keys(one.predictions).length +
          Object.keys(one.checks).length +
          Object.keys(one.reflections).length +
          Object.keys(one.codes ?? {}).length >
        0,
    )
    .map(([id]) => id);
  const any = new Set([...runs.map(({ lab }) => lab), ...said, ...tables.map(({ lab }) => lab)]);
  return [
    ...known.filter((id) => any.has(id)),
    ...[...any].filter((id) => !known.includes(id)).sort(),
  ];
}
