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
