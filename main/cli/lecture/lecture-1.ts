import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { slideList } from '../new/slide-list.ts';

/** The slides and parts of lecture 1 and the sources that it lists, read from its files. */
export async function lecture1(
  root: string,
): Promise<{ slides: string[]; parts: string[]; sources: string[] }> {
  const folder = join(root, 'slides/lecture-1');
  const files = (await readdir(folder)).filter((name) => /^[\w-]+\.ts$/.test(name)).sort();
  const slides: string[] = [];
  const parts: string[] = [];
  const sources: string[] = [];
  for (const name of files) {
    const text = await readFile(join(folder, name), 'utf8');
    const list = slideList(text);
    const part = /: LecturePart = \{\s*id: '([\w-]+)'/.exec(text)?.[1];
    if (!list || part === undefined) continue;
    slides.push(...list.ids);
    parts.push(part);
    const listed = /\n {2}sources: \[\n([\s\S]*?)\n {2}\],/.exec(text)?.[1] ?? '';
    for (const [, id] of listed.matchAll(/\bid: '([\w-]+)'/g)) sources.push(id!);
  }
  return { slides, parts, sources };
}
