import type { PlacedSlide } from '../../../model/lecture/lecture.ts';
import type { SlideSeconds } from '../../../model/lecture/slide-minutes.ts';
import { timeOfDay } from './clock.ts';

export interface Span {
  startMs: number;
  endMs: number;
}

/** When everything should happen. */
export interface Plan {
  parts: (Span & { id: string; title: string })[];
  slides: (Span & { id: string; number: number; steps: number; part: string; lab: boolean })[];
  /** The planned length. */
  totalMs: number;
  /** When the last slide should end: later than the planned length where the presenter's own minutes are more. */
  endMs: number;
}

/** A slide with a lab takes so many times as long as one without: the room predicts, runs and looks. */
const labWeight = 2;

/**
 * The plan of a lecture. Each part's minutes are spread over its slides by weight. Slides with a
 * time of their own take that; the others are scaled, all alike, to what is left of the planned
 * length. Parts without slides take no time: nobody can be in them.
 * @param own the presenter's own times, in seconds by slide
 */
export function planOf(
  slides: readonly PlacedSlide[],
  plannedMinutes: number,
  own: SlideSeconds = {},
): Plan {
  const totalMs = plannedMinutes * 60_000;
  const lengths = lengthsOf(slides, totalMs, own);
  const plan: Plan = { parts: [], slides: [], totalMs, endMs: 0 };
  slides.forEach((slide, index) => {
    const startMs = plan.endMs;
    const endMs = startMs + lengths[index]!;
    const { id, number, steps, part, lab } = slide;
    plan.slides.push({ id, number, steps, part: part.id, lab: lab !== undefined, startMs, endMs });
    const last = plan.parts.at(-1);
    if (last?.id === part.id) last.endMs = endMs;
    else plan.parts.push({ id: part.id, title: part.title, startMs, endMs });
    plan.endMs = endMs;
  });
  return plan;
}

/** How long each slide takes, in ms. */
function lengthsOf(slides: readonly PlacedSlide[], totalMs: number, own: SlideSeconds): number[] {
  const weight = (slide: PlacedSlide) => (slide.lab ? labWeight : 1);
  const inPart = new Map<PlacedSlide['part'], number>();
  for (const slide of slides) inPart.set(slide.part, (inPart.get(slide.part) ?? 0) + weight(slide));
  const anyMinutes = [...inPart.keys()].some(({ minutes }) => minutes > 0);
  const shares = slides.map(
    (slide) => ((anyMinutes ? slide.part.minutes : 1) * weight(slide)) / inPart.get(slide.part)!,
  );
  const set = slides.map(({ id, minutes }) => {
    if (Object.hasOwn(own, id)) return own[id]! * 1000;
    return minutes === undefined ? null : minutes * 60_000;
  });
  const taken = set.reduce<number>((sum, ms) => sum + (ms ?? 0), 0);
  const open = shares.reduce((sum, share, at) => sum + (set[at] === null ? share : 0), 0);
  const each = open > 0 ? Math.max(0, totalMs - taken) / open : 0;
  return shares.map((share, at) => set[at] ?? share * each);
}

/** When the step on screen should be shown. */
export function stepSpan(plan: Plan, slide: string, step: number): Span {
  const own = plan.slides.find((one) => one.id === slide) ?? plan.slides[0];
  if (!own) return { startMs: 0, endMs: 0 };
  const each = (own.endMs - own.startMs) / own.steps;
  const at = Math.min(Math.max(step, 1), own.steps);
  return { startMs: own.startMs + (at - 1) * each, endMs: own.startMs + at * each };
}

/** How far the lecture is behind its plan, in ms; negative where it is ahead, 0 while the step on screen is the one that is due. */
export function behindMs(span: Span, elapsed: number): number {
  if (elapsed > span.endMs) return elapsed - span.endMs;
  return elapsed < span.startMs ? elapsed - span.startMs : 0;
}

/** Less than this is nobody's worry, in ms. */
const slackMs = 15_000;

export type Pace = 'on time' | 'behind' | 'ahead';

export function paceOf(behind: number): Pace {
  if (Math.abs(behind) < slackMs) return 'on time';
  return behind > 0 ? 'behind' : 'ahead';
}

/** With less time for each of the slides that are left, nothing can be said on them. */
const leastMs = 20_000;

/** "2 min 10 s behind". To ten seconds: a number that changes every second is not read. */
export function paceWords(behind: number): string {
  const pace = paceOf(behind);
  return pace === 'on time' ? 'on time' : `${span(Math.abs(behind))} ${pace}`;
}

/** 2 min 10 s */
function span(ms: number): string {
  const tens = Math.round(ms / 10_000) * 10;
  const [minutes, seconds] = [Math.floor(tens / 60), tens % 60];
  return (
    [minutes > 0 ? `${minutes} min` : '', seconds > 0 ? `${seconds} s` : '']
      .filter(Boolean)
      .join(' ') || '0 s'
  );
}

/** One concrete thing to do about the pace, in a sentence. `now` is the time of day, `elapsed` what the clock says then. */
export function hint(
  plan: Plan,
  slide: string,
  step: number,
  elapsed: number,
  now: number,
): string {
  const here = plan.slides.find((one) => one.id === slide);
  if (!here) return '';
  const part = plan.parts.find((one) => one.id === here.part)!;
  const next = plan.parts[plan.parts.indexOf(part) + 1];
  const goal = next ? next.title : 'the end';
  const at = timeOfDay(now - elapsed + part.endMs);
  if (elapsed > plan.totalMs) return `The planned time is over. Close, or plan for longer.`;
  const behind = behindMs(stepSpan(plan, slide, step), elapsed);
  const pace = paceOf(behind);
  if (pace === 'on time') return next ? `${goal} begins at ${at}.` : `The lecture ends at ${at}.`;
  if (pace === 'ahead') return `Time for a question: ${goal} is planned for ${at}.`;
  return catchUp(plan, here, behind, goal, at);
}

/** Slides with a lab are what the lecture is for: those without are skipped first, the last of the part before the others. */
function catchUp(
  plan: Plan,
  here: Plan['slides'][number],
  behind: number,
  goal: string,
  at: string,
): string {
  const rest = plan.slides.filter((one) => one.part === here.part && one.number > here.number);
  const plain = rest.filter((one) => !one.lab).reverse();
  const skipped: number[] = [];
  for (let saved = 0; saved < behind && plain.length > skipped.length;) {
    const one = plain[skipped.length]!;
    saved += one.endMs - one.startMs;
    skipped.push(one.number);
    if (saved >= behind) return `Skip ${numbers(skipped)} to reach ${goal} on time, at ${at}.`;
  }
  const after = plan.slides.filter((one) => one.number > here.number);
  if (after.length === 0) return 'Come to the end.';
  const each = (plan.totalMs - here.endMs - behind) / after.length;
  if (each < leastMs)
    return `Less than ${span(leastMs)} is left for each of the ${after.length} slides after this one. Come to the end.`;
  return `Give each of the ${after.length} slides left ${span(each)}, and you end on time.`;
}

function numbers(slides: number[]): string {
  const sorted = [...slides].sort((a, b) => a - b);
  const last = sorted.pop()!;
  return sorted.length > 0 ? `slides ${sorted.join(', ')} and ${last}` : `slide ${last}`;
}
