import type { FolderSlide } from '../../contract/lecture-folder.ts';
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

/** Links to slides, and sources, that the lecture does not have. Links of an edition may lead to slides of its base. */
export function lookAtLinks(
  all: readonly SlideRead[],
  slides: ReadonlyMap<string, unknown>,
  settings: LectureSettings,
  problems: Problems,
): void {
  const sources = settings.sources.map((source) => source.id);
  for (const { links, cited, meta } of all) {
    for (const { id, line } of settings.edition ? [] : links)
      if (!slides.has(id))
        problems.add({
          level: 'error',
          file: meta.file,
          line,
          what: `The link leads to a slide “${id}”, and there is none.`,
          fix: suggestion(id, [...slides.keys()], 'slides'),
          slide: meta.id,
        });
    for (const { id, line } of cited)
      if (!sources.includes(id))
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
