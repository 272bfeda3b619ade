import { formatFixed } from '../../../../renderer/kit/number/format.ts';
import type { Finding } from '../../own/finding.ts';
import { wholeId } from '../../own/findings/table-findings.ts';
import type { LeakReport } from '../../own/leak-report.ts';

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

/** What all numeric features together score; nothing where they were not scored. */
export function wholeWords({ whole }: LeakReport): string[] {
  const { random, chronological, same, rebuilt, rebuiltRows } = whole;
  if (random === null) return [];
  const two = (value: number | null) => (value === null ? '–' : formatFixed(value, 2));
  return [
    `AUC of all numeric features: ${random.shuffles} random splits ${two(random.mean)} ± ${two(random.sd)}, ` +
      `in order ${two(chronological)}.` +
      (rebuilt === null
        ? ''
        : ` On the ${formatFixed(rebuiltRows)} later rows for which it can be told what was known: ${two(same)} as the table stands, ${two(rebuilt)} rebuilt.`),
  ];
}
