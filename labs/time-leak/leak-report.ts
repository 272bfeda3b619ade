import type { FeatureColumn, TypedTable } from '../data/typed-table.ts';
import { asofJoin, byTime } from '../math/asof.ts';
import { aloneAuc, scoreWhole, type WholeScores } from './leak-scores.ts';

/** A row of the file that a finding is about, and one it has to do with. */
export interface Example {
  row: number;
  words: string;
}

export interface Finding {
  id: string;
  /** 'leak': a value that nobody had, or a score that falls; 'ask': worth a question; 'fine': looked at, nothing found. */
  kind: 'leak' | 'ask' | 'fine';
  /** A sentence with its numbers. */
  title: string;
  detail: string;
  examples: Example[];
}

/** One feature's own numbers. */
export interface FeatureReport {
  name: string;
  /** Values that say when they were written, and how many of them are newer than their row. Null without such a column. */
  dated: number | null;
  newer: number | null;
  missing: number;
  /** AUC of this feature alone on the later rows, as the table has it and rebuilt as of each row; null where it can't be told. */
  auc: number | null;
  rebuiltAuc: number | null;
}

export interface LeakReport {
  rows: number;
  trainRows: number;
  testRows: number;
  cut: number;
  positives: number;
  features: FeatureReport[];
  whole: WholeScores;
  findings: Finding[];
}

const trainShare = 0.7;
const mostExamples = 8;
const suspicious = 0.1;
const show = (n: number) => n.toLocaleString('en-US');
const percent = (part: number, whole: number) =>
  `${Math.round((100 * part) / Math.max(1, whole))} %`;

/** Yields what it is doing and the part that is done; returns the report. Works on any order of rows. */
export function* leakReport(
  table: TypedTable,
): Generator<{ phase: string; part: number }, LeakReport, void> {
  const order = byTime(table.time) ?? Uint32Array.from({ length: table.rows }, (_, i) => i);
  const cutPlace = Math.max(1, Math.min(table.rows - 1, Math.floor(table.rows * trainShare)));
  const cut = table.time[order[cutPlace]!]!;
  // Rows of one moment stay together: the cut is a time, not a place.
  const train = order.filter((row) => table.time[row]! < cut);
  const test = order.filter((row) => table.time[row]! >= cut);
  const findings: Finding[] = [];
  const features: FeatureReport[] = [];
  const rebuilt: Float64Array[] = [];
  for (const [k, feature] of table.features.entries()) {
    yield {
      phase: `Looking at ${feature.name}`,
      part: (0.7 * k) / Math.max(1, table.features.length),
    };
    const before = asOf(table, feature);
    rebuilt.push(before);
    const { report, found } = judgeFeature(table, feature, before, train, test);
    features.push(report);
    findings.push(...found);
  }
  yield { phase: 'Scoring all features together', part: 0.7 };
  const whole = scoreWhole(table, rebuilt, train, test);
  if (
    whole.chronological !== null &&
    whole.rebuilt !== null &&
    whole.chronological - whole.rebuilt > suspicious
  ) {
    findings.push({
      id: 'whole',
      kind: 'leak',
      title:
        `All numeric features together: ${whole.chronological.toFixed(2)} as the table ` +
        `stands, ${whole.rebuilt.toFixed(2)} rebuilt as of each row`,
      detail: 'The difference is what the table knows and nobody knew.',
      examples: [],
    });
  }
  yield { phase: 'Comparing the two sides of the cut', part: 0.85 };
  findings.push(sharedEntities(table, train, test), duplicates(table, train, test));
  const rank = { leak: 0, ask: 1, fine: 2 };
  return {
    rows: table.rows,
    trainRows: train.length,
    testRows: test.length,
    cut,
    positives: table.label.reduce((sum, label) => sum + label, 0),
    features,
    whole,
    findings: findings.sort((a, b) => rank[a.kind] - rank[b.kind]),
  };
}

/**
 * What each row's feature would have been as of its own time. With a column that says when values were written: the newest value of the
 * entity (of all, without one) that was written by then, the row's own among them. Without: the value of the entity's row before, as the
 * row's own may have been written by its event. NaN where there was none.
 */
