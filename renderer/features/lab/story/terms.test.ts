import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it, test } from 'vitest';
import { describeParameters } from '../../../../labs/parameters.ts';
import type { Lab } from '../../../../labs/lab.ts';
import type { StoryPart, StoryStep } from '../../../../labs/view.ts';
import { findTerm, terms, type Term, type TermId } from '../../../glossary/glossary.ts';
import { termsIn } from '../../../glossary/terms-in.ts';
import { labs, loadStory } from '../../../model/lab/registry.ts';
import { termsBefore } from './terms-before.ts';

/** Abbreviations that need no entry, each for its reason. */
const explained = new Map([
  ['US', 'a country'],
  ['NBER', 'a series of papers, in a citation'],
  ['CSV', 'the kind of file that the step asks for'],
  ['GROUP', 'GROUP BY: a word of SQL, quoted'],
  ['BY', 'GROUP BY: a word of SQL, quoted'],
]);

/** A term that a lab's words use before the part that explains it, with why it is left so. */
const early = new Map([
  ['fairness/audit: redlining', 'a slider’s name; its own help says what it is'],
]);

/** An explanation that names a term of a later part, with why it tells nothing there. */
const told = new Map([
  ['time-leak/split: feature tells of live', 'says “in production”, which is a word of every day'],
]);

interface PartWords {
  lab: Lab;
  part: StoryPart;
  /** All that can be read in the part before its first run. */
  text: string;
  /** The part of it that can hold a mark. */
  bodies: string;
  marked: Set<TermId>;
}

/** What a step says before the first run. */
function bodyOf({ body }: StoryStep, lab: Lab) {
  return typeof body === 'function' ? body(null, lab.parameters.parse({}) as never) : body;
}

/** A text without its tags, as one reads it. */
const plain = (html: string) =>
  html
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&#x27;', '’')
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ');

function readPart(lab: Lab, part: StoryPart): PartWords {
  const nodes = part.steps.map((step) => bodyOf(step, lab));
  const bodies = nodes.map((node) => plain(renderToStaticMarkup(node))).join(' ');
  const controls = describeParameters(lab.parameters).filter(({ name }) =>
    part.controls.includes(name),
  );
  const asked = part.steps.flatMap((step) => [
    step.title,
    ...('question' in step ? [step.question] : []),
    ...('hints' in step ? step.hints : []),
    ...('input' in step && step.input.kind === 'choice' ? step.input.options : []),
  ]);
  return {
    lab,
    part,
    text: [part.title, bodies, ...asked, ...controls.map(({ label }) => label)].join(' · '),
    bodies,
    marked: new Set(nodes.flatMap((node) => [...termsIn(node)])),
  };
}

const words: PartWords[] = [];
for (const lab of labs) {
  const { parts } = await loadStory(lab.id);
  for (const part of parts) words.push(readPart(lab, part));
}

/** Whether a text uses a term: its name or another way to write it, as whole words. */
function uses(text: string, { name, also = [] }: Term): boolean {
  return [name, ...also].some((one) => {
    const escaped = one.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
    const abbreviation = !/\p{Ll}{2}/u.test(one);
    return new RegExp(
      `(?<![\\p{L}\\p{N}])${escaped}(?![\\p{L}\\p{N}])`,
      abbreviation ? 'u' : 'iu',
    ).test(text);
  });
}

const name = ({ lab, part }: PartWords) => `${lab.id}/${part.id}`;

