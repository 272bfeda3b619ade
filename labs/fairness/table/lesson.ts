import type { Random } from '../../math/random.ts';
import { auditOwn, type OwnAudit } from '../own/own-audit.ts';
import { auditStep } from './steps/audit-step.ts';
import { deleteStep } from './steps/delete-step.ts';
import { flipStep } from './steps/flip-step.ts';
import { impossibleStep } from './steps/impossible-step.ts';
import { mitigateStep } from './steps/mitigate-step.ts';
import { thresholdsStep } from './steps/thresholds-step.ts';
import type { LessonSection } from './lesson-section.ts';
import { onlyAudit } from './only-audit.ts';
import { decisionsOf, learn, prepare, twoGroups, type Prepared } from './table-models.ts';
import { mostRows, type TableRows } from './table-rows.ts';

/** The lab's steps on a table: a section for each part of the story, and what could not be done. */
export interface Lesson {
  audit: OwnAudit;
  /** How the table was used, in sentences. */
  about: string[];
  sections: LessonSection[];
}

const show = (n: number) => n.toLocaleString('en-US');

/**
 * Goes through the lab's parts with a table in place of the made-up people. Yields what it is doing and the part that is done. `random`
 * splits the rows: the same table and seed give the same lesson.
 */
export function* lessonOf(
  table: TableRows,
  threshold: number,
  random: Random,
): Generator<{ phase: string; part: number }, Lesson, void> {
  yield { phase: 'Auditing the decisions', part: 0 };
  const audit = auditOwn(table.own, threshold);
  const first = auditStep(audit);
  const only = onlyAudit(table.own, table.sample, threshold, random);
  const groups = twoGroups(table.own, decisionsOf(table.own, threshold));
  const column = table.own.groups[0]!.name;
  if (only !== null || !groups)
    return { audit, about: only === null ? [] : [only], sections: [first] };
  const prepared = prepare(table, groups, threshold, random.fork('split'));
  yield { phase: 'Training on the decisions', part: 0.2 };
  const withGroup = learn(prepared, 'all');
  const without = learn(prepared, 'no-group');
  yield { phase: 'Asking the other columns for the group', part: 0.5 };
  const deleted = deleteStep(prepared, withGroup, without);
  yield { phase: 'Cutting the scores', part: 0.8 };
  return {
    audit,
    about: about(table, prepared, column),
    sections: [
      first,
      deleted,
      flipStep(prepared, withGroup),
      thresholdsStep(prepared, without),
      impossibleStep(prepared, without),
      mitigateStep(prepared, without),
      leftOut,
    ],
  };
}

function about({ own, sample, features, unused }: TableRows, prepared: Prepared, column: string) {
  const [a, b] = prepared.groups.names;
  const { train, test } = prepared;
  return [
    `Models learn the decision of ${show(train.rows)} rows, drawn at random, and are tried on the other ${show(test.rows)}. ` +
      `They compare two groups of “${column}”: “${a}”, the largest, and “${b}”, of the others the one whose selection rate is farthest from it.`,
    sample.length < own.rows
      ? `Of ${show(own.rows)} rows ${show(mostRows)} are drawn at random for the models; the audit counts all.`
      : '',
    features.length > 0
      ? `They see ${show(features.length)} other columns: ${named(features)}.`
      : 'There is no other column that they could see.',
    unused.length > 0
      ? `Not used: ${unused
          .slice(0, 12)
          .map(({ name, why }) => `“${name}” (${why})`)
          .join(', ')}${unused.length > 12 ? ` and ${show(unused.length - 12)} more` : ''}.`
      : '',
  ].filter((text) => text !== '');
}

const named = (features: readonly { name: string }[]) =>
  features.map(({ name }) => `“${name}”`).join(', ');

/** What the made-up people are needed for. */
const leftOut: LessonSection = {
  part: null,
  heading: 'What needs the built-in people',
  paragraphs: [
    'These steps are not made on a table, and keep the built-in people where the lab shows them.',
  ],
  points: [
    'Worlds that are drawn anew: penalties, redlining and gaps can be set to 0 only where one makes the people. So there is no control without an effect, and no band over several worlds.',
    'The map of zones: a table says of no column that it is a place.',
    'Who would have repaid: a table has the outcome that came about, and often none for the rejected.',
    'Money: what a right and a wrong decision is worth is not in the table.',
    'Your predictions and checks: they are about the built-in people, and are judged by runs with them.',
  ],
  tables: [],
};
