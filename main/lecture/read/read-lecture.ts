import type { FolderSlide, LectureOutline } from '../../contract/lecture-folder.ts';
import { assetWord, tellRefused, type Context, type SlideCache } from './context.ts';
import { editionParts } from './edition-parts.ts';
import type { LectureFiles, LectureWorld } from './files.ts';
import { settingsFile, readSettings } from './lecture-yaml.ts';
import { ownParts } from './own-parts.ts';
import { Problems } from './problems.ts';
import { lookAtLinks, uniqueSlides } from './whole-lecture.ts';

export type { SlideCache } from './context.ts';

/** A lecture as it was read: what windows are told of it, and its slides. */
export interface ReadLecture {
  outline: Omit<LectureOutline, 'revision' | 'folder'>;
  slides: ReadonlyMap<string, FolderSlide>;
  /** Files of the folder that it asks for, also those that were refused or are not there: settings, slides, pictures and data. */
  uses: ReadonlySet<string>;
}

/**
 * Reads a whole lecture. Pure: it opens nothing, and the same files give the same lecture. Never throws; what can't be used is
 * among the problems, and a slide that can't be shown holds a message.
 * @param id names the folder, 12 hexadecimal digits
 * @param cache of the last reading; emptied of what is not used any more
 */
export function readLecture(
  files: LectureFiles,
  world: LectureWorld,
  id: string,
  cache: SlideCache = new Map(),
): ReadLecture {
  const problems = new Problems();
  const settings = readSettings(files.texts.get(settingsFile) ?? '', world, problems);
  const context: Context = {
    files,
    world,
    id,
    problems,
    cache,
    fresh: new Map(),
    assets: assetWord(files),
    uses: new Set([settingsFile]),
    count: 0,
  };
  if (files.refused.has(settingsFile)) tellRefused(settingsFile, context);
  else if (!files.texts.has(settingsFile))
    problems.add({
      level: 'warning',
      file: settingsFile,
      line: 0,
      what: 'The folder has no file lecture.yaml.',
      fix: 'Write one with title: and lecturer:.',
    });
  const named = settings.edition ? editionParts(settings, context) : null;
  const parts = named?.parts ?? ownParts(settings, context);
  const all = parts.flatMap((part) => part.slides);
  const slides = uniqueSlides(all, context);
  lookAtLinks(all, slides, settings, context);
  cache.clear();
  for (const [key, value] of context.fresh) cache.set(key, value);
  for (const one of all) for (const problem of one.problems) problems.add(problem);
  const facts = {
    title: settings.said.title ?? 'A lecture without a title',
    course: settings.said.course ?? '',
    lecturer: settings.said.lecturer ?? '',
    institution: settings.said.institution ?? '',
    date: settings.said.date ?? '',
    language: settings.said.language ?? 'en',
  };
  return {
    outline: {
      id,
      facts,
      said: settings.said,
      parts: parts.map((part) => ({ ...part, slides: part.slides.map((one) => one.meta) })),
      sources: settings.sources,
      edition: named?.edition ?? null,
      labs: settings.labs,
      problems: problems.list,
    },
    slides,
    uses: new Set([...context.uses, ...all.flatMap((one) => one.uses)]),
  };
}