function asOf(table: TypedTable, feature: FeatureColumn): Float64Array {
  const key = table.entity ?? undefined;
  const written = feature.writtenAt;
  if (!written) {
    if (!key) return feature.values;
    const before = asofJoin(
      { time: table.time, key },
      { time: table.time, key },
      { allowExact: false },
    );
    return Float64Array.from(before, (row) => (row < 0 ? NaN : feature.values[row]!));
  }
  const own = (i: number) => written[i]! <= table.time[i]!;
  if (!key)
    return feature.values.map((value, i) => (own(i) || Number.isNaN(written[i]!) ? value : NaN));
  const newest = asofJoin({ time: table.time, key }, { time: written, key });
  return Float64Array.from(newest, (row, i) => {
    if (own(i)) return feature.values[i]!;
    return row < 0 ? NaN : feature.values[row]!;
  });
}

function judgeFeature(
  table: TypedTable,
  feature: FeatureColumn,
  before: Float64Array,
  train: Uint32Array,
  test: Uint32Array,
): { report: FeatureReport; found: Finding[] } {
  const written = feature.writtenAt;
  const newer: number[] = [];
  let dated = 0;
  let newerCount = 0;
  let missing = 0;
  for (let i = 0; i < table.rows; i++) {
    if (Number.isNaN(feature.values[i]!)) missing += 1;
    if (!written || Number.isNaN(written[i]!)) continue;
    dated += 1;
    if (written[i]! > table.time[i]!) {
      newerCount += 1;
      if (newer.length < mostExamples) newer.push(i);
    }
  }
  const auc = aloneAuc(table, feature, feature.values, feature.values, train, test);
  const rebuiltAuc =
    before === feature.values
      ? null
      : aloneAuc(table, feature, feature.values, before, train, test);
  const found: Finding[] = [];
  if (newerCount > 0) {
    found.push({
      id: `newer ${feature.name}`,
      kind: 'leak',
      title: `${feature.name}: ${show(newerCount)} of ${show(dated)} values were written after their row (${percent(newerCount, dated)})`,
      detail:
        'At the moment of the row nobody had them. Join by the time at which the value was written, not by the row.',
      examples: newer.map((i) => ({
        row: table.rowNumbers[i]!,
        words: `${valueWords(feature, feature.values[i]!)} written ${apart(table, written![i]! - table.time[i]!)} after the row`,
      })),
    });
  }
  const fall = auc !== null && rebuiltAuc !== null ? auc - rebuiltAuc : 0;
  if (fall > suspicious) {
    const changed = Array.from(test)
      .filter(
        (i) =>
          feature.values[i] !== before[i] &&
          !(Number.isNaN(feature.values[i]!) && Number.isNaN(before[i]!)),
      )
      .slice(0, mostExamples);
    found.push({
      id: `fall ${feature.name}`,
      kind: written ? 'leak' : 'ask',
      title:
        `${feature.name}: alone ${auc!.toFixed(2)} in the table, ${rebuiltAuc!.toFixed(2)} ` +
        (written ? 'rebuilt as of each row' : 'with the value of the row before'),
      detail: written
        ? 'What it tells, it mostly tells too late.'
        : 'Either it is a very good input that belongs to this very event, or the event’s ' +
          'outcome has gone into it. Ask when it is filled in.',
      examples: changed.map((i) => ({
        row: table.rowNumbers[i]!,
        words:
          `${valueWords(feature, feature.values[i]!)} here, ${valueWords(feature, before[i]!)} ` +
          `as of then; label ${table.labelWords[table.label[i]!]}`,
      })),
    });
  } else if (auc !== null && auc > 0.95 && newerCount === 0) {
    found.push({
      id: `too good ${feature.name}`,
      kind: 'ask',
      title: `${feature.name}: tells the label almost alone (AUC ${auc.toFixed(2)})`,
      detail: 'Is it the label under another name, or filled in because of it?',
      examples: Array.from(test.slice(0, mostExamples), (i) => ({
        row: table.rowNumbers[i]!,
        words: `${valueWords(feature, feature.values[i]!)}; label ${table.labelWords[table.label[i]!]}`,
      })),
    });
  }
  return {
    report: {
      name: feature.name,
      dated: written ? dated : null,
      newer: written ? newerCount : null,
      missing,
      auc,
      rebuiltAuc,
    },
    found,
  };
}

