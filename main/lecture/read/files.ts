/** A picture of the folder that a slide may show. */
export interface Picture {
  /** Of its content: the address changes with it, so that a window never shows an old one. */
  hash: string;
}

/**
 * What the reader knows of a folder: the text of its text files, and which pictures there are. Paths stand below the folder, with
 * `/`. The reader itself opens nothing.
 */
export interface LectureFiles {
  texts: ReadonlyMap<string, string>;
  pictures: ReadonlyMap<string, Picture>;
  /** Files that are there and were refused, with why: `photo.png` → 'is larger than 10 MB'. */
  refused: ReadonlyMap<string, string>;
}

/** Whether a file holds slides, by its name. */
export const isMarkdown = (path: string): boolean => /\.(md|markdown)$/i.test(path);

/** Where a lab can be opened, and what of it can stand on a slide. */
export interface LabPlaces {
  parts: readonly string[];
  steps: readonly string[];
  figures: readonly string[];
}

/** What of Lectern itself a lecture may name. */
export interface LectureWorld {
  labs: Readonly<
    Record<
      string,
      {
        title: string;
        presets: readonly string[];
        /** Left out where the labs' stories are not at hand. */
        places?: LabPlaces;
      }
    >
  >;
  /**
   * Slides of lecture 1, whose figures may be shown, its parts, and the sources that it lists. Left
   * out where they are not at hand: a window then says which are not there.
   */
  lecture1?: {
    slides: readonly string[];
    parts: readonly string[];
    sources?: readonly string[];
  };
}

/**
 * The path below the folder that `link` names, seen from the file `from`. Null where it leaves the folder or is no plain path.
 * Pure: whether a link of the file system leads out is looked at where files are opened.
 */
export function pathBelow(from: string, link: string): string | null {
  let decoded: string;
  try {
    decoded = decodeURIComponent(link);
  } catch {
    return null;
  }
  // eslint-disable-next-line no-control-regex -- control characters are among what is refused.
  if (decoded === '' || /[\0-\x1f\x7f\\:?#]/.test(decoded) || /%[0-9a-f]{2}/i.test(decoded))
    return null;
  if (decoded.startsWith('/')) return null;
  const parts = from.split('/').slice(0, -1);
  for (const part of decoded.split('/')) {
    if (part === '..') {
      if (parts.pop() === undefined) return null;
    } else if (part !== '.' && part !== '') parts.push(part);
  }
  return parts.length === 0 ? null : parts.join('/');
}
