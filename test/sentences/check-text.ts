import type { Said } from '../../labs/kit/compare.ts';
import { claimed, comparingIn, judgingIn } from './lexicon.ts';
import { sentencesIn } from './plain-text.ts';
import { marksIn, unmarked, withoutSaid } from './recorder.ts';
import { relationFrom, turned } from './relation.ts';

/** A text of a lab as it is to be checked. */
export interface Text {
  part: string;
  step: string;
  /** "verdict for 0.5", "worked", "title". */
  what: string;
  text: string;
  /** True where it was made of a result: then every comparison in it must be the helper's. */
  computed: boolean;
}

export interface Checked {
  sentences: number;
  comparisons: number;
  problems: string[];
}

/**
 * Checks one text against what its helper compared, and against what no text may hold. `ids`: names that are not for people.
 * `given`: figures that somebody chose, as they are written; they are exact, whatever their digits.
 */
export function checkText(
  { text, computed }: Pick<Text, 'text' | 'computed'>,
  said: readonly Said[],
  ids: readonly string[] = [],
  given: readonly string[] = [],
): Checked {
  const marks = marksIn(text);
  const problems = marks.flatMap(({ index, words }) => {
    const one = said[index];
    return one ? checkSaid(one, words) : [`“${words}” was said by nobody that was heard`];
  });
  const sentences = sentencesIn(unmarked(text));
  for (const sentence of sentences)
    problems.push(...forbiddenIn(sentence, ids, given).map((what) => `${what}: “${sentence}”`));
  for (const sentence of sentencesIn(withoutSaid(text))) {
    // A question claims nothing.
    if (/\?\s*$/.test(sentence)) continue;
    const words = computed ? comparingIn(sentence) : judgingIn(sentence);
    if (words.length > 0)
      problems.push(`“${words.join('”, “')}” compares by itself: “${sentence}”`);
  }
  return { sentences: sentences.length, comparisons: marks.length, problems };
}

function checkSaid(said: Said, words: string): string[] {
  const { comparison } = said;
  const { a, b } = comparison;
  const values = `${a.value} beside ${b.value}`;
  const problems: string[] = [];
  const real = relationFrom(comparison);
  if (real !== said.relation)
    problems.push(`“${words}” says ${said.relation}, ${values} is ${real}`);
  const wanted = said.turned ? turned(real) : real;
  const found = claimed(words);
  if (found.length > 0 && !found.includes(wanted))
    problems.push(`“${words}” claims ${found.join(' and ')}, ${values} is ${wanted}`);
  for (const [, figure] of words.matchAll(/([\d,.]+\+?) times(?! too)/g)) {
    const said = Number(figure!.replace(/[,+]/g, ''));
    const ratio = a.value / b.value;
    if (![ratio, 1 / ratio].some((real) => Math.abs(said / real - 1) < 0.06))
      problems.push(`“${words}”: ${values} is ${ratio.toPrecision(3)} times`);
  }
  return problems;
}

const counted =
  'rows|faces|people|persons|applicants|requests|replicas|retrainings|worlds|calls|values|candidates|labels|users|weights|pictures|poisons|models|seeds|epochs';

/** What no reader should see: values that are none, and a function printed instead of what it gives. */
const notForReaders =
  /NaN|\bundefined\b|\bInfinity\b|∞|\bnull\b|\[object|\bfunction\b\s*[\w$]*\s*\(|=>/;

/** What no text for people may hold. */
export function forbiddenIn(
  text: string,
  ids: readonly string[] = [],
  given: readonly string[] = [],
): string[] {
  const found: string[] = [];
  const wrong = text.match(notForReaders);
  if (wrong) found.push(`${wrong[0]} in a text`);
  for (const id of ids) if (wordOf(text, id)) found.push(`the raw name “${id}”`);
  const camel = text.match(/(?<![\w/])[a-z]+[a-z0-9]*[A-Z][a-zA-Z0-9]*\b(?!\))/);
  if (camel && !knownCamel.has(camel[0])) found.push(`the raw name “${camel[0]}”`);
  for (const [whole, number] of text.matchAll(/(?<![\w.,:–-])(\d[\d,]*\.\d+)(?!\d|[.:]\d)/g))
    if (significant(number!) > 4) found.push(`more than four significant digits, ${whole}`);
  for (const [whole, number] of text.matchAll(/(?<![\w.,:/–-])(\d[\d,]{4,})(?!\d|[.:,]\d)/g)) {
    if (given.includes(number!)) continue;
    const digits = number!.replace(/,/g, '').replace(/0+$/, '').length;
    if (digits > 4 && !new RegExp(`${number!}(?: \\w+)? (${counted})\\b`).test(text))
      found.push(`more than four significant digits, ${whole}`);
  }
  for (const [whole, a, b, c] of text.matchAll(sums))
    if (Math.abs(figure(a!) - figure(b!) - figure(c!)) > 1e-9) found.push(`a wrong sum, ${whole}`);
  const decimals = text.match(new RegExp(`\\b\\d[\\d,]*\\.\\d+ (${counted})\\b`));
  if (decimals) found.push(`a count with decimals, ${decimals[0]}`);
  return found;
}

/** "0.86 − 0.43 = 0.42": whoever counts it again must find the same. */
const sums = /(?<![\d.,(])(−?\d[\d,]*(?:\.\d+)?) − (\d[\d,]*(?:\.\d+)?) = (−?\d[\d,]*(?:\.\d+)?)/g;
const figure = (written: string) => Number(written.replace('−', '-').replaceAll(',', ''));

/** Words of the field and of people that are written so. */
const knownCamel = new Set(['pH']);

function significant(number: string): number {
  return number.replace(/[,.]/g, '').replace(/^0+/, '').length;
}

const wordOf = (text: string, id: string) =>
  new RegExp(`(?<![\\w-])${id.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')}(?![\\w-])`).test(text);
