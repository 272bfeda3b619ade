import { enoughToScore, positivesOf } from './enough.ts';
import { judgeFeature, type FeatureReport } from './feature-report.ts';
import { aheadFindings, lengthFindings } from './findings/ahead-findings.ts';
import { featureFindings } from './findings/feature-findings.ts';
import { filledFindings } from './findings/filled-findings.ts';
import { type Finding } from './finding.ts';
import { scoreWhole, type WholeScores } from './leak-scores.ts';
import { madeOfLabels } from './findings/made-of-labels.ts';
import { idFindings } from './findings/id-findings.ts';
import { rebuildingOf, type Rebuilding } from './findings/not-rebuilt.ts';
import { laterFindings } from './findings/later-findings.ts';
import { inOrder, type LeakTable } from './leak-table.ts';
import { onlyNewer, type Rebuilt } from './rebuild.ts';
import { findRepeats } from './repeats.ts';
import { randomSplits, splitByTime } from './split.ts';
import { fewFinding, splitFindings } from './findings/split-findings.ts';
import { ownerFindings, repeatFindings, wholeFindings } from './findings/table-findings.ts';

export interface LeakReport {
  rows: number;
  /** Rows that are learned from, and later ones that are scored; both as the usual cut leaves them where no cut is good. */
  trainRows: number;
  testRows: number;
  /** The first time of the later rows; null where the rows can't be split in order of time. */
  cut: number | null;
  positives: number;
  /** What can be rebuilt, and whether anything is scored. */
  rebuilding: Rebuilding;
  features: FeatureReport[];
  whole: WholeScores;
  findings: Finding[];
}

const trainShare = 0.7;
/** From here on a fit takes long, and one shuffle says what the next does. */
const manyRows = 5_000;

/** Yields what it is doing and the part that is done; returns the report. It is the same whatever the order of the rows. */
export function* leakReport(
  given: LeakTable,
): Generator<{ phase: string; part: number }, LeakReport, void> {
  yield { phase: 'Putting rows in order of time', part: 0 };
  const table = inOrder(given);
  const split = splitByTime(table);
  const scored = enoughToScore(table);
  const sides = split.cut === null || !scored ? null : split;
  const trainRows = sides ? split.train.length : Math.floor(table.rows * trainShare);
  const rebuilding = rebuildingOf(table, sides);
  const shuffled = scored ? randomSplits(table.rows, trainRows) : [];
  const findings: Finding[] = [];
  const features: FeatureReport[] = [];
  const dated: (Rebuilt | null)[] = [];
  for (const [k, feature] of table.features.entries()) {
    yield {
      phase: `Looking at ${feature.name}`,
      part: 0.05 + (0.7 * k) / Math.max(1, table.features.length),
    };
    const judged = judgeFeature(table, feature, sides, shuffled);
    const { newer, rebuilt } = judged;
    features.push(judged.report);
    // Without times of its own a value of the row before is another event's: it stands in for nothing.
    dated.push(newer && rebuilt && onlyNewer(feature, rebuilt, newer));
    findings.push(...featureFindings(table, feature, judged, { sides, rebuilding }));
  }
  yield { phase: 'Scoring all features together', part: 0.75 };
  const whole = scoreWhole(table, dated, sides, shuffled.slice(0, table.rows > manyRows ? 3 : 10));
  yield { phase: 'Comparing the two sides of the cut', part: 0.9 };
  findings.push(
    ...(scored ? splitFindings(table, split, whole) : [fewFinding(table)]),
    ...wholeFindings(features, whole),
    ...filledFindings(table, findings),
    ...laterFindings(table),
    ...lengthFindings(table),
    ...aheadFindings(table),
    ...idFindings(table, shuffled),
    ...madeOfLabels(table),
    ...ownerFindings(table, sides),
    ...repeatFindings(table, sides && findRepeats(table, sides)),
  );
  const rank = { leak: 0, question: 1, note: 2 };
  return {
    rows: table.rows,
    trainRows: split.train.length,
    testRows: split.test.length,
    cut: sides && split.cut,
    positives: positivesOf(table),
    rebuilding,
    features,
    whole,
    findings: findings.sort((a, b) => rank[a.kind] - rank[b.kind]),
  };
}
