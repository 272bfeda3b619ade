import {
  oursAreListed,
  type LectureOutline,
  type LectureProblem,
} from '../../../main/contract/lecture-folder.ts';
import { factsOf, metaOf, withLabDefaults } from './from-outline.ts';
import type { Lecture, LecturePart, SlideMeta } from './lecture.ts';

type Edition = NonNullable<LectureOutline['edition']>;

export interface MadeEdition {
  lecture: Lecture;
  /** What the folder names and the base does not have. */
  problems: LectureProblem[];
}

/**
 * A lecture as a folder changes it: slides hidden, added, put in the place of others and in another order, minutes and facts of its
 * own. What it does not name follows the base. Where nothing would be left, the base stays as it is.
 * @param draw draws a part that holds slides of both; one function for each part, whenever it is asked
 */
export function editionOf(
  base: Lecture,
  outline: LectureOutline,
  draw: (part: LecturePart) => NonNullable<LecturePart['load']>,
): MadeEdition {
  const edition = outline.edition!;
  const problems = missing(base, edition);
  const own = new Map(
    outline.parts.flatMap((part) => part.slides).map((meta) => [meta.id, metaOf(meta)]),
  );
  const used = new Set<string>();
  const once = (slide: SlideMeta): SlideMeta[] => {
    if (used.has(slide.id)) {
      const what = `A slide of yours has the id “${slide.id}”, as one of lecture 1 has.`;
      problems.push(problem(what, 'Give it another id.', 0));
      return [];
    }
    used.add(slide.id);
    return [slide];
  };
  const mine = (ids: readonly string[] = []) =>
    ids.flatMap((id) => own.get(id) ?? []).flatMap(once);
  const slidesOf = (slide: SlideMeta): SlideMeta[] => {
    const replaced = Object.hasOwn(edition.replace, slide.id);
    const hidden = replaced || edition.hide.includes(slide.id);
    return [
      ...(replaced ? mine(edition.replace[slide.id]) : []),
      ...(hidden ? [] : once(slide)),
      ...mine(edition.after[slide.id]),
    ];
  };
  const parts = base.parts.map((part): LecturePart => {
    const slides = inOrder(part.slides, edition.order)
      .flatMap(slidesOf)
      .map(withLabDefaults(outline.labs));
    const { load: _load, ...rest } = part;
    return {
      ...rest,
      slides,
      minutes: edition.minutes[part.id] ?? part.minutes,
      ...(slides.length > 0 && { load: draw(part) }),
    };
  });
  const { said } = outline;
  const theirs = said.lecturer !== undefined || said.institution !== undefined;
  const facts = theirs
    ? factsOf(said.lecturer ?? '', said.institution ?? '', said.date ?? '')
    : base.facts;
  const empty = parts.every((part) => part.slides.length === 0);
  if (empty) problems.push(problem('This edition hides every slide.', 'Keep one of them.', 0));
  return {
    problems,
    lecture: {
      ...base,
      id: `folder-${outline.id}`,
      title: said.title ?? base.title,
      course: said.course ?? base.course,
      facts,
      parts: empty ? base.parts : withSources(parts, outline.sources),
      // The tour goes where its slide still is.
      tour: used.has(base.tour?.slide ?? '') ? base.tour : undefined,
    },
  };
}

/** Slides that are named come first, in the order in which they are named. */
function inOrder(slides: readonly SlideMeta[], order: readonly string[]): SlideMeta[] {
  const place = ({ id }: SlideMeta) => (order.includes(id) ? order.indexOf(id) : order.length);
  return [...slides].sort((a, b) => place(a) - place(b));
}

const withSources = (parts: LecturePart[], sources: LectureOutline['sources']): LecturePart[] =>
  parts.map((part, index) =>
    index === parts.length - 1 ? { ...part, sources: [...part.sources, ...sources] } : part,
  );

function missing(base: Lecture, edition: Edition): LectureProblem[] {
  const slides = new Set(base.parts.flatMap((part) => part.slides.map(({ id }) => id)));
  const parts = new Set(base.parts.map(({ id }) => id));
  const named = {
    hide: edition.hide,
    order: edition.order,
    after: Object.keys(edition.after),
    replace: Object.keys(edition.replace),
    notes: Object.keys(edition.notes),
    minutes: Object.keys(edition.minutes),
  };
  return Object.entries(named).flatMap(([key, ids]) =>
    ids
      .filter((id) => !(key === 'minutes' ? parts : slides).has(id))
      .map((id) =>
        problem(
          `Lecture 1 has no ${key === 'minutes' ? 'part' : 'slide'} “${id}”.`,
          oursAreListed,
          edition.lines[`${key} ${id}`] ?? 0,
        ),
      ),
  );
}

const problem = (what: string, fix: string, line: number): LectureProblem => ({
  level: 'error',
  file: 'lecture.yaml',
  line,
  what,
  fix,
});
