import type { FolderSlide } from '../../contract/lecture-folder.ts';
import type { LectureWorld } from './files.ts';
import type { LectureSettings } from './lecture-yaml.ts';
import { pollId } from './names.ts';
import { suggestion } from './near-miss.ts';
import type { Problems } from './problems.ts';
import type { SlideRead } from './read-slide.ts';

/** Gives slides that share an id other ones, and their polls too: the first keeps it. */
export function uniqueSlides(
  all: readonly SlideRead[],
  { id: folder, problems }: { id: string; problems: Problems },
): Map<string, FolderSlide> {
  const slides = new Map<string, FolderSlide>();
  for (const one of all) {
    const { meta, named } = one;
    if (slides.has(meta.id) && slides.get(meta.id) !== one.slide) {
      if (named)
        problems.add({
          level: 'error',
          file: meta.file,
          line: meta.line,
          what: `Two slides have the id “${meta.id}”.`,
          fix: 'Give this one another id.',
          slide: meta.id,
        });
      const stem = meta.id.slice(0, 70);
      let count = 2;
      while (slides.has(`${stem}-${count}`)) count += 1;
      meta.id = `${stem}-${count}`;
      one.slide.id = meta.id;
      if (meta.poll) meta.poll = { ...meta.poll, id: pollId(folder, meta.id) };
      for (const problem of one.problems) problem.slide = meta.id;
    }
    slides.set(meta.id, one.slide);
  }
  return slides;
}

/**
 * Links to slides, and sources, that the lecture does not have. An edition has those of its base too; where these are not at hand,
 * nothing is said of it.
 */
export function lookAtLinks(
  all: readonly SlideRead[],
  slides: ReadonlyMap<string, unknown>,
  settings: LectureSettings,
  { world, problems }: { world: LectureWorld; problems: Problems },
): void {
  const base = settings.edition ? world.lecture1 : { slides: [], sources: [] };
  const gone = new Set([
    ...(settings.edition?.hide ?? []),
    ...Object.keys(settings.edition?.replace ?? {}),
  ]);
  const places = base && [...slides.keys(), ...base.slides.filter((id) => !gone.has(id))];
  const sources = base?.sources && [...settings.sources.map(({ id }) => id), ...base.sources];
  for (const { links, cited, meta } of all) {
    for (const { id, line } of links)
      if (places && !places.includes(id))
        problems.add({
          level: 'error',
          file: meta.file,
          line,
          what: `The link leads to a slide “${id}”, and there is none.`,
          fix: suggestion(id, places, 'slides'),
          slide: meta.id,
        });
    for (const { id, line } of cited)
      if (sources && !sources.includes(id))
        problems.add({
          level: 'warning',
          file: meta.file,
          line,
          what: `The source “${id}” is not listed.`,
          fix:
            sources.length > 0
              ? suggestion(id, sources, 'sources')
              : 'List it under “sources:” in lecture.yaml.',
          slide: meta.id,
        });
  }
}
