import type { FolderSlide, LectureOutline } from '../../contract/lecture-folder.ts';
import { pathBelow, type LectureFiles, type LectureWorld } from './files.ts';
import { settingsFile, partId, readSettings, type LectureSettings } from './lecture-yaml.ts';
import { limits } from './limits.ts';
import { suggestion } from './near-miss.ts';
import { Problems, quoted } from './problems.ts';
import { readSlide, type SlideRead } from './read-slide.ts';
import { splitSlides } from './split-slides.ts';

/** A lecture as it was read: what windows are told of it, and its slides. */
export interface ReadLecture {
  outline: Omit<LectureOutline, 'revision' | 'folder'>;
  slides: ReadonlyMap<string, FolderSlide>;
  /** Pictures and text files that slides stand on: whichever changes, the lecture is read again. */
  links: readonly string[];
}

/** Slides that were read before, by all that went into them: a saved file costs its changed slides only. */
export type SlideCache = Map<string, SlideRead>;

interface Context {
  files: LectureFiles;
  world: LectureWorld;
  id: string;
  problems: Problems;
  cache: SlideCache;
  fresh: SlideCache;
  /** Pictures and data, in one word: a slide that names one is read anew when one of them changes. */
  assets: string;
  count: number;
}

type Part = LectureOutline['parts'][number];

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
  if (!files.texts.has(settingsFile))
    problems.add({
      level: 'warning',
      file: settingsFile,
      line: 0,
      what: files.refused.get(settingsFile)
        ? `The file lecture.yaml ${files.refused.get(settingsFile)}.`
        : 'The folder has no file lecture.yaml.',
      fix: 'Write one with title: and lecturer:.',
    });
  const context: Context = {
    files,
    world,
    id,
    problems,
    cache,
    fresh: new Map(),
    assets: assetWord(files),
    count: 0,
  };
  const named = settings.edition ? editionParts(settings, context) : null;
  const parts = named?.parts ?? ownParts(settings, context);
  const all = parts.flatMap((part) => part.slides);
  const slides = uniqueSlides(all, problems);
  lookAtLinks(all, slides, settings, problems);
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
    links: all.flatMap((one) => one.links.map((link) => link.id)),
  };
}

type PartRead = Omit<Part, 'slides'> & { slides: SlideRead[] };

/** The slides of one file. */
function slidesOf(file: string, context: Context): SlideRead[] {
  const { files, world, id, problems, cache, fresh, assets } = context;
  const text = files.texts.get(file) ?? '';
  const read: SlideRead[] = [];
  for (const written of splitSlides(text)) {
    context.count += 1;
    if (context.count > limits.slides) {
      problems.add({
        level: 'error',
        file,
        line: written.line,
        what: `A lecture shows at most ${limits.slides} slides; the rest is left out.`,
        fix: 'Part the lecture into several folders.',
      });
      break;
    }
    const key = JSON.stringify([
      file,
      written,
      context.count,
      needsAssets(written.text) ? assets : '',
    ]);
    const before = cache.get(key);
    const kept =
      before ?? readSlide(written, { file, folder: id, number: context.count, files, world });
    fresh.set(key, kept);
    const slide = ownCopy(kept);
    read.push(slide);
  }
  return read;
}

/** Each reading has objects of its own where ids may be mended; what is drawn is shared, and nobody changes it. */
const ownCopy = (one: SlideRead): SlideRead => ({
  ...one,
  meta: { ...one.meta },
  slide: { ...one.slide },
  problems: one.problems.map((problem) => ({ ...problem })),
});

