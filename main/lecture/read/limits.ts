/** How large a lecture may be. A lecture comes from a stranger: what is larger is refused with a message, and the rest goes on. */
export const limits = {
  /** Files of any kind below the folder, and how deep folders stand in each other. */
  files: 4_000,
  depth: 8,
  /** Of one Markdown, YAML or CSV file, and of all of them (bytes). */
  textFile: 1024 * 1024,
  allText: 16 * 1024 * 1024,
  /** Of one picture (bytes). */
  picture: 10 * 1024 * 1024,
  slides: 1_000,
  /** Characters of one slide, its front matter among them. */
  slide: 40_000,
  frontMatter: 8_000,
  /** Marks that begin nested text, in one line and in one slide: what parsers are slow at. */
  marksInLine: 40,
  marksInSlide: 3_000,
  /** Directives that stand in each other, or were never closed. */
  openBlocks: 8,
  /** Nodes of a slide's tree, and how deep they stand in each other. */
  nodes: 6_000,
  nesting: 40,
  code: 20_000,
  formula: 2_000,
  problems: 300,
} as const;

/** What to do where a text was refused. */
export const takenText = `Save it as plain text in UTF-8, at most ${limits.textFile / 1024 / 1024} MB, in the folder itself.`;
