import type { LectureNode } from '../../contract/lecture-tree.ts';
import { fileNamed, slidesOf, tellRefused, type Context, type PartRead } from './context.ts';
import { isMarkdown } from './files.ts';
import { partId, settingsFile, type LectureSettings } from './lecture-yaml.ts';
import { readSlide } from './read-slide.ts';

/** The parts of a lecture of its own: as lecture.yaml lists them, else every Markdown file in the order of their names. */
export function ownParts(settings: LectureSettings, context: Context): PartRead[] {
  const { files, problems } = context;
  const listed = settings.parts?.flatMap((part) => {
    const path = fileNamed(part.file, part.line, context);
    return path === null ? [] : [{ ...part, file: path }];
  });
  const found = [...files.texts.keys(), ...files.refused.keys()]
    .filter((path) => isMarkdown(path) && !path.includes('/') && !/^readme\.md$/i.test(path))
    .sort((a, b) => a.localeCompare(b, 'en', { numeric: true }))
    .map((file) => ({ title: null, file, minutes: null }));
  const parts: PartRead[] = [];
  for (const { title, file, minutes } of listed ?? found) {
    const begin = (name: string, planned: number | null) =>
      parts.push({ id: '', title: name, minutes: planned ?? 0, slides: [] });
    if (title !== null) begin(title, minutes);
    if (files.refused.has(file)) {
      context.uses.add(file);
      tellRefused(file, context);
      continue;
    }
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
  if (!empty) layOutTitle(parts, settings);
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

/** More characters than this leave no room for a large title and for who gives the lecture. */
const mostBeside = 240;
const plainTags = ['p', 'ul', 'ol'];
const plainWidgets = ['lead', 'step', 'source'];

/**
 * The first slide of a lecture of its own is its title slide, unless it says another layout or holds more than a few words: who gives the
 * lecture, where and when would otherwise stand nowhere. Without anything of that it stays as it is.
 */
function layOutTitle(
  parts: readonly Pick<PartRead, 'slides'>[],
  { said }: Pick<LectureSettings, 'said'>,
): void {
  const first = parts.flatMap(({ slides }) => slides)[0];
  const isSaid = [said.lecturer, said.institution, said.date].some(Boolean);
  if (!first || first.laidOut || !isSaid) return;
  const { shown, body } = first.slide;
  if (shown.length <= mostBeside && body.every(isPlain)) first.meta.layout = 'title';
}

const isPlain = (node: LectureNode): boolean =>
  node.type === 'text' ||
  plainTags.includes(node.tagName) ||
  (node.data !== undefined &&
    plainWidgets.includes(node.data.kind) &&
    node.children.every((child) => child.type === 'text' || child.data === undefined));
