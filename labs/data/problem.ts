/** What is wrong with a file, in words for the person who chose it. */
export interface ProblemData {
  /** What was found, with its place. */
  what: string;
  /** What to do about it. */
  next: string;
  /** Row as a spreadsheet counts: the header is row 1. */
  row?: number;
  column?: string;
}

/** Thrown by everything that reads a file. */
export class CsvProblem extends Error {
  readonly data: ProblemData;
  constructor(data: ProblemData) {
    super(data.what);
    this.name = 'CsvProblem';
    this.data = data;
  }
}

/** A cell as it is quoted in a message: short, with its quotation marks. */
export const shown = (cell: string): string =>
  cell === '' ? 'nothing' : `“${cell.length > 30 ? `${cell.slice(0, 28)}…` : cell}”`;

/** Values of a column are counted one by one up to about so many different ones; more are estimated (see `ColumnTally`). */
const countedExactly = 1_950;

/** How many different values a column has, in words: “about 12,300” where they are estimated. */
export const differentWords = (distinct: number): string =>
  distinct > countedExactly
    ? `about ${Number(distinct.toPrecision(3)).toLocaleString('en-US')}`
    : distinct.toLocaleString('en-US');

/** How many cells, in words. */
export const cellsWords = (n: number): string =>
  `${n.toLocaleString('en-US')} ${n === 1 ? 'cell' : 'cells'}`;
