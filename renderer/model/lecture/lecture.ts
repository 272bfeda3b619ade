import type { SlideRoom } from './slide-room.ts';

/** The lab that belongs to a slide: L opens it beside the slide. */
export interface SlideLab {
  id: string;
  /** A story part or step of that lab; null opens it where the learner left off. */
  step: string | null;
  /** What the cue on the slide says after "Lab:". */
  cue: string;
  /** With which preset and seed the lab begins, where the lecture says so. */
  preset?: string | null;
  seed?: number | null;
}

/** A question that a slide asks the room. */
export interface SlidePoll {
  /** Names what is kept of it: `poll/<id>`, the show of hands, and `poll-answer/<id>`, the learner's own answer. */
  id: string;
  /** As it is asked. The slide shows it under its title, unless the title is the question. */
  question: string;
  /** `short` is what the presenter's window says, where the label is long. */
  options: readonly { id: string; label: string; short?: string }[];
  /** What the question is about: whoever is alone reads it once they have answered. */
  about?: string;
}

/** What is known of a slide without loading its MDX: enough for the agenda, the palette, the window title and the address. */
export interface SlideMeta {
  /** Stable: deep links and tests use it. */
  id: string;
  title: string;
  /** What people look for who want this slide, where it says so in no word. */
  also?: string;
  /** How many times the slide builds up, counting how it first appears. */
  steps: number;
  /** True where each step takes the place of the one before, as pages do: paper gets all of them. */
  paged?: true;
  /** What the rail counts instead of steps, where a thing grows over several slides: "Row 2 of 5". */
  row?: { name: string; at: number; of: number };
  lab?: SlideLab;
  poll?: SlidePoll;
  /** What it asks phones besides a poll; fetched when a room is open. */
  room?: () => Promise<{ slideRoom: SlideRoom }>;
  /** How long it is to take, in minutes; slides that do not say share the rest of the lecture. */
  minutes?: number;
}

/** Something a slide quotes. The slide names it by `id` in `<Source of="…">`; the credits list all of them. */
export interface CitedSource {
  /** Author or publisher, then the year: "akamai-2017". */
  id: string;
  who: string;
  year: number;
  title: string;
  /** Where it can be read; null where no public copy is known. */
  url: string | null;
  /**
   * What the slide does not say but a careful reader wants to know: where the source and the
   * lecture differ, or that only the lecture says so.
   */
  note?: string;
}

export interface LecturePart {
  id: string;
  title: string;
  /** How long the part takes in a lecture of the usual length; the presenter's pace is measured against it. */
  minutes: number;
  slides: SlideMeta[];
  /** Everything the part's slides quote. */
  sources: readonly CitedSource[];
  /** The part's MDX. Left out while the part has no slides. */
  load?: () => Promise<{ default: import('react').ComponentType }>;
}

export interface Lecture {
  id: string;
  title: string;
  course: string;
  /** Who gives it, where and when; for the title page. */
  facts?: { lecturer: string; /** Lines under the name. */ of: readonly string[]; edition: string };
  parts: LecturePart[];
  /**
   * Where the first-run tour goes: a slide with a lab that begins with a run, which is short, and the step of that lab's story that then
   * asks for a prediction and shows at once what that run says.
   */
  tour?: { slide: string; question: string };
}

/** A slide with its place in the lecture. Numbers count the slides that exist, from 1. */
export interface PlacedSlide extends SlideMeta {
  number: number;
  part: LecturePart;
}

/** All slides in order. */
export function slidesOf(lecture: Lecture): PlacedSlide[] {
  return lecture.parts
    .flatMap((part) => part.slides.map((slide) => ({ ...slide, part })))
    .map((slide, index) => ({ ...slide, number: index + 1 }));
}

/**
 * The step that a slide shows when `current` is on screen at `step`: slides already passed are
 * complete, those to come are at their start.
 */
export function stepShown(slide: PlacedSlide, current: PlacedSlide, step: number): number {
  if (slide.number === current.number) return Math.min(Math.max(step, 1), slide.steps);
  return slide.number < current.number ? slide.steps : 1;
}
