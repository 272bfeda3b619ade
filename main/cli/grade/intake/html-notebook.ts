import { gunzipSync } from 'node:zlib';
import { Parser } from 'htmlparser2';
import { embeddedAttribute, notebookFormat } from '../../../contract/notebook-file.ts';

/** A page is read whole, so it must be smaller (bytes). */
export const largestPage = 2 ** 26;
/** What a page's notebook may unpack to (bytes): far more than any is, far less than a computer has. */
const largestNotebook = 2 ** 28;

/** Elements whose text begins on a line of its own. */
const block = /^(p|div|pre|li|br|tr|td|h[1-6]|section|article|body|textarea)$/;

/**
 * The notebook that a page holds: the one a report carries with it, else one that was pasted into a
 * page as text, as course systems keep what is typed into a box. Null where it holds none. Throws in
 * words where there is one that can't be unpacked.
 */
export function notebookInHtml(page: string): string | null {
  let carried: string | null = null;
  let inside = false;
  let text = '';
  const parser = new Parser({
    onopentag(name, attributes) {
      if (name === 'template' && embeddedAttribute in attributes && carried === null) {
        inside = true;
        carried = '';
      } else if (block.test(name)) text += '\n';
    },
    ontext(piece) {
      if (inside) carried += piece;
      else text += piece;
    },
    onclosetag(name) {
      if (name === 'template') inside = false;
    },
  });
  parser.write(page);
  parser.end();
  return carried === null ? pasted(text) : unpacked(carried);
}

function unpacked(carried: string): string {
  try {
    return gunzipSync(Buffer.from(carried.trim(), 'base64url'), {
      maxOutputLength: largestNotebook,
    }).toString('utf8');
  } catch (error) {
    const tooLarge = (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE';
    throw new Error(
      tooLarge
        ? 'the notebook in it unpacks to far more than a notebook has'
        : 'the notebook in it is damaged',
      { cause: error },
    );
  }
}

/** From the line that begins a notebook to the end of the text; spaces that do not break become plain ones. */
function pasted(text: string): string | null {
  const lines = text.replaceAll('\u00a0', ' ').split('\n');
  const first = lines.findIndex((line) => {
    const trimmed = line.trim();
    return trimmed.startsWith('{') && trimmed.includes(`"${notebookFormat}"`);
  });
  return first < 0 ? null : lines.slice(first).join('\n');
}
