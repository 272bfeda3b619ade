import type { Learner } from '../../../main/contract/learner.ts';
import { runSnapshot } from '../../../main/contract/run.ts';
import { readPlace, short, type KnownLab, type LabPlace } from './lab-place.ts';

/**
 * What is on screen, as the address says it.
 * `#/slides/<id>?step=n&lab=…` · `#/labs/<id>/<step>?…` · `#/notebook/<run>` · `#/exercises` ·
 * `#/report?labs=…` · `#/read/<slide>?print=…` · `#/glossary/<term>` · `#/present`.
 */
export type Address =
  | {
      room: 'slides';
      slide: string;
      /** 1-based; 1 is the slide as it first appears. */ step: number;
      /** A lab open beside the slide. */ lab: LabPlace | null;
    }
  | { room: 'labs'; lab: LabPlace }
  | { room: 'notebook'; run: string | null }
  /**
   * What is handed in. `labs`: those that stand in it; null is all that have anything. `numbers`:
   * 'all' shows also what answers questions that are still open.
   */
  | { room: 'report'; labs: string[] | null; numbers: 'answered' | 'all' }
  /** Where the learner stands in all labs. */
  | { room: 'exercises' }
  /** Every term from A to Z, at this one. The glossary's page says so where there is no such term. */
  | { room: 'glossary'; term: string | null }
  /** The presenter's window. Where the lecture is, it reads from the shared state. */
  | { room: 'present' }
  | {
      room: 'read';
      /** The slide that stands on top; null is the beginning. */ slide: string | null;
      /** Laid out as pages for paper instead. */ print: PrintLayout | null;
      /** So many slides on a sheet of paper; one, of a slide's own size, where left out. */
      per?: SlidesPerSheet;
      /** Whether the pages answer what their slides ask. */
      answers?: true;
    };

/** The reading view's pages: a slide or a step on each, or slides with their notes; or all of it, steps and notes, for one HTML file. */
export type PrintLayout = (typeof printLayouts)[number];
const printLayouts = ['slides', 'steps', 'notes', 'file'] as const;
export type SlidesPerSheet = (typeof perSheet)[number];
const perSheet = [2, 3, 6] as const;

/** What an address may name. */
export interface Known {
  slides: readonly { id: string; steps: number }[];
  labs: Readonly<Record<string, KnownLab>>;
}

/**
 * Reads the part of an address from `#` on. Never throws: whatever it does not know becomes the default, and `message`
 * says so in words that the person can act on.
 */