describe('what a lab’s story says', () => {
  it('abbreviates nothing that the glossary does not explain', () => {
    const known = new Set(
      terms.flatMap((term) => [term.name, ...(term.also ?? [])].flatMap((one) => one.split(/\W/))),
    );
    const unknown = words.flatMap((one) =>
      [...one.text.matchAll(/(?<![\p{L}\p{N}])\p{Lu}{2,}(?![\p{L}\p{N}])/gu)]
        .map(([found]) => found)
        .filter((found) => !known.has(found) && !explained.has(found))
        .map((found) => `${name(one)}: ${found}`),
    );
    expect(unknown).toEqual([]);
  });

  it('uses no term before the part that explains it, unless its word can be pressed there', () => {
    const found: string[] = [];
    for (const term of terms)
      for (const [index, one] of words.entries()) {
        const parts = words.filter(({ lab }) => lab === one.lab);
        const teaches = parts.findIndex((other) => term.taught?.includes(name(other)));
        if (teaches < 0 || parts.indexOf(one) >= teaches || !uses(one.text, term)) continue;
        const pressed = words
          .slice(0, index + 1)
          .some((other) => other.lab === one.lab && other.marked.has(term.id));
        if (!pressed) found.push(`${name(one)}: ${term.id}`);
      }
    expect(found.filter((one) => !early.has(one))).toEqual([]);
    expect([...early.keys()].filter((one) => !found.includes(one))).toEqual([]);
  });

  it('opens no explanation that tells of what only a later part of the lab reveals', () => {
    const found: string[] = [];
    for (const one of words) {
      const parts = words.filter(({ lab }) => lab === one.lab);
      const at = parts.indexOf(one);
      const met = new Set(parts.slice(0, at + 1).flatMap(({ marked }) => [...marked]));
      const later = terms.filter((term) => {
        const teaches = parts.findIndex((other) => term.taught?.includes(name(other)));
        return teaches > at && !met.has(term.id);
      });
      for (const term of terms.filter(({ id }) => one.marked.has(id)))
        for (const other of later.filter(({ id }) => id !== term.id))
          if (uses(term.says.join(' '), other))
            found.push(`${name(one)}: ${term.id} tells of ${other.id}`);
    }
    expect(found.filter((one) => !told.has(one))).toEqual([]);
    expect([...told.keys()].filter((one) => !found.includes(one))).toEqual([]);
  });

  // A word that can be pressed while a part's question is open, and what would answer it.
  test.each([
    ['clean-accuracy', 'whether the test set shows an attack', /backdoor|attack|trigger|key/i],
    ['unawareness', 'whether deleting the group closes the gap', /fails?\b|other columns/i],
    ['flip-test', 'which harm the test can’t see', /harm|can ?not see/i],
    ['leakage', 'what the model is worth live', /fails?\b|looks good/i],
    ['offline', 'what the model is worth live', /flatter|not there at the time/i],
    ['spectral-signatures', 'how much of the poison is found', /often|most of/i],
    ['utilisation', 'how long the wait is', /slowly|without bound/i],
  ] as [TermId, string, RegExp][])('the entry of %s leaves open %s', (id, _, answer) => {
    expect(findTerm(id).says.join(' ')).not.toMatch(answer);
  });

  test.each(words.map((one) => [name(one), one] as const))(
    '%s marks the terms that are explained in it, where its sentences use them',
    (_, one) => {
      const missing = terms.filter(
        (term) =>
          term.taught?.includes(name(one)) && uses(one.bodies, term) && !one.marked.has(term.id),
      );
      expect(missing.map(({ id }) => id)).toEqual([]);
    },
  );
});

it('a step leaves plain what an earlier step of its part has marked', () => {
  const { part } = words.find((one) => name(one) === 'latency/measure')!;
  const [first, ...others] = part.steps;
  expect([...termsBefore(part, first!.id)]).toEqual([]);
  const last = termsBefore(part, others.at(-1)!.id);
  expect([...last]).toEqual(expect.arrayContaining(['service-time', 'percentile', 'p99']));
  for (const [index, step] of part.steps.entries()) {
    const next = part.steps[index + 1];
    if (next)
      expect(termsBefore(part, next.id)).toEqual(
        new Set([
          ...termsBefore(part, step.id),
          ...termsIn(
            bodyOf(
              step,
              labs.find(({ id }) => id === 'latency')!,
            ),
          ),
        ]),
      );
  }
});
