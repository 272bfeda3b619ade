import { orderOpen } from '../../../data/column.ts';
import { shown } from '../../../data/problem.ts';
import { formatWords } from '../../../data/times/formats.ts';
import { formatFixed } from '../../../../renderer/kit/number/format.ts';
import type { Finding } from '../../own/finding.ts';
import { wholeId } from '../../own/findings/table-findings.ts';
import type { LeakReport } from '../../own/leak-report.ts';
import type { TableAnswers, TableMapping } from '../../own/table-mapping.ts';

/** What came of a table, in a sentence. Leaks are counted by feature: what all of them cost together is no further one. */
export function foundWords(findings: readonly Pick<Finding, 'id' | 'kind'>[]): string {
  const of = (kind: Finding['kind']) =>
    findings.filter((finding) => finding.kind === kind && finding.id !== wholeId).length;
  const [leaks, asks] = [of('leak'), of('question')];
  if (leaks > 0)
    return leaks === 1
      ? 'one thing that nobody could know'
      : `${formatFixed(leaks)} things that nobody could know`;
  if (asks === 0) return 'no leak shown, no question';
  return `no leak shown, ${asks === 1 ? 'one question' : `${formatFixed(asks)} questions`}`;
}

/** How the rows were split. */
export const splitWords = ({ trainRows, testRows, cut }: LeakReport): string =>
  `Learned on the first ${formatFixed(trainRows)}, scored on the later ${formatFixed(testRows)}` +
  `${cut === null ? ': no such split is good enough' : ''}.`;

/** What somebody had to say of how cells are read, or could have said otherwise: which label is 1, orders of dates and zones. */
export function readingWords(
  { label, time, features }: TableMapping,
  [zero, one]: readonly [string, string],
  { zones = {} }: TableAnswers,
): string[] {
  const isPlain = zero === '0' && one === '1';
  const times = [time, ...features.flatMap(({ written }) => written ?? [])].flatMap(
    ({ column, format, zone }) => [
      ...(column.kind === 'time' && column.time && orderOpen(column.time)
        ? [`“${column.name}” is read as ${formatWords[format]}.`]
        : []),
      ...(zone ? [`The clock of “${column.name}” stood at ${zones[column.name]}.`] : []),
    ],
  );
  return [
    ...(isPlain ? [] : [`In “${label.name}” ${shown(one)} counts as 1, ${shown(zero)} as 0.`]),
    ...new Set(times),
  ];
}

/** What all numeric features together score; nothing where they were not scored. */
export function wholeWords({ whole }: LeakReport): string[] {
  const { random, chronological, rebuilt } = whole;
  if (random === null) return [];
  const two = (value: number | null) => (value === null ? '–' : formatFixed(value, 2));
  return [
    `AUC of all numeric features: ${random.shuffles} random splits ${two(random.mean)} ± ${two(random.sd)}, ` +
      `in order ${two(chronological)}${rebuilt === null ? '' : `, rebuilt ${two(rebuilt)}`}.`,
  ];
}