export function parseAddress(hash: string, known: Known): { address: Address; message?: string } {
  const problems: string[] = [];
  const [path = '', query = ''] = split(hash.replace(/^#?\/?/, ''), '?');
  const given = new URLSearchParams(query);
  const [room = '', ...rest] = path.split('/').map(decode);
  const address = readRoom(room, rest, given, known, problems);
  return problems.length > 0 ? { address, message: problems.join(' ') } : { address };
}

function readRoom(
  room: string,
  rest: string[],
  given: URLSearchParams,
  known: Known,
  problems: string[],
): Address {
  switch (room) {
    case 'labs': {
      const lab = readLab(rest[0] ?? '', rest[1] || null, given, ofLab, known, problems);
      return lab ? { room: 'labs', lab } : firstSlide(known);
    }
    case 'notebook': {
      const run = rest[0] || null;
      if (run === null || runSnapshot.shape.id.safeParse(run).success)
        return { room: 'notebook', run };
      problems.push(`“${short(run)}” is not the name of a run. Here is the whole notebook.`);
      return { room: 'notebook', run: null };
    }
    case 'report':
      return readReport(given, known, problems);
    case 'exercises':
      return { room: 'exercises' };
    case 'glossary':
      return readGlossary(rest[0] || null, problems);
    case 'present':
      return { room: 'present' };
    case 'read':
      return readReading(rest[0] || null, given, known, problems);
    case 'slides':
      return readSlide(rest[0] ?? '', given, known, problems);
    default:
      if (room !== '') problems.push(`There is no “${short(room)}” here. Here is the first slide.`);
      return firstSlide(known);
  }
}

function readReport(given: URLSearchParams, known: Known, problems: string[]): Address {
  const named = given.get('labs')?.split(',').filter(Boolean) ?? null;
  const labs =
    named &&
    [...new Set(named)].filter((id) => {
      if (Object.hasOwn(known.labs, id)) return true;
      problems.push(`There is no lab “${short(id)}”: it is left out.`);
      return false;
    });
  const numbers = given.get('numbers');
  if (numbers !== null && numbers !== 'all' && numbers !== 'answered')
    problems.push(`Numbers can be answered or all; “${short(numbers)}” is neither.`);
  return { room: 'report', labs, numbers: numbers === 'all' ? 'all' : 'answered' };
}

function readReading(
  slide: string | null,
  given: URLSearchParams,
  known: Known,
  problems: string[],
): Address {
  const print = given.get('print');
  if (slide !== null && !known.slides.some((one) => one.id === slide)) {
    problems.push(`There is no slide “${short(slide)}”. Here is the beginning.`);
    slide = null;
  }
  const layout = printLayouts.find((one) => one === print) ?? null;
  if (print !== null && layout === null)
    problems.push(`Pages can be ${printLayouts.join(', ')}; “${short(print)}” is not one of them.`);
  const per = perSheet.find((one) => String(one) === given.get('per'));
  if (given.has('per') && per === undefined && given.get('per') !== '1')
    problems.push(
      `A sheet holds 1, 2, 3 or 6 slides; “${short(given.get('per')!)}” is none of these.`,
    );
  const answers = given.get('answers') === 'shown';
  return {
    room: 'read',
    slide,
    print: layout,
    ...(layout !== null && per !== undefined && { per }),
    ...(layout !== null && answers && { answers }),
  };
}

function readGlossary(term: string | null, problems: string[]): Address {
  if (term === null || /^[a-z\d-]{1,60}$/.test(term)) return { room: 'glossary', term };
  problems.push(`“${short(term)}” is not the name of a term. Here is the whole glossary.`);
  return { room: 'glossary', term: null };
}

function readSlide(id: string, given: URLSearchParams, known: Known, problems: string[]): Address {
  const slide = known.slides.find((one) => one.id === id);
  if (!slide) {
    if (id !== '') problems.push(`There is no slide “${short(id)}”. Here is the first one.`);
    return firstSlide(known);
  }
  const said = given.get('step');
  let step = said === null ? 1 : Number(said);
  if (!Number.isInteger(step) || step < 1 || step > slide.steps || said === '') {
    problems.push(
      slide.steps === 1
        ? `This slide has no step “${short(said ?? '')}”: it has only one.`
        : `This slide has steps 1 to ${slide.steps}; “${short(said ?? '')}” is not one of them. Here is step 1.`,
    );
    step = 1;
  }
  const beside = given.get('lab');
  if (beside === null) return { room: 'slides', slide: id, step, lab: null };
  const [lab, labStep] = split(beside, '/');
  return {
    room: 'slides',
    slide: id,
    step,
    lab: readLab(lab!, labStep || null, given, ofSlide, known, problems),
  };
}

/** What a query says that is no parameter of the lab. */
const ofLab = ['preset', 'seed'];
const ofSlide = [...ofLab, 'step', 'lab'];

function readLab(
  id: string,
  step: string | null,
  given: URLSearchParams,
  taken: string[],
  known: Known,
  problems: string[],
): LabPlace | null {
  const lab = Object.hasOwn(known.labs, id) ? known.labs[id] : undefined;
  if (!lab) {
    problems.push(
      `There is no lab “${short(id)}”. There ` +
        `${Object.keys(known.labs).length === 1 ? 'is' : 'are'}: ` +
        `${Object.keys(known.labs).join(', ')}.`,
    );
    return null;
  }
  const parameters = [...given].filter(([name]) => !taken.includes(name));
  const said = { step, preset: given.get('preset'), seed: given.get('seed'), parameters };
  return { id, ...readPlace(lab, said, problems) };
}

/** The address of the deck's first slide. */
export function firstSlide(known: Known): Address {
  return { room: 'slides', slide: known.slides[0]?.id ?? '', step: 1, lab: null };
}

/** Where the learner left the lecture, as far as that slide and step are still there; else the first slide. */
export function slideLeftOff(place: Learner['place'], known: Known): Address {
  const slide = place && known.slides.find((one) => one.id === place.slide);
  if (!slide) return firstSlide(known);
  const step = Math.min(Math.max(place.step, 1), slide.steps);
  return { room: 'slides', slide: slide.id, step, lab: null };
}

/** Writes an address as the part of a URL from `#` on. `parseAddress` reads it back unchanged. */
export function formatAddress(address: Address): string {
  const query = new URLSearchParams();
  if (address.room === 'slides') {
    if (address.step > 1) query.set('step', String(address.step));
    if (address.lab) {
      query.set('lab', address.lab.step ? `${address.lab.id}/${address.lab.step}` : address.lab.id);
      writeLab(address.lab, query);
    }
    return `#/slides/${encodeURIComponent(address.slide)}${tail(query)}`;
  }
  if (address.room === 'present') return '#/present';
  if (address.room === 'exercises') return '#/exercises';
  if (address.room === 'glossary')
    return address.term === null ? '#/glossary' : `#/glossary/${address.term}`;
  if (address.room === 'notebook')
    return address.run ? `#/notebook/${encodeURIComponent(address.run)}` : '#/notebook';
  if (address.room === 'report') {
    if (address.labs !== null) query.set('labs', address.labs.join(','));
    if (address.numbers === 'all') query.set('numbers', 'all');
    return `#/report${tail(query)}`;
  }
  if (address.room === 'read') {
    if (address.print !== null) query.set('print', address.print);
    if (address.per !== undefined) query.set('per', String(address.per));
    if (address.answers) query.set('answers', 'shown');
    return `#/read${address.slide === null ? '' : `/${encodeURIComponent(address.slide)}`}${tail(query)}`;
  }
  writeLab(address.lab, query);
  const step = address.lab.step ? `/${encodeURIComponent(address.lab.step)}` : '';
  return `#/labs/${encodeURIComponent(address.lab.id)}${step}${tail(query)}`;
}

function writeLab(lab: LabPlace, query: URLSearchParams): void {
  if (lab.preset !== null) query.set('preset', lab.preset);
  if (lab.seed !== null) query.set('seed', String(lab.seed));
  for (const [name, value] of Object.entries(lab.parameters)) query.set(name, String(value));
}

/** What "Copy link" copies: the same on every computer, because it names no host and no port. */
export function formatLink(address: Address): string {
  return `lectern://${formatAddress(address).slice(2)}`;
}

/** Reads a pasted link, or null where the text is none. Takes `lectern://…`, `#/…` and a copied address line. */
export function readLink(text: string): string | null {
  const trimmed = text.trim();
  const own = /^lectern:\/\/\/?(.+)$/i.exec(trimmed);
  if (own) return `#/${own[1]}`;
  const inPage = /^(?:https?:\/\/[^\s#]*)?(#\/.+)$/i.exec(trimmed);
  return inPage ? inPage[1]! : null;
}

const tail = (query: URLSearchParams) => {
  // A slash is legal in a query, and `lab=latency/measure` is easier to read and to type than its escape.
  const text = query.toString().replaceAll('%2F', '/').replaceAll('%2C', ',');
  return text ? `?${text}` : '';
};

/** Splits at the first `mark` only. */
function split(text: string, mark: string): [string, string] {
  const at = text.indexOf(mark);
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)];
}

/** A mistyped escape such as `%E0%A` is shown as it stands instead of breaking the page. */
function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
