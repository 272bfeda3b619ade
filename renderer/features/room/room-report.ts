import { escapeHtml } from '../../../labs/kit/escape-html.ts';
import type { RoomFile } from '../../../main/contract/room.ts';
import { ticksRight, type AnswerValue } from '../../../main/contract/room-question.ts';
import { isClose, spreadOf } from '../../../main/contract/room-spread.ts';
import { formatFixed } from '../../kit/number/format.ts';
import { saidNumber } from '../../model/room/room-words.ts';

type KeptRound = RoomFile['rounds'][number];

const css = `
:root { color-scheme: light; }
body { margin: 0 auto; max-width: 820px; padding: 32px; color: #14161b; background: #fff; font: 13px/1.4 system-ui, sans-serif; }
h1 { margin: 0 0 4px; font-size: 22px; }
h2 { margin: 16px 0 6px; font-size: 15px; }
p { margin: 0 0 6px; color: #454a54; }
table { width: 100%; border-collapse: collapse; font-variant-numeric: tabular-nums; }
th, td { padding: 4px 8px 4px 0; border-bottom: 1px solid #dfded8; text-align: left; vertical-align: top; overflow-wrap: anywhere; }
thead th { color: #61666f; font-size: 11px; }
tbody th { font-weight: 600; }
li { margin: 2px 0; overflow-wrap: anywhere; }
@page { size: A4; margin: 12mm; }
@media print { body { max-width: none; padding: 0; font-size: 11px; } tr, li { break-inside: avoid; } }
`;

/** What the room answered to one thing, in one cell. */
function answerCell({ question, answers }: KeptRound): string {
  const said = answers.map(([, value]) => value);
  switch (question.kind) {
    case 'choice':
      return question.options
        .map(({ id, label }) => `${label}: ${said.filter((value) => value === id).length}`)
        .join(' · ');
    case 'rows':
      return question.rows
        .map(
          ({ id }) =>
            `${id}: ${said.filter((ids) => Array.isArray(ids) && ids.includes(id)).length}`,
        )
        .join(' · ');
    case 'weights':
      return question.criteria
        .map(({ id, label }) => `${label}: ${saidNumber(meanWeight(id, said))}`)
        .join(' · ');
    case 'number': {
      const spread = spreadOf(said.map(Number));
      if (!spread) return '';
      return `middle half ${saidNumber(spread.lower)} to ${saidNumber(spread.upper)}, the middle one ${saidNumber(spread.median)} ${question.unit}`.trim();
    }
    case 'group':
      return '';
  }
}

/** The mean weight of one criterion. */
function meanWeight(id: string, said: readonly AnswerValue[]): number {
  const weights = said.flatMap((value) =>
    typeof value === 'object' && !Array.isArray(value) ? [value[id] ?? 0] : [],
  );
  return weights.reduce((sum, weight) => sum + weight, 0) / weights.length;
}

/** What came out, and how many were close. */
function runCell({ question, answers, outcome }: KeptRound): string {
  if (question.kind === 'rows') {
    const right = answers.filter(([, value]) => ticksRight(question, value)).length;
    const rows = question.rows.flatMap((row) => (row.right ? [row.id] : []));
    return `right: ${rows.join(', ')}; ${formatFixed(right)} of ${formatFixed(answers.length)} had every row right`;
  }
  if (!outcome) return '';
  if (outcome.atLeast) return `at least ${outcome.words}`;
  const by = outcome.run === null ? 'a formula' : `run ${outcome.run}`;
  // An answer in words, of several studies, is near no number.
  if (question.kind === 'number' && typeof outcome.value !== 'number')
    return `${outcome.words} (${by})`;
  const rule = question.predicted?.close ?? null;
  const close = answers.filter(
    ([, value]) => typeof value !== 'object' && isClose(value, outcome.value, rule),
  ).length;
  return `${outcome.words} (${by}); ${formatFixed(close)} of ${formatFixed(answers.length)} ${rule ? `close: ${rule.words}` : 'right'}`;
}

/** A class on one page, to print: no script, nothing that is fetched. `begun`: when, in words. */
export function roomReport(file: RoomFile, begun: string): string {
  const rows = file.rounds
    .map(
      (round) =>
        `<tr><th scope="row">${escapeHtml(round.question.text)}</th>` +
        `<td>${formatFixed(round.answers.length)}</td><td>${escapeHtml(answerCell(round))}</td>` +
        `<td>${escapeHtml(runCell(round))}</td></tr>`,
    )
    .join('\n');
  const questions = file.questions
    .map(
      ({ text, name, support }) =>
        `<li>${escapeHtml(text)}${name ? ` (${escapeHtml(name)})` : ''}${support > 0 ? `, ${support} more` : ''}</li>`,
    )
    .join('\n');
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>What the room answered</title>
<style>${css}</style>
</head>
<body>
<h1>What the room answered</h1>
<p>${escapeHtml(begun)}. ${formatFixed(file.joined)} ${file.joined === 1 ? 'phone' : 'phones'} joined. Answers are by anonymous numbers.</p>
${rows === '' ? '<p>Nothing was answered.</p>' : `<table><thead><tr><th scope="col">Asked</th><th scope="col">Answers</th><th scope="col">The room</th><th scope="col">The run</th></tr></thead><tbody>\n${rows}\n</tbody></table>`}
${questions === '' ? '' : `<h2>Questions to the lecturer</h2>\n<ul>\n${questions}\n</ul>`}
</body>
</html>
`;
}
