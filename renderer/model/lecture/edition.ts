import {
  idTaken,
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
  /** Slides of the folder that stand in it, by id. Any other id is the base's. */
  placed: ReadonlySet<string>;
}

/**
 * A lecture as a folder changes it: slides hidden, added, put in the place of others and in another order, minutes and facts of its
 * own. What it does not name follows the base. Where nothing would be left, the base stays as it is. A slide of the base that stays
 * keeps its id, wherever the folder's slide of that id would stand.
 * @param draw draws a part that holds slides of both; one function for each part, whenever it is asked
 */
export function editionOf(
  base: Lecture,
  outline: LectureOutline,
  draw: (part: LecturePart) => NonNullable<LecturePart['load']>,
): MadeEdition {
  const edition = outline.edition!;
  const problems = missing(base, edition);
  const own = new Map(outline.parts.flatMap((part) => part.slides).map((meta) => [meta.id, meta]));
  const goes = (id: string) => Object.hasOwn(edition.replace, id) || edition.hide.includes(id);
  const ours = base.parts.flatMap((part) => part.slides.map(({ id }) => id));
  const staying = new Set(ours.filter((id) => !goes(id)));
  const placed = new Set<string>();
  const mine = (ids: readonly string[] = []) =>
    ids
      .flatMap((id) => own.get(id) ?? [])
      .flatMap((meta): SlideMeta[] => {
        if (staying.has(meta.id)) {
          problems.push(idTaken(meta));
          return [];
        }
        placed.add(meta.id);
        return [metaOf(meta)];
      });
  const slidesOf = (slide: SlideMeta): SlideMeta[] => {
    const replaced = Object.hasOwn(edition.replace, slide.id);
    return [
      ...(replaced ? mine(edition.replace[slide.id]) : []),
      ...(staying.has(slide.id) ? [slide] : []),
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
  const facts = editedFacts(base.facts, said);
  const empty = parts.every((part) => part.slides.length === 0);
  if (empty) problems.push(problem('This edition hides every slide.', 'Keep one of them.', 0));
  const shown = new Set([...staying, ...placed]);
  return {
    problems,
    placed: empty ? new Set() : placed,
    lecture: {
      ...base,
      id: `folder-${outline.id}`,
      title: said.title ?? base.title,
      course: said.course ?? base.course,
      facts,
      parts: empty ? base.parts : withSources(parts, outline.sources),
      // The tour goes where its slide still is.
      tour: shown.has(base.tour?.slide ?? '') ? base.tour : undefined,
    },
  };
}

/**
 * Who gives an edition, where and when: what is not said follows the base. Where another person is named alone, nothing of the base's
 * own stands below: it is said of whoever gave that.
 */
function editedFacts(
  base: Lecture['facts'],
  { lecturer, institution, date }: LectureOutline['said'],
): Lecture['facts'] {
  if (lecturer === undefined && institution === undefined)
    return base && { ...base, of: [...base.of, date ?? ''].filter(Boolean) };
  return factsOf(lecturer ?? base?.lecturer ?? '', institution ?? '', date ?? '');
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
