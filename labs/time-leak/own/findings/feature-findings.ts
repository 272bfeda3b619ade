import type { Grain } from '../../../data/times/grain.ts';
import { worthLooking, type Judged } from '../feature-report.ts';
import { apart, mostExamples, percent, show, two, valueWords, type Finding } from '../finding.ts';
import type { FeatureColumn, LeakTable } from '../leak-table.ts';
import type { Newer } from '../newer.ts';
import { fallOf, placeboMargin } from '../placebo.ts';
import type { Sides } from '../split.ts';

const nearlyAll = 0.95;

/** What is said of one feature. A leak only where values are newer than their rows; whatever else looks odd is a question. */
export function featureFindings(
  table: LeakTable,
  feature: FeatureColumn,
  judged: Judged,
  sides: Sides | null,
): Finding[] {
  return [
    ...newerFindings(table, feature, judged),
    ...refusedFindings(feature),
    ...fallFindings(table, feature, judged),
    ...riseFindings(feature, judged),
    ...tooGoodFindings(table, feature, judged, sides),
  ];
}

function newerFindings(
  table: LeakTable,
  feature: FeatureColumn,
  { report, newer }: Judged,
): Finding[] {
  const { written } = feature;
  if (!newer || !written || written.refused !== null) return [];
  const columns = [feature.name, written.column];
  const found: Finding[] = [];
  const count = newer.newer.length;
  if (count > 0)
    found.push({
      id: `newer ${feature.name}`,
      kind: 'leak',
      title: `${feature.name}: ${show(count)} of ${show(newer.dated)} values ${count === 1 ? 'was' : 'were'} written after ${count === 1 ? 'its' : 'their'} row (${percent(count, newer.dated)})`,
      detail:
        'At the moment of the row nobody had them. Join by the time at which each value was written.' +
        undatedWords(newer) +
        rebuiltWords(report),
      columns,
      rows: count,
      examples: newer.newer.slice(0, mostExamples).map((i) => ({
        row: table.rowNumbers[i]!,
        words: `${valueWords(feature, feature.values[i]!)} written ${apart(table, written.at[i]! - table.time[i]!)} after the row`,
      })),
    });
  if (newer.unsure > 0)
    found.push({
      id: `unsure ${feature.name}`,
      kind: 'question',
      title: `${feature.name}: for ${show(newer.unsure)} of ${show(newer.dated)} values it can’t be told whether they are newer than their row`,
      detail: unsureWords(table, written),
      columns: [...columns, table.timeName],
      rows: newer.unsure,
      examples: [],
    });
  if (count === 0 && newer.unsure === 0 && newer.dated > 0)
    found.push({
      id: `known ${feature.name}`,
      kind: 'note',
      title: `${feature.name}: none of ${show(newer.dated)} values was written after its row`,
      detail: `“${written.column}” says when each was written.${undatedWords(newer)}`,
      columns,
      rows: newer.dated,
      examples: [],
    });
  return found;
}

const undatedWords = ({ undated }: Newer): string => {
  if (undated === 0) return '';
  const [more, count] = undated === 1 ? ['value has', 'counts'] : ['values have', 'count'];
  return ` ${show(undated)} more ${more} no such time and ${count} as not known.`;
};

const hour = 3_600_000;
/** A clock is put back by less than this; a cell that names a day alone leaves more open. */
const halfDay = 12 * hour;
const hasDays = (slack: Float64Array | null) => slack?.some((later) => later > halfDay) === true;

function unsureWords(
  { timeName, grain: rows, timeSlack }: LeakTable,
  { column, grain, slack }: { column: string; grain: Grain; slack: Float64Array | null },
) {
  const inDays = [hasDays(timeSlack) && timeName, hasDays(slack) && column].find(Boolean);
  if (rows === grain && inDays)
    return `Some cells of “${inDays}” name a day and no time of day, and the other time falls into the same day. The time of day of each would settle it.`;
  if (rows === grain)
    return 'A clock was put back and showed an hour twice. These times fall into that hour. Times with their distance from UTC, such as +02:00, would settle it.';
  const [coarse, span] = coarser(rows, grain) ? [timeName, rows] : [column, grain];
  const finer = coarse === timeName ? 'row' : 'value';
  return `“${coarse}” names ${span === 'hour' ? 'an' : 'a'} ${span} and no more, and the other time falls into the same ${span}. The exact time of each ${finer} would settle it.`;
}

const grains: Grain[] = ['moment', 'minute', 'hour', 'day', 'month', 'year'];
const coarser = (one: Grain, other: Grain) => grains.indexOf(one) > grains.indexOf(other);

