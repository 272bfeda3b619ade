import type { ReportCell, ReportContent, ReportSection } from '../../../view.ts';
import { formatFixed } from '../../../../renderer/kit/number/format.ts';
import type { Finding } from '../../own/finding.ts';
import type { LeakReport } from '../../own/leak-report.ts';
import { aloneWords, splitWords } from '../../own/findings/split-words.ts';
import { readingWords } from '../../own/roles/reading-words.ts';
import { foundWords, wholeWords } from './leak-words.ts';
import { rolesOf, type Opened } from './use-table.ts';

interface Found {
  report: LeakReport;
  notices: readonly string[];
  /** What counts as 0 and as 1. */
  labelWords: readonly [string, string];
  hash: string;
}

const headings: Record<Finding['kind'], string> = {
  leak: 'Leaks: shown by the file itself',
  question: 'Questions: only somebody who knows the table can tell',
  note: 'Looked at, and nothing of either',
};
const cell = (value: number | null, digits: number, unit?: string): ReportCell =>
  value === null
    ? '–'
    : { value, interval: null, exact: false, digits, ...(unit !== undefined && { unit }) };

/**
 * The leak report as the notebook keeps it. The rows that a finding shows on screen are no part of it: they hold cells of the table.
 * `day`: as it is to be read.
 */
export function contentOf(opened: Opened, found: Found, day: string): ReportContent {
  const { file } = opened;
  const { roles, used, mapping } = rolesOf(opened);
  const { report, notices, labelWords, hash } = found;
  const column = (role: string, name: string | undefined) =>
    name === undefined ? [] : [{ role, column: name }];
  return {
    lab: 'time-leak',
    step: 'your-table-explore',
    file: { name: file.name.slice(0, 255), bytes: file.size, sha256: hash },
    rows: report.rows,
    roles: [
      ...column('Time of the event', roles.time),
      ...column('Time of day', roles.timeOfDay),
      ...column('Label', roles.label),
      ...column('Whose row it is', roles.owner),
      ...used.flatMap((name) => column('Feature', name)),
      ...Object.entries(roles.written ?? {}).map(([feature, at]) => ({
        role: 'Written at',
        column: `${at}, for ${feature}`,
      })),
    ],
    found: foundWords(report.findings),
    body: {
      title: `Leak report of ${file.name}`,
      about: [
        `${formatFixed(report.rows)} rows, ${formatFixed(report.positives)} of the label that is predicted; looked at on ${day}.`,
        splitWords(report),
        ...wholeWords(report),
        ...(mapping ? readingWords(mapping, labelWords, opened.answers) : []),
        ...notices,
      ],
      sections: [
        ...(['leak', 'question', 'note'] as const).flatMap((kind) => ofKind(report, kind)),
        features(report),
        limits,
      ],
    },
  };
}

function ofKind({ findings }: LeakReport, kind: Finding['kind']): ReportSection[] {
  const points = findings
    .filter((finding) => finding.kind === kind)
    .map(({ title, detail }) => `${title}. ${detail}`);
  return points.length === 0
    ? []
    : [{ heading: headings[kind], paragraphs: [], points, tables: [] }];
}

const features = (report: LeakReport): ReportSection => ({
  heading: 'Each feature alone',
  paragraphs: [
    'AUC over random splits, in order of time, and with the value that was known at each row. “Newer”: values that were written after their row.',
    ...aloneWords(report),
  ],
  points: [],
  tables: [
    {
      caption: 'AUC of each feature alone',
      columns: ['Feature', 'Newer', 'Random splits', 'In order', 'Rebuilt'],
      rows: report.features.map((feature) => ({
        quiet: false,
        cells: [
          feature.name,
          cell(feature.newer, 0, 'values'),
          cell(feature.auc?.mean ?? null, 2, 'AUC'),
          cell(feature.aucInOrder, 2, 'AUC'),
          cell(feature.rebuilt, 2, 'AUC'),
        ],
      })),
    },
  ],
});

const limits: ReportSection = {
  heading: 'What this can’t tell',
  paragraphs: [],
  points: [
    'A leak is said only where a value was written after its row. A table that does not say when its values were written can leak all the same.',
    'A question is not a verdict. Whoever made the table can answer it.',
    'The label is taken as it stands. When it became known is not looked at.',
    'A column that tells the label well may be a good feature, or the label itself.',
  ],
  tables: [],
};
