import type { CitedSource, LecturePart } from '../../../../renderer/model/lecture/lecture.ts';

export type CreditLine = { kind: 'part'; title: string } | { kind: 'source'; source: CitedSource };
/** Two columns. */
export type CreditPage = readonly [CreditLine[], CreditLine[]];

/** Heights in px of a slide at 1280 × 720, and how many letters stand on a line for certain. */
const [columnHeight, lineHeight, gap, letters] = [470, 26, 10, 50];

export const creditText = ({ who, year, title }: CitedSource): string =>
  `${who}, ${year}. ${title}`;

const heightOf = (line: CreditLine): number =>
  (line.kind === 'part'
    ? lineHeight
    : Math.ceil(creditText(line.source).length / letters) * lineHeight) + gap;

/** Something that two parts quote is named once, in the part that quotes it first. */
function withoutRepeats(
  parts: readonly LecturePart[],
): { title: string; sources: CitedSource[] }[] {
  const seen = new Set<string>();
  return parts.map(({ title, sources }) => ({
    title,
    sources: sources.filter(({ title: work, year }) => {
      const key = `${work.toLowerCase()} ${year}`;
      return !seen.has(key) && seen.add(key);
    }),
  }));
}

/** All sources by part, filled into columns; a part's name never stands at the foot of one without a source under it. */
export function creditPages(parts: readonly LecturePart[]): CreditPage[] {
  const columns: CreditLine[][] = [[]];
  let used = 0;
  const place = (lines: CreditLine[]) => {
    const height = lines.reduce((sum, line) => sum + heightOf(line), 0);
    if (used > 0 && used + height > columnHeight) {
      columns.push([]);
      used = 0;
    }
    columns.at(-1)!.push(...lines);
    used += height;
  };
  for (const { title, sources } of withoutRepeats(parts)) {
    sources.forEach((source, index) =>
      place([
        ...(index === 0 ? [{ kind: 'part', title } as const] : []),
        { kind: 'source', source },
      ]),
    );
  }
  return columns
    .flatMap((column, index) =>
      index % 2 === 0 ? [[column, columns[index + 1] ?? []] as const] : [],
    )
    .filter(([first]) => first.length > 0);
}
