import type { PlacedSlide } from '../../../model/lecture/lecture.ts';
import { timeOfDay } from './clock.ts';

export interface Span {
  startMs: number;
  endMs: number;
}

/** When everything should happen: each part's minutes scaled to the planned length, spread evenly over its slides. */
export interface Plan {
  parts: (Span & { id: string; title: string })[];
  slides: (Span & { id: string; number: number; steps: number; part: string; lab: boolean })[];
  totalMs: number;
}

/** Parts without slides take no time: nobody can be in them. */
export function planOf(slides: readonly PlacedSlide[], plannedMinutes: number): Plan {
  const parts = [...new Set(slides.map((slide) => slide.part))];
  const all = parts.reduce((sum, part) => sum + part.minutes, 0);
  const plan: Plan = { parts: [], slides: [], totalMs: plannedMinutes * 60_000 };
  let at = 0;
  for (const part of parts) {
    const own = slides.filter((slide) => slide.part === part);
    const long = (all > 0 ? part.minutes / all : 1 / parts.length) * plan.totalMs;
    plan.parts.push({ id: part.id, title: part.title, startMs: at, endMs: at + long });
    own.forEach((slide, index) => {
      const [from, to] = [index / own.length, (index + 1) / own.length];
      plan.slides.push({
        id: slide.id,
        number: slide.number,
        steps: slide.steps,
        part: part.id,
        lab: slide.lab !== undefined,
        startMs: at + from * long,
        endMs: at + to * long,
      });
    });
    at += long;
  }
  return plan;
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
  const each = Math.max(0, (plan.totalMs - here.endMs - behind) / after.length);
  return `Give each of the ${after.length} slides left ${span(each)}, and you end on time.`;
}

function numbers(slides: number[]): string {
  const sorted = [...slides].sort((a, b) => a - b);
  const last = sorted.pop()!;
  return sorted.length > 0 ? `slides ${sorted.join(', ')} and ${last}` : `slide ${last}`;
}
