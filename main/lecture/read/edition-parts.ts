import { idTaken, type LectureOutline } from '../../contract/lecture-folder.ts';
import { fileNamed, slidesOf, type Context, type PartRead } from './context.ts';
import { settingsFile, type LectureSettings } from './lecture-yaml.ts';
import { suggestedSlide, suggestion } from './near-miss.ts';
import type { SlideRead } from './read-slide.ts';
import { uniqueSlides } from './whole-lecture.ts';

/** The slides that an edition adds, and where they go. */
export function editionParts(
  settings: LectureSettings,
  context: Context,
): { parts: PartRead[]; edition: NonNullable<LectureOutline['edition']> } {
  const { edition, lineOf } = settings;
  const slides: SlideRead[] = [];
  const lines: Record<string, number> = {};
  const placed = (key: 'after' | 'replace' | 'notes') =>
    Object.fromEntries(
      Object.entries(edition![key]).flatMap(([id, file]) => {
        const line = lineOf(key, id);
        lines[`${key} ${id}`] = line;
        const path = fileNamed(file, line, context);
        if (path === null) return [];
        const read = slidesOf(path, context);
        slides.push(...read);
        return [[id, read]] as const;
      }),
    );
  const [after, replace, notes] = [placed('after'), placed('replace'), placed('notes')];
  for (const key of ['hide', 'order', 'minutes'] as const) {
    const names = Array.isArray(edition![key]) ? edition![key] : Object.keys(edition![key]);
    for (const id of names) lines[`${key} ${id}`] = lineOf(key, id);
  }
  lookAtBase(settings, context);
  uniqueSlides(slides, context);
  lookAtTaken([...Object.values(after), ...Object.values(replace)].flat(), settings, context);
  const named = (by: Record<string, SlideRead[]>) =>
    Object.fromEntries(
      Object.entries(by).map(([id, read]) => [id, read.map((one) => one.meta.id)]),
    );
  const firstOf = Object.entries(named(notes)).flatMap(([id, [first]]) =>
    first ? [[id, first]] : [],
  );
  return {
    parts: [{ id: 'edition', title: 'This edition', minutes: 0, slides }],
    edition: {
      ...edition!,
      after: named(after),
      replace: named(replace),
      notes: Object.fromEntries(firstOf) as Record<string, string>,
      lines,
    },
  };
}

/** Slides and parts of the base that an edition names and that are not there. */
function lookAtBase({ edition, lineOf }: LectureSettings, { world, problems }: Context): void {
  if (!edition || !world.lecture1) return;
  for (const key of ['hide', 'order', 'after', 'replace', 'notes', 'minutes'] as const) {
    const named = edition[key];
    const known = key === 'minutes' ? world.lecture1.parts : world.lecture1.slides;
    for (const [index, id] of (Array.isArray(named) ? named : Object.keys(named)).entries())
      if (!known.includes(id))
        problems.add({
          level: 'error',
          file: settingsFile,
          line: lineOf(key, Array.isArray(named) ? String(index) : id),
          what: `Lecture 1 has no ${key === 'minutes' ? 'part' : 'slide'} “${id}”.`,
          fix: key === 'minutes' ? suggestion(id, known, 'parts') : suggestedSlide(id, known),
        });
  }
}

/** Added slides with the id of a slide of the base that stays: the base's own keeps its place, and theirs is not shown. */
function lookAtTaken(
  added: readonly SlideRead[],
  { edition }: LectureSettings,
  { world, problems }: Context,
): void {
  const gone = new Set([...edition!.hide, ...Object.keys(edition!.replace)]);
  for (const { meta } of added)
    if (world.lecture1?.slides.includes(meta.id) && !gone.has(meta.id)) problems.add(idTaken(meta));
}
