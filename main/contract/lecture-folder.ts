import { z } from 'zod';
import { lectureNode } from './lecture-tree.ts';

/** How a lecture folder crosses from the host into windows: an outline, and each slide for itself when it is asked for. */

/** What an address takes as it is. */
export const slideId = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  .max(80);

/** The newest form of `lecture.yaml` that this Lectern reads. */
export const lectureFormat = 1;

/** Where to look for the id of a slide or part of ours. */
export const oursAreListed = 'The guide lists the slides of lecture 1: main/lecture/README.md.';

/** Something in the folder that can't be used, or should be mended. */
export const lectureProblem = z.object({
  /** 'error': something is not shown; 'warning': it is shown, and could be better. */
  level: z.enum(['error', 'warning']),
  /** Below the folder, with `/`. */
  file: z.string().max(300),
  /** From 1; 0 where it is about the whole file. */
  line: z.number().int().min(0),
  what: z.string().max(600),
  /** What to do about it. */
  fix: z.string().max(600),
  /** The slide it stands on. */
  slide: slideId.optional(),
});
export type LectureProblem = z.infer<typeof lectureProblem>;

const words = z.string().max(300);

/** An edition adds a slide with the id of one of ours that stays. Said by `check`, and by a window. */
export const idTaken = ({ id, file, line }: Pick<FolderSlideMeta, 'id' | 'file' | 'line'>) =>
  ({
    level: 'error',
    file,
    line,
    what: `Lecture 1 has a slide “${id}” too, so this one is not shown.`,
    fix: `Write another id into its front matter, such as id: my-${id.slice(0, 70)}`,
    slide: id,
  }) satisfies LectureProblem;

export const lectureFacts = z.object({
  title: words,
  course: words,
  lecturer: words,
  institution: words,
  date: words,
  language: z.string().regex(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$/),
});
export type LectureFacts = z.infer<typeof lectureFacts>;

export const folderSlideMeta = z.object({
  id: slideId,
  title: words,
  steps: z.number().int().min(1).max(100),
  layout: z.enum(['titled', 'plain', 'section', 'center', 'title']),
  /** How long it is to take, in minutes. */
  minutes: z.number().min(0).max(120).optional(),
  lab: z
    .object({
      id: slideId,
      step: slideId.nullable(),
      cue: words,
      /** How it begins, where the slide says so itself. */
      preset: slideId.nullable().optional(),
      seed: z.number().int().nullable().optional(),
    })
    .optional(),
  poll: z
    .object({
      id: slideId,
      question: words,
      options: z
        .array(z.object({ id: slideId, label: words }))
        .min(2)
        .max(12),
      about: words.optional(),
    })
    .optional(),
  /** Where it is written. */
  file: z.string().max(300),
  line: z.number().int().min(1),
  /** Of all that is drawn for it: another one, and the slide is asked for again. */
  hash: z.string().length(16),
});
export type FolderSlideMeta = z.infer<typeof folderSlideMeta>;

export const folderSource = z.object({
  id: slideId,
  who: words,
  year: z.number().int(),
  title: words,
  url: z.string().max(2_000).nullable(),
});

/** What a folder changes of a lecture that it extends. */
export const lectureEdition = z.object({
  base: z.enum(['lecture-1']),
  hide: z.array(slideId).max(500),
  /** Ids of the folder's slides that come after a slide of the base. */
  after: z.record(slideId, z.array(slideId).max(200)),
  /** Ids of the folder's slides that stand for one of the base. */
  replace: z.record(slideId, z.array(slideId).max(200)),
  /** Slides of the folder whose notes are said instead: by the base's slide. */
  notes: z.record(slideId, slideId),
  /** These come first in their part, in this order. */
  order: z.array(slideId).max(500),
  /** Planned minutes of a part, by its id. */
  minutes: z.record(slideId, z.number().min(0).max(600)),
  /** The line of `lecture.yaml` on which each id of the base is named. */
  lines: z.record(z.string().max(200), z.number().int()),
});
export type LectureEdition = z.infer<typeof lectureEdition>;

/** What is known of an open folder before any slide is drawn. */
export const lectureOutline = z.object({
  /** Names the folder: what is kept of its slides is kept under it. */
  id: z.string().regex(/^[0-9a-f]{12}$/),
  /** Shown to the person; never a path that a request could name. */
  folder: z.string().max(4_000),
  revision: z.number().int().min(0),
  facts: lectureFacts,
  /** What `lecture.yaml` says itself: an edition keeps the rest of the base. */
  said: lectureFacts.partial(),
  parts: z.array(
    z.object({
      id: slideId,
      title: words,
      minutes: z.number().min(0).max(600),
      slides: z.array(folderSlideMeta),
    }),
  ),
  sources: z.array(folderSource).max(500),
  edition: lectureEdition.nullable(),
  /** The preset and seed with which a lab of this lecture begins. */
  labs: z.record(
    slideId,
    z.object({ preset: slideId.nullable(), seed: z.number().int().nullable() }),
  ),
  problems: z.array(lectureProblem).max(500),
});
export type LectureOutline = z.infer<typeof lectureOutline>;

/** A slide as it is drawn. */
export const folderSlide = z.object({
  id: slideId,
  hash: z.string().length(16),
  body: z.array(lectureNode),
  notes: z
    .array(z.object({ kind: z.enum(['say', 'ask', 'mistake']), body: z.array(lectureNode) }))
    .max(20),
  /** What it says, for the search. */
  shown: z.string().max(60_000),
  spoken: z.string().max(60_000),
});
export type FolderSlide = z.infer<typeof folderSlide>;

/** So many slides are asked for at once. */
export const mostSlidesAtOnce = 40;

/** So many folders that were opened are remembered. */
export const mostRecent = 12;

/** A folder that was opened as a lecture, on this computer. */
export const recentLecture = z.object({
  /** Names it for the host, which alone knows the path. */
  id: z.string().regex(/^[0-9a-f]{12}$/),
  name: words,
  /** The folder that it lies in, for the person to tell two of one name apart. */
  place: z.string().max(4_000),
  open: z.boolean(),
  gone: z.boolean(),
});
export type RecentLecture = z.infer<typeof recentLecture>;

/** The lectures that can be opened with one press, the newest first. */
export const lectureList = z.object({
  /** Whether the lecture that comes with Lectern is shown. */
  ours: z.boolean(),
  recent: z.array(recentLecture).max(mostRecent),
});
export type LectureList = z.infer<typeof lectureList>;
