import { checkWidth } from '../../data/peek.ts';
import type { OwnRows } from './own-audit.ts';

/** Which columns of a file mean what, by their places. */
export interface OwnMapping {
  label: number;
  decision: number;
  /** What stands in the decision column: 0 and 1, or scores from 0 to 1 that a threshold is drawn through. */
  kind: 'prediction' | 'score';
  /** One or two. */
  groups: number[];
  weight: number | null;
}

/** What can be wrong with a cell. */
export type ProblemKind = 'empty' | 'not-binary' | 'not-number' | 'comma' | 'outside' | 'negative';

/**
 * All cells of one column with the same trouble: where it begins and how often it comes. Rows are
 * counted as a spreadsheet does: the header is row 1.
 */
export interface OwnProblem {
  kind: ProblemKind;
  column: string;
  of: 'label' | 'prediction' | 'score' | 'weight';
  row: number;
  value: string;
  count: number;
}

export type Intake =
  | { ok: true; own: OwnRows; leftOut: number }
  | {
      ok: false;
      problems: OwnProblem[];
      tooMany: { column: string; over: number } | null;
      rows: number;
    };

/** More values than this are no groups but an identifier or a number. */
export const mostGroups = 500;
/** What stands for an empty cell of a group column: those people are a group of their own. */
export const noGroup = '(empty)';

/** Takes in a file row by row and keeps only the columns that the audit needs, typed. */
export class OwnIntake {
  private readonly mapping: OwnMapping;
  private readonly header: readonly string[];
  private readonly leaveOutEmpty: boolean;
  private readonly problems = new Map<string, OwnProblem>();
  private readonly dictionaries: Map<string, number>[];
  private tooMany: string | null = null;
  private room = 1024;
  private rows = 0;
  private seen = 0;
  private leftOut = 0;
  private label = new Uint8Array(this.room);
  private decision = new Uint8Array(this.room);
  private score = new Float64Array(this.room);
  private weight = new Float64Array(this.room);
  private codes: Uint16Array[];

  /** @param leaveOutEmpty leaves rows out whose label, decision or weight is empty, instead of calling that a problem */
  constructor(header: readonly string[], mapping: OwnMapping, leaveOutEmpty = false) {
    this.header = header;
    this.mapping = mapping;
    this.leaveOutEmpty = leaveOutEmpty;
    this.dictionaries = mapping.groups.map(() => new Map());
    this.codes = mapping.groups.map(() => new Uint16Array(this.room));
  }

  /** Takes in one row. Throws a CsvProblem where it has more or fewer cells than the header: they would stand in wrong columns. */
  add(cells: readonly string[], row: number): void {
    this.seen++;
    const { mapping, header } = this;
    checkWidth(cells, header.length, row);
    const needed =
      mapping.weight === null
        ? [mapping.label, mapping.decision]
        : [mapping.label, mapping.decision, mapping.weight];
    if (this.leaveOutEmpty && needed.some((at) => cells[at]!.trim() === ''))
      return void this.leftOut++;
    if (this.rows === this.room) this.grow();
    const i = this.rows;
    const label = this.binary(cells, mapping.label, 'label', row);
    const decision =
      mapping.kind === 'prediction'
        ? this.binary(cells, mapping.decision, 'prediction', row)
        : this.number(cells, mapping.decision, 'score', row);
    const weight = mapping.weight === null ? 1 : this.number(cells, mapping.weight, 'weight', row);
    if (label === null || decision === null || weight === null) return;
    this.label[i] = label;
    if (mapping.kind === 'prediction') this.decision[i] = decision;
    else this.score[i] = decision;
    this.weight[i] = weight;
    for (let k = 0; k < mapping.groups.length; k++) {
      const dictionary = this.dictionaries[k]!;
      const name = cells[mapping.groups[k]!]!.trim() || noGroup;
      let code = dictionary.get(name);
      if (code === undefined) {
        if (dictionary.size >= mostGroups)
          return void (this.tooMany ??= header[mapping.groups[k]!]!);
        code = dictionary.size;
        dictionary.set(name, code);
      }
      this.codes[k]![i] = code;
    }
    this.rows++;
  }

  /** What came of it. Problems stand in the order of their first row. */
  finish(): Intake {
    const problems = [...this.problems.values()].sort((a, b) => a.row - b.row);
    if (problems.length > 0 || this.tooMany !== null)
      return {
        ok: false,
        problems,
        tooMany: this.tooMany === null ? null : { column: this.tooMany, over: mostGroups },
        rows: this.seen,
      };
    const { rows, mapping } = this;
    return {
      ok: true,
      leftOut: this.leftOut,
      own: {
        rows,
        label: this.label.subarray(0, rows),
        decision: mapping.kind === 'prediction' ? this.decision.subarray(0, rows) : null,
        score: mapping.kind === 'score' ? this.score.subarray(0, rows) : null,
        weight: mapping.weight === null ? null : this.weight.subarray(0, rows),
        groups: mapping.groups.map((at, k) => ({
          name: this.header[at]!,
          codes: this.codes[k]!.subarray(0, rows),
          names: [...this.dictionaries[k]!.keys()],
        })),
      },
    };
  }

  private binary(
    cells: readonly string[],
    at: number,
    of: 'label' | 'prediction',
    row: number,
  ): number | null {
    const text = cells[at]!;
    if (text === '1') return 1;
    if (text === '0') return 0;
    const value = text.trim() === '' ? NaN : Number(text);
    if (value === 0 || value === 1) return value;
    this.note(text.trim() === '' ? 'empty' : 'not-binary', of, row, text, this.header[at]!);
    return null;
  }

  private number(
    cells: readonly string[],
    at: number,
    of: 'score' | 'weight',
    row: number,
  ): number | null {
    const text = cells[at]!.trim();
    const value = text === '' ? NaN : Number(text);
    const bad = whatIsWrong(text, value, of);
    if (!bad) return value;
    this.note(bad, of, row, text, this.header[at]!);
    return null;
  }

  private note(
    kind: ProblemKind,
    of: OwnProblem['of'],
    row: number,
    value: string,
    column: string,
  ): void {
    const key = `${kind} ${of}`;
    const known = this.problems.get(key);
    if (known) known.count++;
    else
      this.problems.set(key, {
        kind,
        of,
        column,
        row,
        value: value.length > 40 ? `${value.slice(0, 39)}…` : value,
        count: 1,
      });
  }

  private grow(): void {
    this.room *= 2;
    const longer = <T extends Uint8Array | Uint16Array | Float64Array>(from: T): T => {
      const to = new (from.constructor as new (n: number) => T)(this.room);
      to.set(from);
      return to;
    };
    this.label = longer(this.label);
    this.decision = longer(this.decision);
    this.score = longer(this.score);
    this.weight = longer(this.weight);
    this.codes = this.codes.map(longer);
  }
}

/** What keeps a cell from being a score or a weight; `value` is what it reads as. */
function whatIsWrong(text: string, value: number, of: 'score' | 'weight'): ProblemKind | null {
  if (text === '') return 'empty';
  if (/^[+-]?\d+,\d+$/.test(text)) return 'comma';
  if (!Number.isFinite(value)) return 'not-number';
  if (of === 'weight') return value < 0 ? 'negative' : null;
  return value < 0 || value > 1 ? 'outside' : null;
}
