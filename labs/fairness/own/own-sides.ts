import type { Ask, Column } from '../../data/column.ts';
import { shown } from '../../data/problem.ts';
import { sameValue } from '../../data/two-values.ts';
import { tellsSides } from '../../data/two-words.ts';
import { blanks, blanksAs, blanksAsk, isMarked, withBlanks } from './own-blanks.ts';
import { turnedRound, unclearYes, type Sides } from './own-direction.ts';
import { isCoded } from './own-fits.ts';
import { outcomeMarkAsk } from './own-marks.ts';
import type { OwnAnswers, OwnMapping, OwnRoles } from './own-roles.ts';

/** Says that every value counts as 0 that does not count as 1. */
export const allOthers = 'all others';

/** What was said of a column’s values: those that count as 1, and as 0 where these are not all others; what blank cells count as. */
function saidOf(column: Column, answers: OwnAnswers): Sides[string] | null {
  const as = blanksAs(column, answers);
  const usual = withBlanks(column, answers).two?.oneWord;
  const one = answers.ones?.[column.name] ?? (as === 0 && usual !== undefined ? [usual] : []);
  if (one.length === 0) return null;
  const zero = answers.zeros?.[column.name];
  // Of two values the other one counts as 0 besides; of one there is no other.
  const rest = as !== null && !isCoded(column);
  return {
    one,
    ...(zero && !rest && !zero.includes(allOthers) && { zero }),
    ...(as !== null && { blanks: as }),
  };
}

/** Asks which values of label and decision count as 1 where that is not plain. Returns what was said of it. */
export function sidesAsked(
  taken: { label: Column | null; decision: Column | null; score: Column | null },
  answers: OwnAnswers,
  asks: Ask[],
): Sides {
  const { label, decision, score } = taken;
  const sides: Record<string, Sides[string]> = {};
  let open = false;
  for (const column of [label, decision]) {
    if (!column) continue;
    const said = saidOf(column, answers);
    if (said) sides[column.name] = said;
    const ask =
      (answers.zeros?.[column.name] ? null : outcomeMarkAsk(column)) ??
      blanksAsk(column, answers) ??
      codesAsk(column, answers) ??
      (answers.ones?.[column.name]
        ? null
        : yesAsk(withBlanks(column, answers), column === decision));
    if (!ask) continue;
    asks.push(ask);
    open = true;
  }
  const main = decision ?? score;
  // What the decision selects has to be known before it can be set against the label.
  if (open || !label || !main || answers.ones?.[label.name]) return sides;
  const outcome = withBlanks(label, answers);
  if (!outcome.two) return sides;
  const why = turnedRound(outcome, withBlanks(main, answers), decision === null, sides);
  if (why) {
    const { zeroWord, oneWord } = outcome.two;
    asks.push({ role: 'positive', column: label.name, candidates: [zeroWord, oneWord], why });
  }
  return sides;
}

/**
 * Which values of a column count as 1 and as 0, as the file writes them; `blanks` and `allOthers` stand for themselves. `side`: what was said
 * of it, as `Sides` has it or as an answer. Null where nothing tells it yet.
 */
export function sidesIn(
  column: Column,
  side: Partial<Sides[string]> = {},
): { ones: string[]; zeros: string[] } | null {
  const { two } = column;
  const { one = two?.told ? [two.oneWord] : [], zero } = side;
  const as = blanksAs(column, {
    ones: { [column.name]: one },
    zeros: { [column.name]: zero ?? [] },
  });
  const ofBlanks = (mine: 0 | 1) => ((side.blanks ?? as) === mine ? [blanks] : []);
  const ones = [...one.filter((value) => value !== blanks), ...ofBlanks(1)];
  if (ones.length === 0) return null;
  const rest = [two?.oneWord, two?.zeroWord].filter(
    (word) => word !== undefined && !ones.some((value) => sameValue(value) === sameValue(word)),
  ) as string[];
  // Blank cells that are the no stand in place of a value.
  const others = ofBlanks(0).length > 0 ? [] : rest;
  const zeros = [...(zero ?? others).filter((value) => value !== blanks), ...ofBlanks(0)];
  return { ones, zeros: zeros.length === 0 ? [allOthers] : zeros };
}

/** The same in words. Null too where it holds 0 and 1 and nobody turned them round. */
export function sideWords(column: Column, side: Partial<Sides[string]> = {}): string | null {
  const { two } = column;
  const isSaid = Object.values(side).some((said) => said !== undefined);
  if (two !== null && two.zero === '0' && two.one === '1' && !isSaid) return null;
  const sides = sidesIn(column, side);
  if (!sides) return null;
  const named = (values: readonly string[]) =>
    values.map((value) => wordOf[value] ?? shown(value)).join(' and ');
  const { ones, zeros } = sides;
  return `${named(ones)} ${ones.length === 1 ? 'counts' : 'count'} as 1, ${named(zeros)} as 0`;
}

const wordOf: Readonly<Record<string, string>> = {
  [blanks]: 'a blank cell',
  [allOthers]: allOthers,
};

/** The columns of a mapping that hold two values. */
export const sidedOf = ({ label, kind, decision }: OwnMapping): (Column | null)[] => [
  label,
  kind === 'prediction' ? decision : null,
];

/** The same as sentences, of what turned out and of what was decided. */
export const sideNotes = (columns: readonly (Column | null)[], sides: Sides): string[] =>
  columns.flatMap((column) => {
    const words = column && sideWords(column, sides[column.name]);
    return words ? [`In “${column!.name}” ${words}.`] : [];
  });

