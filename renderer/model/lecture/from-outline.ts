import type { FolderSlideMeta, LectureOutline } from '../../../main/contract/lecture-folder.ts';
import type { Lecture, LecturePart, SlideMeta } from './lecture.ts';

/** How a lab begins: as the slide says, else as the lecture does for all of its slides. */
export function labBegins(
  labs: LectureOutline['labs'],
  lab: string,
  said: { preset?: string | null; seed?: number | null },
): { preset: string | null; seed: number | null } {
  const usual = Object.hasOwn(labs, lab) ? labs[lab] : undefined;
  return {
    preset: said.preset ?? usual?.preset ?? null,
    seed: said.seed ?? usual?.seed ?? null,
  };
}

/** A slide whose lab begins as the lecture says. */
export const withLabDefaults =
  (labs: LectureOutline['labs']) =>
  (slide: SlideMeta): SlideMeta =>
    slide.lab && Object.hasOwn(labs, slide.lab.id)
      ? { ...slide, lab: { ...slide.lab, ...labBegins(labs, slide.lab.id, slide.lab) } }
      : slide;

/** What the deck knows of a folder's slide. */
export const metaOf = ({ id, title, steps, minutes, lab, poll }: FolderSlideMeta): SlideMeta => ({
  id,
  title,
  steps,
  ...(minutes !== undefined && { minutes }),
  ...(lab && { lab }),
  ...(poll && { poll }),
});

/**
 * A folder's own lecture.
 * @param load draws any slide of a folder
 */
export function lectureOf(outline: LectureOutline, load: LecturePart['load']): Lecture {
  const { facts, id } = outline;
  return {
    id: `folder-${id}`,
    title: facts.title,
    course: facts.course || facts.institution,
    facts: factsOf(facts.lecturer, facts.institution, facts.date),
    parts: outline.parts.map((part, index) => ({
      id: part.id,
      title: part.title,
      minutes: part.minutes,
      slides: part.slides.map(metaOf).map(withLabDefaults(outline.labs)),
      sources: index === 0 ? outline.sources : [],
      load,
    })),
  };
}

/** What a title page says of who gives the lecture. */
export function factsOf(lecturer: string, institution: string, date: string): Lecture['facts'] {
  return {
    lecturer,
    of: [institution, date].filter(Boolean),
    edition: [lecturer, institution].filter(Boolean).join(', '),
  };
}
