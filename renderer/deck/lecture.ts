import type { ComponentType } from 'react';

/** The lab that belongs to a slide: L opens it beside the slide. */
export interface SlideLab {
  id: string;
  /** A story part or step of that lab; null opens it where the learner left off. */
  step: string | null;
  /** What the cue on the slide says after "Lab:". */
  cue: string;
}

/** What is known of a slide without loading its MDX: enough for the agenda, the palette, the window title and the address. */
export interface SlideMeta {
  /** Stable: deep links and tests use it. */
  id: string;
  title: string;
  /** How many times the slide builds up, counting how it first appears. */
  steps: number;
  /** What the rail counts instead of steps, where a thing grows over several slides: "Row 2 of 5". */
  row?: { name: string; at: number; of: number };
  lab?: SlideLab;
}

export interface LecturePart {
  id: string;
  title: string;
  slides: SlideMeta[];
  /** The part's MDX. Left out while the part has no slides. */
  load?: () => Promise<{ default: ComponentType }>;
}

export interface Lecture {
  id: string;
  title: string;
  course: string;
  parts: LecturePart[];
}

/** A slide with its place in the lecture. Numbers count the slides that exist, from 1. */
export interface PlacedSlide extends SlideMeta {
  number: number;
  part: LecturePart;
}

/** All slides in order. */
export function slidesOf(lecture: Lecture): PlacedSlide[] {
  return lecture.parts.flatMap((part) => part.slides.map((slide) => ({ ...slide, part }))).map((slide, index) => ({ ...slide, number: index + 1 }));
}

/** The step that a slide shows when `current` is on screen at `step`: slides already passed are complete, those to come are at their start. */
export function stepShown(slide: PlacedSlide, current: PlacedSlide, step: number): number {
  if (slide.number === current.number) return Math.min(Math.max(step, 1), slide.steps);
  return slide.number < current.number ? slide.steps : 1;
}