/**
 * The columns without a note of which value counts as 1 where somebody said it or is asked: the note is of what the values alone tell, and may
 * say the opposite of what is computed.
 */
export const withoutOldSides = <One extends Column>(
  columns: readonly One[],
  { asks }: Pick<OwnRoles, 'asks'>,
  { ones = {}, zeros = {} }: OwnAnswers,
): One[] =>
  columns.map((column) => {
    const isSaid = ones[column.name] !== undefined || zeros[column.name] !== undefined;
    const isAsked = asks.some(({ role, column: of }) => role === 'positive' && of === column.name);
    if (!isSaid && !isAsked) return column;
    return { ...column, notes: column.notes.filter((note) => !tellsSides(note)) };
  });

/** What was said, but for which of a column’s values count as 1 and as 0: it is as open as before. */
export function withoutSides(answers: OwnAnswers, name: string): OwnAnswers {
  const { [name]: _ones, ...ones } = answers.ones ?? {};
  const { [name]: _zeros, ...zeros } = answers.zeros ?? {};
  return { ...answers, ones, zeros };
}

/** What was said, with the two values of a column the other way round than they are taken. */
export const turnedSides = (answers: OwnAnswers, { name, two }: Column): OwnAnswers => ({
  ...withoutSides(answers, name),
  ones: { ...answers.ones, [name]: [two!.zeroWord] },
});

function yesAsk(column: Column, isDecision: boolean): Ask | null {
  if (!column.two) return null;
  const why = unclearYes(column, isDecision);
  if (!why) return null;
  const { zero, oneWord, zeroWord } = column.two;
  // A 1 is the likelier yes beside any other code.
  const candidates = zero === '1' ? [zeroWord, oneWord] : [oneWord, zeroWord];
  return { role: 'positive', column: column.name, candidates, why };
}

/** Of three or more codes: which of them count as 1, and which of the others as 0. */
function codesAsk(column: Column, answers: OwnAnswers): Ask | null {
  if (!isCoded(column)) return null;
  const ones = (answers.ones?.[column.name] ?? []).map(sameValue);
  const isNo = (value: string) => Number(/^(no|none|never|0)$/.test(sameValue(value)));
  const values = [...column.values!]
    .sort((a, b) => isNo(a.value) - isNo(b.value) || b.count - a.count)
    .map(({ value }) => value);
  const ask = { column: column.name, why: `“${column.name}” has ${values.length} values.` };
  if (ones.length === 0) return { ...ask, role: 'positive', candidates: values };
  if (answers.zeros?.[column.name]) return null;
  const rest = values.filter((value) => !ones.includes(sameValue(value)));
  return { ...ask, role: 'negative', candidates: [allOthers, ...rest] };
}

/** What can’t be: one column with two roles. The rates would say nothing but that it is equal to itself. */
export function twoRoles({
  label,
  decision,
  score,
  groups,
}: {
  label: Column | null;
  decision: Column | null;
  score: Column | null;
  groups: readonly Column[];
}): OwnRoles['wrong'] {
  const roles: [string, Column | null][] = [
    ['what turned out', label],
    ['what was decided', decision ?? score],
    ...groups.map((column): [string, Column] => ['the groups', column]),
  ];
  for (const [at, [role, column]] of roles.entries()) {
    const other = roles.slice(at + 1).find(([, one]) => column !== null && one === column);
    if (!other || column === null) continue;
    const twice = role === other[0] ? `twice for ${role}` : `for ${role} and for ${other[0]}`;
    return {
      what: `“${column.name}” stands ${twice}.`,
      next: 'Choose another column for one of them.',
      column: column.name,
    };
  }
  return null;
}

/** What can’t be: a value that is not in its column, or one that counts as both. */
export function wrongSides(
  columns: readonly Column[],
  { ones = {}, zeros = {} }: OwnAnswers,
): OwnRoles['wrong'] {
  for (const column of columns) {
    const isValue = (value: string) => value !== allOthers && value !== blanks;
    const one = (ones[column.name] ?? []).filter(isValue).map(sameValue);
    const zero = (zeros[column.name] ?? []).filter(isValue).map(sameValue);
    const ofBlanks = blanksAs(column, { ones, zeros });
    if (ofBlanks !== null && column.missing === 0)
      return {
        what: `Column “${column.name}” has no blank cell.`,
        next: 'Say which of its values counts instead.',
        column: column.name,
      };
    const known = valuesOf(column);
    if (known === null || one.length + zero.length === 0) continue;
    const stray = [...one, ...zero].find((value) => !known.has(value));
    const next = `Its values are: ${[...known.values()].map((value) => `“${value}”`).join(', ')}.`;
    if (stray !== undefined)
      return {
        what: `Column “${column.name}” has no value “${stray}”.`,
        next,
        column: column.name,
      };
    const both = one.find((value) => zero.includes(value));
    if (both === undefined && (one.length < known.size || isMarked(column) || ofBlanks === 0))
      continue;
    return {
      what:
        both === undefined
          ? `All values of “${column.name}” are to count as 1, so none is left for 0.`
          : `“${both}” of “${column.name}” is to count as 1 and as 0.`,
      next,
      column: column.name,
    };
  }
  return null;
}

/** Values as they are compared, each with how the file writes it first. Null where they are too many to list. */
function valuesOf({ two, values }: Column): Map<string, string> | null {
  if (two)
    return new Map([
      [two.one, two.oneWord],
      [two.zero, two.zeroWord],
    ]);
  return values && new Map(values.map(({ value }) => [sameValue(value), value]));
}
