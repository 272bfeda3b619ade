import { differentWords, shown, type ProblemData } from '../../data/problem.ts';
import type { Intake, OwnProblem } from './own-intake.ts';

const show = (n: number) => n.toLocaleString('en-US');

type Broken = Extract<Intake, { ok: false }>;

const meaning = {
  label: 'the label',
  prediction: 'the decision',
  score: 'the score',
  weight: 'the weight',
} as const;

/** What is wrong with a column, where it begins, how often it comes and what to do about it. */
export function problemWords({ kind, of, column, row, value, count }: OwnProblem): ProblemData {
  const place = `Row ${show(row)}, column “${column}”`;
  const more = count > 1 ? ` The same in ${show(count)} cells.` : '';
  const say = (what: string, next: string): ProblemData => ({
    what: `${place}: ${what}.${more}`,
    next,
    row,
    column,
  });
  switch (kind) {
    case 'empty':
      return say(
        `${meaning[of]} is missing`,
        of === 'label'
          ? 'Fill the cells in, or count those rows for selection rates only: these need the decision alone.'
          : 'Fill the cells in, or leave those rows out: the audit is then about the rest only.',
      );
    case 'no-values':
      return {
        what: `Column “${column}” has no value in any row.`,
        next:
          of === 'label'
            ? 'Choose another column, or none: then only who is selected is compared.'
            : 'Choose another column.',
        column,
      };
    case 'many-values':
      return {
        what: `Column “${column}” has ${differentWords(count)} different values.`,
        next: `A ${of === 'label' ? 'label' : 'decision'} has two, such as 0 and 1: choose another column.`,
        row,
        column,
      };
    case 'not-binary':
      return say(
        `${shown(value)} is neither 0 nor 1`,
        of === 'label'
          ? 'A label has two values, such as 0 and 1: put the others right, or choose another column.'
          : 'A decision has two values, such as 0 and 1. If the column holds scores, say that it does: “Scores” under Columns, or --score.',
      );
    case 'not-number':
      return say(
        `${shown(value)} is not a number`,
        of === 'score'
          ? 'Scores are numbers. Choose another column, or put the cells right.'
          : 'Weights are numbers from 0 up. Choose another column, or put the cells right.',
      );
    case 'negative':
      return say(
        `${shown(value)} is a negative weight`,
        'A weight says how many people a row stands for: 0 or more.',
      );
  }
}

/** Everything that keeps a file from being audited, most important first. */
export function brokenWords({ problems, tooMany }: Broken): ProblemData[] {
  const many: ProblemData[] =
    tooMany === null
      ? []
      : [
          {
            what:
              `Column “${tooMany.column}” has more than ${show(tooMany.over)} different ` +
              'values: that is no grouping of people.',
            next: 'Choose a column with few values, or put values together first, ages into ranges for instance.',
            column: tooMany.column,
          },
        ];
  return [...many, ...problems.map(problemWords)];
}
