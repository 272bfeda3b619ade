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

/**
 * An SVG file with nothing in it but shapes and words, or null where it is none. Written anew from a closed list, so that what the
 * parser and a browser might read differently is not there at all.
 */
export function cleanSvg(text: string): string | null {
  const out: string[] = [];
  let unread = 0;
  let count = 0;
  const open: string[] = [];
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
        const space = open.length === 1 ? ' xmlns="http://www.w3.org/2000/svg"' : '';
        const words = [...kept].map(([key, value]) => ` ${key}="${escape(value)}"`);
        out.push(`<${name}${space}${words.join('')}>`);
      },
      ontext(words) {
        if (unread === 0 && open.length > 0) out.push(escape(words));
      },
      onclosetag() {
        if (unread > 0) unread -= 1;
        else if (open.length > 0) out.push(`</${open.pop()!}>`);
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.end(text);
  return out.length > 0 && count < most ? out.join('') : null;
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