const rebuiltWords = ({ same, rebuilt, rebuiltRows }: Judged['report']): string => {
  if (same === null || rebuilt === null)
    return ' A score without them can’t be rebuilt: there are too few later rows whose owner has an earlier value.';
  return ` Alone it scores ${two(same)} as the table stands and ${two(rebuilt)} with what was known, on ${show(rebuiltRows)} later rows.`;
};

function refusedFindings({ name, written }: FeatureColumn): Finding[] {
  if (!written || written.refused === null) return [];
  return [
    {
      id: `refused ${name}`,
      kind: 'question',
      title: `${name}: whether its values are newer than their rows can’t be told`,
      detail: written.refused,
      columns: [name, written.column],
      rows: written.dated,
      examples: [],
    },
  ];
}

function fallFindings(table: LeakTable, feature: FeatureColumn, { report }: Judged): Finding[] {
  const { same, rebuilt, rebuiltRows, placebo } = report;
  if (same === null || rebuilt === null || placebo === null || feature.written) return [];
  const fall = fallOf(same, rebuilt);
  const beyond = fall > placebo.high + placeboMargin && fall > worthLooking;
  const numbers =
    `${feature.name}: alone ${two(same)} in its own row, ${two(rebuilt)} with the value of the owner’s row before ` +
    `(${show(rebuiltRows)} later rows)`;
  const against =
    `For comparison: ${placebo.rounds} made-up honest inputs, as strong as this one but with nothing of the owner in them, fall by ${two(placebo.mean)} on average, and all but one of them by ${two(placebo.high)} at most. ` +
    `This one falls by ${two(fall)}${Math.min(same, rebuilt) < 0.5 ? ', as an AUC under 0.5 counts as 0.5' : ''}.`;
  return [
    {
      id: `fall ${feature.name}`,
      kind: beyond ? 'question' : 'note',
      title: numbers,
      detail: beyond
        ? `${against} When is it filled in? A column with that time would settle it.`
        : `${against} ${whyNot(fall, placebo.high)}`,
      columns: [feature.name],
      rows: rebuiltRows,
      examples: [],
    },
  ];
}

/** Why a fall is no question: it may lie a little beyond those of the honest inputs. */
export function whyNot(fall: number, high: number): string {
  if (fall > high + placeboMargin) return 'So small a fall tells nothing.';
  return fall > high
    ? `It is a question only from ${two(placeboMargin)} further on, so the fall alone tells nothing.`
    : 'So the fall alone tells nothing.';
}

/** A score that is better as of its row than as the table stands: no leak, but odd enough to be said. */
function riseFindings({ name, written }: FeatureColumn, { report }: Judged): Finding[] {
  const { same, rebuilt, rebuiltRows } = report;
  if (same === null || rebuilt === null || fallOf(same, rebuilt) >= -worthLooking) return [];
  const then = written ? 'with what was known' : 'with the value of the owner’s row before';
  return [
    {
      id: `rise ${name}`,
      kind: 'note',
      title: `${name}: alone ${two(same)} in its own row, and ${two(rebuilt)} ${then} (${show(rebuiltRows)} later rows)`,
      detail:
        'The older value tells more of the label than the one in the row. Its values may stand one row too early, or what counts is what was before.',
      columns: [name],
      rows: rebuiltRows,
      examples: [],
    },
  ];
}

/** The score that tells nearly all, with the other one where that does not. */
function aucWords(inOrder: number | null, random: number | null): string {
  const late = inOrder === null ? null : `AUC ${two(inOrder)} on the later rows`;
  if (inOrder !== null && (inOrder > nearlyAll || random === null)) return late!;
  const drawn = `AUC ${two(random)} over random splits`;
  return late === null ? drawn : `${drawn}, ${two(inOrder)} on the later rows`;
}

function tooGoodFindings(
  table: LeakTable,
  feature: FeatureColumn,
  { report, newer }: Judged,
  sides: Sides | null,
): Finding[] {
  const [inOrder, random] = [report.aucInOrder, report.auc?.mean ?? null];
  const best = Math.max(inOrder ?? 0, random ?? 0);
  if (best <= nearlyAll || (newer && newer.newer.length > 0)) return [];
  const tested = sides?.test ?? Uint32Array.from({ length: table.rows }, (_, i) => i);
  return [
    {
      id: `too good ${feature.name}`,
      kind: 'question',
      title: `${feature.name}: tells the label almost alone (${aucWords(inOrder, random)})`,
      detail:
        'Is it the label under another name? Is it filled in because of the label? Ask when it is written: a column with that time would settle it.',
      columns: [feature.name],
      rows: tested.length,
      examples: Array.from(tested.slice(0, mostExamples), (i) => ({
        row: table.rowNumbers[i]!,
        words: `${valueWords(feature, feature.values[i]!)}; label ${table.labelWords[table.label[i]!]}`,
      })),
    },
  ];
}