const valueWords = (feature: FeatureColumn, value: number) => {
  if (Number.isNaN(value)) return 'nothing';
  return feature.kind === 'words' ? `“${feature.words[value]}”` : String(value);
};

function apart(table: TypedTable, by: number): string {
  if (table.plainTime) return String(Number(by.toPrecision(3)));
  const [hour, day] = [3_600_000, 86_400_000];
  if (by >= 2 * day) return `${(by / day).toFixed(1)} days`;
  return by >= hour ? `${(by / hour).toFixed(1)} h` : `${Math.max(1, Math.round(by / 60_000))} min`;
}

function sharedEntities(table: TypedTable, train: Uint32Array, test: Uint32Array): Finding {
  const { entity } = table;
  if (!entity)
    return {
      id: 'entities',
      kind: 'ask',
      title: 'Whose row each is, is not said: whether both sides share anyone can’t be told',
      detail: 'Map the column that says whose row it is.',
      examples: [],
    };
  const known = new Map<number, number>();
  for (const row of train) known.set(entity[row]!, row);
  const shared = test.filter((row) => known.has(entity[row]!));
  const people = new Set(Array.from(shared, (row) => entity[row]!)).size;
  if (shared.length === 0)
    return {
      id: 'entities',
      kind: 'fine',
      title: 'Nobody is on both sides of the cut',
      detail: 'The later rows are all of entities that the earlier ones do not know.',
      examples: [],
    };
  return {
    id: 'entities',
    kind: 'ask',
    title:
      `${show(people)} entities are on both sides: ${show(shared.length)} of ` +
      `${show(test.length)} later rows (${percent(shared.length, test.length)})`,
    detail:
      'Right where the model will meet the same ones again; too good where it is to work for new ones.',
    examples: Array.from(shared.slice(0, mostExamples), (row) => ({
      row: table.rowNumbers[row]!,
      words: `the same as in row ${show(table.rowNumbers[known.get(entity[row]!)!]!)}, before the cut`,
    })),
  };
}

/** Rows after the cut whose features and label are those of a row before it, whatever their time and whoever they belong to. */
function duplicates(table: TypedTable, train: Uint32Array, test: Uint32Array): Finding {
  const { features, label } = table;
  const none: Finding = {
    id: 'duplicates',
    kind: 'fine',
    title: 'No later row repeats an earlier one',
    detail: 'Features and label together.',
    examples: [],
  };
  // With few features of few values rows are alike by chance: that is no copy.
  const rich = features.filter(
    (feature) => new Set(feature.values.slice(0, 2_000)).size > 20,
  ).length;
  if (features.length === 0 || rich === 0)
    return {
      ...none,
      title: 'Copies were not looked for: the features have too few different values',
      detail: 'Rows would be alike by chance.',
    };
  const keyOf = (row: number) =>
    `${label[row]}|${features.map((feature) => feature.values[row]).join('|')}`;
  const hashes = new Map<string, number>();
  for (const row of train) hashes.set(keyOf(row), row);
  const copies = test.filter((row) => hashes.has(keyOf(row)));
  if (copies.length === 0) return none;
  return {
    id: 'duplicates',
    kind: 'leak',
    title: `${show(copies.length)} of ${show(test.length)} later rows repeat an earlier one`,
    detail: 'The model has been shown the answer. Remove copies before the split.',
    examples: Array.from(copies.slice(0, mostExamples), (row) => ({
      row: table.rowNumbers[row]!,
      words: `as row ${show(table.rowNumbers[hashes.get(keyOf(row))!]!)}, before the cut`,
    })),
  };
}