const needsAssets = (text: string) => /!\[|::chart/.test(text);

const assetWord = ({ pictures, texts, refused }: LectureFiles) =>
  JSON.stringify([
    [...pictures].map(([path, { hash }]) => [path, hash]),
    [...texts].filter(([path]) => /\.csv$/i.test(path)),
    [...refused],
  ]);

/** The parts of a lecture of its own: as lecture.yaml lists them, else every Markdown file in the order of their names. */
function ownParts(settings: LectureSettings, context: Context): PartRead[] {
  const { files, problems } = context;
  const markdown = [...files.texts.keys()].filter((path) => /\.(md|markdown)$/i.test(path));
  const listed = settings.parts?.flatMap((part) => {
    const path = fileNamed(part.file, part.line, context);
    return path === null ? [] : [{ ...part, file: path }];
  });
  const found = markdown
    .filter((path) => !path.includes('/') && !/^readme\.md$/i.test(path))
    .sort((a, b) => a.localeCompare(b, 'en', { numeric: true }))
    .map((file) => ({ title: null, file, minutes: null }));
  const parts: PartRead[] = [];
  for (const { title, file, minutes } of listed ?? found) {
    const begin = (name: string, planned: number | null) =>
      parts.push({ id: '', title: name, minutes: planned ?? 0, slides: [] });
    if (title !== null) begin(title, minutes);
    for (const slide of slidesOf(file, context)) {
      if (slide.part !== undefined && slide.part !== parts.at(-1)?.title) begin(slide.part, null);
      else if (parts.length === 0) begin(settings.said.title ?? 'Slides', null);
      parts.at(-1)!.slides.push(slide);
    }
  }
  if (parts.every((part) => part.slides.length === 0))
    problems.add({
      level: 'error',
      file: settingsFile,
      line: 0,
      what: 'The folder has no slides yet.',
      fix: 'Write some into slides.md. A line “---” begins another slide.',
    });
  const empty = parts.every((part) => part.slides.length === 0);
  return finished(empty ? [emptyPart(context)] : parts, settings.minutes);
}

/** What a folder without slides shows: a lecture has one slide at least. */
function emptyPart({ files, world, id }: Context): PartRead {
  const text = '# No slides yet\n\nWrite some into slides.md in this folder, and save it.\n';
  const written = { line: 1, text, frontMatter: null };
  const slide = readSlide(written, { file: 'slides.md', folder: id, number: 1, files, world });
  return { id: '', title: 'Slides', minutes: 0, slides: [slide] };
}

/** Ids for parts, and minutes where none are planned: the lecture's, shared by how many slides each has. */
function finished(parts: PartRead[], minutes: number | null): PartRead[] {
  const ids = new Set<string>();
  const kept = parts.filter((part) => part.slides.length > 0);
  const planned = kept.reduce((sum, part) => sum + part.minutes, 0);
  const count = kept.reduce((sum, part) => sum + (part.minutes > 0 ? 0 : part.slides.length), 0);
  const left = Math.max(0, (minutes ?? Math.max(planned, count * 1.5)) - planned);
  return kept.map((part, index) => {
    const own = partId(part.title, index);
    const id = ids.has(own) ? `${own}-${index + 1}` : own;
    ids.add(id);
    const share = count > 0 ? Math.round((left * part.slides.length) / count) : 0;
    return { ...part, id, minutes: part.minutes > 0 ? part.minutes : share };
  });
}

/** The slides that an edition adds, and where they go. */
function editionParts(
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
  uniqueSlides(slides, context.problems);
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
          fix: suggestion(id, known, key === 'minutes' ? 'parts' : 'slides of lecture 1'),
        });
  }
}

/** The Markdown file that lecture.yaml names; null, with a problem, where there is none. */
function fileNamed(name: string, line: number, { files, problems }: Context): string | null {
  const path = pathBelow(settingsFile, name);
  if (path !== null && files.texts.has(path) && /\.(md|markdown)$/i.test(path)) return path;
  const refused = path === null ? undefined : files.refused.get(path);
  const known = [...files.texts.keys()].filter((one) => /\.(md|markdown)$/i.test(one));
  problems.add({
    level: 'error',
    file: settingsFile,
    line,
    what:
      refused === undefined
        ? `There is no Markdown file ${quoted(name)} in the folder.`
        : `The file ${quoted(name)} ${refused}.`,
    fix: suggestion(name, known, 'files'),
  });
  return null;
}

/** Gives slides that share an id other ones: the first keeps it. */
function uniqueSlides(all: readonly SlideRead[], problems: Problems): Map<string, FolderSlide> {
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
      for (const problem of one.problems) problem.slide = meta.id;
    }
    slides.set(meta.id, one.slide);
  }
  return slides;
}

/** Links to slides, and sources, that the lecture does not have. Links of an edition may lead to slides of its base. */
function lookAtLinks(
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
