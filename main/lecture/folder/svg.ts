import { Parser } from 'htmlparser2';

/** What a drawing is made of. No script, no style sheet, no foreign object, no animation, nothing that links or loads. */
const elements = new Set(
  (
    'svg g defs symbol use path rect circle ellipse line polyline polygon text tspan title desc marker pattern ' +
    'clipPath mask linearGradient radialGradient stop switch'
  ).split(' '),
);
const attributes = new Set(
  (
    'id x y x1 y1 x2 y2 cx cy r rx ry fx fy dx dy d points width height viewBox version preserveAspectRatio transform ' +
    'fill fill-opacity fill-rule stroke stroke-width stroke-opacity stroke-linecap stroke-linejoin stroke-dasharray ' +
    'stroke-dashoffset stroke-miterlimit opacity color clip-path clip-rule mask offset stop-color stop-opacity ' +
    'gradientUnits gradientTransform spreadMethod patternUnits patternTransform patternContentUnits clipPathUnits ' +
    'maskUnits markerWidth markerHeight markerUnits refX refY orient marker-start marker-mid marker-end font-family ' +
    'font-size font-weight font-style text-anchor dominant-baseline alignment-baseline letter-spacing word-spacing ' +
    'text-decoration textLength lengthAdjust visibility display overflow vector-effect paint-order role aria-label ' +
    'aria-hidden lang shape-rendering text-rendering'
  ).split(' '),
);
const most = 50_000;
/** So many elements are drawn at most where some stand in several places; a plot whose letters are drawings needs thousands. */
const mostDrawn = 200_000;
const deepest = 1_000;

/**
 * For words and for what stands in double quotes: nothing else is written here. Pages use the one of
 * `labs/kit`; this room takes nothing of labs.
 */
const escape = (text: string) =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');

/** A value may name another part of the same drawing, and no address. */
const isSafe = (value: string) =>
  !/url\s*\(/i.test(value.replace(/url\(\s*(['"]?)#[\w.:-]+\1\s*\)/gi, '')) &&
  !/(?:javascript|data|https?|file)\s*:|\\|@import|expression/i.test(value);

/** What stands right below an element with an id: elements without one, parts with ids of their own, and what `use` names. */
interface Part {
  own: number;
  parts: string[];
}

/**
 * How many elements a browser draws where each `use` stands for what it names: a few lines that name each other can be billions. Infinity
 * where they go deeper than any drawing.
 */
function drawnCount(
  parts: ReadonlyMap<string, Part>,
  id: string,
  known = new Map<string, number>(),
  depth = 0,
): number {
  const before = known.get(id);
  if (before !== undefined) return before;
  if (depth > deepest) return Infinity;
  // What names itself is drawn by no browser.
  known.set(id, 0);
  const part = parts.get(id);
  let count = part?.own ?? 0;
  for (const one of part?.parts ?? []) count += drawnCount(parts, one, known, depth + 1);
  known.set(id, count);
  return count;
}

/**
 * An SVG file with nothing in it but shapes and words, or null where it is none. Written anew from a closed list, so that what the
 * parser and a browser might read differently is not there at all.
 */
export function cleanSvg(text: string): string | null {
  const out: string[] = [];
  let unread = 0;
  let count = 0;
  const open: string[] = [];
  const root: Part = { own: 0, parts: [] };
  const parts = new Map([['', root]]);
  /** Of each open element, the nearest one with an id around it, itself too. */
  const within: Part[] = [root];
  const parser = new Parser(
    {
      onopentag(name, given) {
        count += 1;
        const known = elements.has(name) && (open.length > 0 || name === 'svg') && count < most;
        if (unread > 0 || !known) {
          unread += 1;
          return;
        }
        open.push(name);
        const kept = new Map(
          Object.entries(given).flatMap(([key, value]) => attributeOf(key, value)),
        );
        // What a style says goes before what an attribute does.
        for (const [key, value] of styleOf(given['style'] ?? '')) kept.set(key, value);
        within.push(counted(parts, within.at(-1)!, name, kept));
        const space = open.length === 1 ? ' xmlns="http://www.w3.org/2000/svg"' : '';
        const words = [...kept].map(([key, value]) => ` ${key}="${escape(value)}"`);
        out.push(`<${name}${space}${words.join('')}>`);
      },
      ontext(words) {
        if (unread === 0 && open.length > 0) out.push(escape(words));
      },
      onclosetag() {
        if (unread > 0) unread -= 1;
        else if (open.length > 0) {
          out.push(`</${open.pop()!}>`);
          within.pop();
        }
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.end(text);
  const isSmall = count < most && drawnCount(parts, '') <= mostDrawn;
  return out.length > 0 && isSmall ? out.join('') : null;
}

/** Counts an element where it stands. Returns the part that what is in it belongs to. */
function counted(
  parts: Map<string, Part>,
  around: Part,
  name: string,
  kept: ReadonlyMap<string, string>,
): Part {
  const [id, href] = [kept.get('id'), kept.get('href')];
  around.own += 1;
  if (name === 'use' && href !== undefined) around.parts.push(href.slice(1));
  // Of two parts with one id the first is the one that is named.
  if (id === undefined || id === '' || parts.has(id)) return around;
  const part: Part = { own: 0, parts: [] };
  parts.set(id, part);
  around.parts.push(id);
  return part;
}

function attributeOf(key: string, value: string): [string, string][] {
  if ((key === 'href' || key === 'xlink:href') && /^#[\w.:-]+$/.test(value))
    return [['href', value]];
  return attributes.has(key) && isSafe(value) ? [[key, value]] : [];
}

/** Of attributes, those that a style may set too: colours, lines and letters, no places and sizes. */
const styled =
  /^(?:fill|stroke|stop|font|text-(?:anchor|decoration)|clip-(?:path|rule)|marker|opacity|color|visibility|display)(?:-|$)/;

const longestStyle = 2_000;

/** A style's declarations as attributes: programs such as matplotlib write colours in no other way. */
function styleOf(style: string): [string, string][] {
  if (style.length > longestStyle) return [];
  return style.split(';').flatMap((one) => {
    const [key = '', ...rest] = one.split(':');
    const value = rest.join(':').replace(/!\s*important\s*$/i, '');
    return styled.test(key.trim()) && value.trim() !== ''
      ? attributeOf(key.trim(), value.trim())
      : [];
  });
}
