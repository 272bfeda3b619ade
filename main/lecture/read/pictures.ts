import type { Nodes } from 'mdast';
import type { LectureNode } from '../../contract/lecture-tree.ts';
import { textNode } from './build.ts';
import { pathBelow } from './files.ts';
import { suggestion } from './near-miss.ts';
import { quoted } from './problems.ts';
import { make, refuse, warn, type SlideReading } from './reading.ts';

/** The address under which the host serves a picture of the folder. */
export const servedAt = (path: string, hash: string): string =>
  `/lecture-files/${hash}/${path.split('/').map(encodeURIComponent).join('/')}`;

/** A picture of the folder. One from elsewhere, one that is missing and one that was refused become a message in its place. */
export function pictureNode(
  reading: SlideReading,
  node: Nodes,
  url: string,
  alt: string,
  caption: string | null,
): LectureNode[] {
  const no = (why: string, fix: string) =>
    refuse(reading, node, `The picture ${quoted(url)} ${why}.`, fix);
  if (/^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(url))
    return no('is not in the folder', 'Save it beside the slides, and write its file name.');
  const path = pathBelow(reading.file, url);
  if (path === null)
    return no('leads out of the folder', 'Put the file into the lecture’s folder.');
  reading.uses.push(path);
  const refused = reading.files.refused.get(path);
  if (refused !== undefined) return no(refused, 'Take another file.');
  const picture = reading.files.pictures.get(path);
  if (!picture) {
    const near = suggestion(path, [...reading.files.pictures.keys()], 'pictures');
    return no('is not there', near);
  }
  if (alt.trim() === '')
    warn(
      reading,
      node,
      `The picture ${quoted(url)} has no words for those who don’t see it.`,
      'Write what it shows between the square brackets: ![A curve that falls](curve.png).',
    );
  const image = make(
    reading,
    'img',
    { src: servedAt(path, picture.hash), alt: alt.slice(0, 1_000) },
    [],
  );
  if (caption === null || caption.trim() === '') return [image];
  const words = make(reading, 'figcaption', { dataSmall: true }, [textNode(caption.slice(0, 300))]);
  return [make(reading, 'figure', {}, [image, words])];
}
