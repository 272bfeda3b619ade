import type { LectureOutline } from '../../contract/lecture-folder.ts';
import { isMarkdown, pathBelow, type LectureFiles, type LectureWorld } from './files.ts';
import { settingsFile } from './lecture-yaml.ts';
import { limits, takenText } from './limits.ts';
import { suggestion } from './near-miss.ts';
import { quoted, type Problems } from './problems.ts';
import { readSlide, type SlideRead } from './read-slide.ts';
import { splitSlides } from './split-slides.ts';

/** Slides that were read before, by all that went into them: a saved file costs its changed slides only. */
export type SlideCache = Map<string, SlideRead>;

/** What the reading of one lecture knows as it goes. */
export interface Context {
  files: LectureFiles;
  world: LectureWorld;
  id: string;
  problems: Problems;
  cache: SlideCache;
  fresh: SlideCache;
  /** Pictures and data, in one word: a slide that names one is read anew when one of them changes. */
  assets: string;
  /** Files that were asked for, also those that were refused. */
  uses: Set<string>;
  count: number;
}

type Part = LectureOutline['parts'][number];

/** A part of a lecture with its slides as they were read. */
export type PartRead = Omit<Part, 'slides'> & { slides: SlideRead[] };

/** The slides of one file. */
export function slidesOf(file: string, context: Context): SlideRead[] {
  const { files, world, id, problems, cache, fresh, assets } = context;
  const text = files.texts.get(file) ?? '';
  context.uses.add(file);
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

/** Pictures and data, in one word. */
export const assetWord = ({ pictures, texts, refused }: LectureFiles) =>
  JSON.stringify([
    [...pictures].map(([path, { hash }]) => [path, hash]),
    [...texts].filter(([path]) => /\.csv$/i.test(path)),
    [...refused],
  ]);

/** The Markdown file that lecture.yaml names; null, with a problem, where there is none. */
export function fileNamed(
  name: string,
  line: number,
  { files, problems, uses }: Context,
): string | null {
  const path = pathBelow(settingsFile, name);
  if (path !== null && files.texts.has(path) && isMarkdown(path)) return path;
  const wrong = (what: string, fix: string) =>
    problems.add({ level: 'error', file: settingsFile, line, what, fix });
  const refused = path === null ? undefined : files.refused.get(path);
  if (path !== null && refused !== undefined) {
    uses.add(path);
    wrong(`The file ${quoted(name)} ${refused}.`, takenText);
  } else
    wrong(
      `There is no Markdown file ${quoted(name)} in the folder.`,
      suggestion(name, [...files.texts.keys()].filter(isMarkdown), 'files'),
    );
  return null;
}

/** A text that the lecture would have used is there and was refused. */
export function tellRefused(file: string, { files, problems }: Context): void {
  const what = `The file ${quoted(file)} ${files.refused.get(file)}. Nothing of it is shown.`;
  problems.add({ level: 'error', file, line: 0, what, fix: takenText });
}
