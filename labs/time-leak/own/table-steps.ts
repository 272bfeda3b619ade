import { show, two, type Finding } from './finding.ts';
import { whyNotRebuilt, type Rebuilding } from './findings/not-rebuilt.ts';
import { aloneWords, splitWords } from './findings/split-words.ts';
import type { LeakReport } from './leak-report.ts';

/** Text, or a number with the decimals that it is read with. */
type Cell = string | { value: number; interval: null; exact: boolean; digits: number };

/** What one part of the lab's story is on a table. */
interface TableStep {
  /** Of the story; null where it is of none. */
  part: string | null;
  heading: string;
  paragraphs: string[];
  points: string[];
  tables: { caption: string; columns: string[]; rows: { cells: Cell[]; quiet: boolean }[] }[];
}

const cell = (value: number | null | undefined, digits: number): Cell =>
  typeof value === 'number' ? { value, interval: null, exact: false, digits } : '–';

/** The lab's steps on a table: those that it can do, from its leak report, and what could not be done. */
export const tableSteps = (report: LeakReport): TableStep[] => [
  splitStep(report),
  leakStep(report),
  joinStep(report),
  leftOut,
];

/** Part 2: does a random split flatter here? */
function splitStep(report: LeakReport): TableStep {
  return {
    part: 'split',
    heading: 'Split: at random, or in order of time?',
    paragraphs: [splitWords(report), ...wholeSplit(report)],
    points: [],
    tables: [],
  };
}

/** What all features together score over either split. That nothing at all is scored has been said. */
function wholeSplit({ whole, rebuilding }: LeakReport): string[] {
  const { random, chronological, features } = whole;
  if (!rebuilding.scored) return [];
  if (features === 0) return ['There are no numeric features to score together.'];
  if (random === null) return ['No random split has both labels among the rows to score.'];
  return [
    `All numeric features together, by logistic regression: AUC ${two(random.mean)} ± ${two(random.sd)} over ${show(random.shuffles)} random splits` +
      (chronological === null ? '.' : `, ${two(chronological)} in order of time.`),
  ];
}

/** Part 3: which values are newer than their rows, and what each feature tells alone. */
function leakStep(report: LeakReport): TableStep {
  const { findings, features } = report;
  const words: Record<Finding['kind'], string> = {
    leak: 'LEAK',
    question: 'Question',
    note: 'Note',
  };
  return {
    part: 'leak',
    heading: 'Leak: what is known too early?',
    paragraphs: aloneWords(report),
    points: findings.map(({ kind, title, detail }) => `${words[kind]}: ${title}. ${detail}`),
    tables: [
      {
        caption: 'Each feature alone; ± is the spread over random splits',
        columns: ['Feature', 'With a time', 'Newer', 'AUC, random', '±', 'AUC, in order'],
        rows: features.map(({ name, dated, newer, auc, aucInOrder }) => ({
          quiet: false,
          cells: [
            ...[name, cell(dated, 0), cell(newer, 0)],
            ...[cell(auc?.mean, 2), cell(auc?.sd, 2), cell(aucInOrder, 2)],
          ],
        })),
      },
    ],
  };
}

/** Part 4: the same features with the values that were known at each row. */
function joinStep({ features, whole, rebuilding }: LeakReport): TableStep {
  const rebuilt = features.filter((feature) => feature.rebuilt !== null);
  return {
    part: 'join',
    heading: 'Join: what was known at each row?',
    paragraphs: [
      rebuilt.length === 0
        ? noneRebuilt(features, rebuilding)
        : 'Each value is replaced by the newest one of the same owner that was there before its row. Both scores are of the same later rows.',
      ...(whole.rebuilt === null
        ? []
        : [
            `All numeric features together: AUC ${two(whole.same)} as the table stands, ${two(whole.rebuilt)} with their newer values rebuilt. Both are of the same ${show(whole.rebuiltRows)} later rows.`,
          ]),
    ],
    points: [],
    tables:
      rebuilt.length === 0
        ? []
        : [
            {
              caption: 'AUC of each feature alone, as the table stands and rebuilt',
              columns: ['Feature', 'As it stands', 'Rebuilt', 'Rows'],
              rows: rebuilt.map((feature) => ({
                quiet: false,
                cells: [
                  ...[feature.name, cell(feature.same, 2), cell(feature.rebuilt, 2)],
                  cell(feature.rebuiltRows, 0),
                ],
              })),
            },
          ],
  };
}

/** Why no feature has a score as of its rows: each cause once, with the features that it is of where there are several. */
function noneRebuilt(features: LeakReport['features'], rebuilding: Rebuilding): string {
  if (features.length === 0) return 'There is no feature to rebuild.';
  const named = new Map<string, string[]>();
  for (const feature of features) {
    const why = whyNotRebuilt(rebuilding, feature);
    named.set(why, [...(named.get(why) ?? []), feature.name]);
  }
  if (named.size === 1) return `No feature can be scored rebuilt: ${[...named.keys()][0]!}.`;
  const each = [...named].map(([why, names]) => `${names.join(', ')}: ${why}.`);
  return `No feature can be scored rebuilt. ${each.join(' ')}`;
}

/** What the made-up events are needed for. */
const leftOut: TableStep = {
  part: null,
  heading: 'What needs the built-in events',
  paragraphs: ['These steps are not made on a table.'],
  points: [
    'Six rows: the lecture’s own table.',
    'The live score: what a model would have scored in production. A table does not say how its values looked at that time, but where they can be rebuilt.',
    'Drift: training again on newer rows. It takes worlds with the drift and without it, and only made-up ones have both.',
    'Your predictions and checks: they are about the built-in events, and are judged by runs with them.',
  ],
  tables: [],
};
