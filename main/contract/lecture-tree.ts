import { z } from 'zod';

/**
 * What a slide of a lecture folder may be made of once it is read: the tree of `hast`, with a closed list of elements and
 * properties. A lecture comes from a stranger: what is not named here does not cross into a window.
 */

/** Elements that Markdown makes, and the few that may be written as HTML. */
export const textTags = [
  ...['h2', 'h3', 'h4', 'p', 'ul', 'ol', 'li', 'blockquote', 'pre', 'code', 'hr', 'br', 'img', 'a'],
  ...['em', 'strong', 'del', 'sub', 'sup', 'kbd', 'mark', 'small', 'span', 'div', 'figure'],
  ...['figcaption', 'table', 'thead', 'tbody', 'tr', 'th', 'td'],
] as const;

/** Elements of MathML. `annotation`, `semantics`, `maction` and links are not among them. */
export const mathTags = [
  ...['math', 'mi', 'mn', 'mo', 'mtext', 'ms', 'mspace', 'mrow', 'mfrac', 'msqrt', 'mroot'],
  ...['mstyle', 'merror', 'mpadded', 'mphantom', 'msub', 'msup', 'msubsup', 'munder', 'mover'],
  ...['munderover', 'mmultiscripts', 'mprescripts', 'none', 'mtable', 'mtr', 'mtd', 'menclose'],
] as const;

/** Attributes of MathML that say how it is set and can name no address and no style. */
export const mathProperties = [
  ...['display', 'displaystyle', 'scriptlevel', 'mathvariant', 'stretchy', 'fence', 'separator'],
  ...[
    'lspace',
    'rspace',
    'form',
    'largeop',
    'movablelimits',
    'accent',
    'accentunder',
    'linethickness',
  ],
  ...[
    'width',
    'height',
    'depth',
    'voffset',
    'columnalign',
    'rowspacing',
    'columnspacing',
    'notation',
  ],
  ...['symmetric', 'minsize', 'maxsize', 'columnlines', 'rowlines', 'rowspan', 'columnspan', 'dir'],
] as const;

const short = z.string().max(200);

/** A picture of the folder, as its own host serves it: no other address is possible. */
export const pictureAddress = z
  .string()
  .max(600)
  .regex(/^\/lecture-files\/[0-9a-f]{16}\/[^\\?#:]+$/);

/** Where a link leads: a place of this app, or an https page, which a person opens after a word. */
export const linkAddress = z
  .string()
  .max(2_000)
  .regex(/^(https:\/\/[^\s"'<>\\@]+|#\/[\w/?=&.%-]*)$/);

const known = {
  href: linkAddress,
  src: pictureAddress,
  alt: z.string().max(1_000),
  title: short,
  lang: z.string().regex(/^[A-Za-z0-9-]{1,20}$/),
  start: z.number().int().min(0).max(100_000),
  checked: z.boolean(),
  align: z.enum(['left', 'right', 'center']),
  /** Colours of code only: the classes of highlight.js. */
  className: z.array(z.string().regex(/^(hljs-[a-z_-]+|language-[\w+#-]{1,30}|task)$/)).max(6),
  dataLine: z.number().int().min(1),
  dataSmall: z.boolean(),
  dataOwnNumber: z.boolean(),
  ...(Object.fromEntries(mathProperties.map((name) => [name, short])) as Record<
    (typeof mathProperties)[number],
    z.ZodString
  >),
};
type Properties = { [K in keyof typeof known]?: z.infer<(typeof known)[K]> };

/** Looks at what is there only: a lecture has tens of thousands of elements, hardly one with a property. */
const properties = z.custom<Properties>(
  (value) =>
    typeof value === 'object' &&
    value !== null &&
    Object.entries(value).every(
      ([name, one]) =>
        Object.hasOwn(known, name) && known[name as keyof typeof known].safeParse(one).success,
    ),
);

const text = z.object({ type: z.literal('text'), value: z.string().max(100_000) });

const place = z.number().int().min(0);
const name = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  .max(80);

/** A line of numbers read from a CSV file of the folder. */
export const chartSeries = z.object({
  name: short,
  /** For each category or x value; null where the file has none. */
  values: z.array(z.number().nullable()).max(300),
});

/** What Markdown has no word for. Each is written as a directive; `main/lecture/README.md` shows how. */
export const widget = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('lead') }),
  /** Where something comes from; `of` names sources of the lecture. */
  z.object({ kind: z.literal('source'), of: z.array(name).max(20) }),
  /** Appears at step `n`. */
  z.object({ kind: z.literal('step'), n: z.number().int().min(1) }),
  z.object({ kind: z.literal('columns'), shares: z.array(z.number().min(0.1).max(10)).max(4) }),
  z.object({ kind: z.literal('column') }),
  z.object({
    kind: z.literal('lab'),
    lab: name,
    part: name.nullable(),
    figure: name.nullable(),
    words: short,
    preset: name.nullable(),
    seed: z.number().int().nullable(),
  }),
  z.object({ kind: z.literal('poll') }),
  z.object({ kind: z.literal('countdown'), minutes: z.number().min(1).max(120) }),
  z.object({ kind: z.literal('groups') }),
  z.object({ kind: z.literal('figure'), of: name }),
  z.object({
    kind: z.literal('chart'),
    type: z.enum(['bar', 'line', 'dot']),
    title: short,
    x: short,
    y: short,
    /** Words under the bars, or numbers along the axis. */
    along: z.union([z.array(short).max(40), z.array(z.number()).max(300)]),
    series: z.array(chartSeries).min(1).max(8),
  }),
  /** Code that is looked at line by line: at step `first + i` the lines of `lines[i]`. */
  z.object({
    kind: z.literal('code'),
    first: z.number().int().min(1),
    lines: z.array(z.array(z.number().int().min(1)).max(500)).max(40),
  }),
  /** A table whose rows come one by one, the first row with step `first`. */
  z.object({ kind: z.literal('table-reveal'), first: z.number().int().min(1) }),
  z.object({ kind: z.literal('recap') }),
  z.object({ kind: z.literal('sources') }),
  /** What stood here can't be shown: the place, what is wrong and the mend. */
  z.object({
    kind: z.literal('message'),
    what: z.string().max(600),
    fix: z.string().max(600),
    file: z.string().max(300),
    line: place,
  }),
]);
export type Widget = z.infer<typeof widget>;

export interface TextNode {
  type: 'text';
  value: string;
}
export interface ElementNode {
  type: 'element';
  tagName: (typeof textTags)[number] | (typeof mathTags)[number] | 'x-widget';
  properties: Properties;
  /** Only of an `x-widget`. */
  data?: Widget;
  children: LectureNode[];
}
export type LectureNode = TextNode | ElementNode;

const element = z.object({
  type: z.literal('element'),
  tagName: z.enum([...textTags, ...mathTags, 'x-widget']),
  properties,
  data: widget.optional(),
  get children(): z.ZodType<LectureNode[]> {
    return z.array(lectureNode);
  },
});
export const lectureNode: z.ZodType<LectureNode> = z.discriminatedUnion('type', [
  text,
  element,
]) as never;
