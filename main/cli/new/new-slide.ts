import { existsSync } from 'node:fs';
import { readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, join, relative } from 'node:path';
import { noSuch, UsageError } from '../usage.ts';
import { formatted } from './format.ts';
import { notMade } from './not-made.ts';
import { checkName, titleOf } from './names.ts';
import { slideList, type SlideList } from './slide-list.ts';

const template = 'main/cli/new/templates/slide/slide.mdx.txt';
/** Lists our slides for those who write lectures of their own; a test compares it with the parts. */
const guide = 'main/lecture/README.md';

/** A part of a lecture, as its two files hold it. */
interface Part {
  id: string;
  /** Lists the slides. */
  list: string;
  listText: string;
  slides: SlideList;
  /** Holds them. */
  mdx: string;
}

/**
 * Adds a slide at the end of a part: in the part's list, in its MDX and, where it lists that part, in the guide to lectures; all or
 * none. Returns the files that were changed.
 * Throws a `UsageError` for a part that is not there or an id that can't be taken.
 */
export async function newSlide(root: string, partId: string, id: string): Promise<string[]> {
  checkName('A slide’s id', id);
  const parts = await findParts(join(root, 'slides'));
  const part = parts.find((one) => one.id === partId);
  if (!part)
    throw new UsageError(
      `${noSuch(
        'part',
        partId,
        parts.map((one) => one.id),
      )} Nothing was written.`,
    );
  const taken = parts.find(({ slides }) => slides.ids.includes(id));
  if (taken)
    throw new UsageError(
      `The part "${taken.id}" already has a slide "${id}". Links go by the id, so each is used once. Nothing was written.`,
    );
  const { end } = part.slides;
  const entry = `{ id: '${id}', title: '${titleOf(id)}', steps: 1 }`;
  const comma = part.slides.ids.length > 0 ? ', ' : '';
  const listed = part.listText.slice(0, end) + comma + entry + part.listText.slice(end);
  const slide = (await readFile(join(root, template), 'utf8')).replaceAll('__id__', id);
  const written = await readFile(part.mdx, 'utf8');
  const changed = [
    { file: part.list, text: await formatted(part.list, listed) },
    { file: part.mdx, text: `${written.trimEnd()}\n\n${slide}` },
  ];
  const guideFile = join(root, guide);
  const guideText = await readFile(guideFile, 'utf8');
  const told = guideText.replace(rowOf(partId), `$&, \`${id}\``);
  if (told !== guideText) changed.push({ file: guideFile, text: await formatted(guideFile, told) });
  await replaceAll(changed);
  return changed.map(({ file }) => relative(root, file));
}

/** A part's row of the guide, up to the last slide in it. */
const rowOf = (part: string) => new RegExp(`^\\| \`${part}\` +\\| .*\``, 'm');

/** Every part that has slides, of every lecture. */
async function findParts(folder: string): Promise<Part[]> {
  const lectures = await readdir(folder, { withFileTypes: true });
  const found: Part[] = [];
  for (const lecture of lectures.filter((entry) => entry.isDirectory())) {
    const names = (await readdir(join(folder, lecture.name))).sort();
    for (const name of names.filter((one) => one.endsWith('.mdx'))) {
      const mdx = join(folder, lecture.name, name);
      const list = mdx.replace(/\.mdx$/, '.ts');
      if (!existsSync(list)) continue;
      const listText = await readFile(list, 'utf8');
      const slides = slideList(listText);
      if (slides) found.push({ id: basename(name, '.mdx'), list, listText, slides, mdx });
    }
  }
  return found;
}

/**
 * Replaces files by others: all are written beside their places before the first is renamed, and
 * those before come back if one can't be.
 */
async function replaceAll(files: readonly { file: string; text: string }[]): Promise<void> {
  const making = files.map((one) => ({ ...one, part: `${one.file}.${process.pid}` }));
  const before = new Map<string, string>();
  try {
    for (const { part, text } of making) await writeFile(part, text);
    for (const { part, file } of making) {
      const old = await readFile(file, 'utf8');
      await rename(part, file);
      before.set(file, old);
    }
  } catch (error) {
    for (const [file, text] of before) await writeFile(file, text);
    for (const { part } of making) await rm(part, { force: true }).catch(() => undefined);
    throw notMade('The slide', error);
  }
}
