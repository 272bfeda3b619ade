import type { Lab } from '../../../labs/lab.ts';
import { describeParameters } from '../../../labs/parameters.ts';
import type { RunSnapshot } from '../../../main/contract/run.ts';
import { formatFixed } from '../../kit/number/format.ts';
import { attempt } from '../lab/attempt.ts';

export type Compared = Pick<RunSnapshot, 'id' | 'number' | 'parameters' | 'seed' | 'result'>;

export interface CompareRow {
  what: string;
  /** One for each run, in their order; '–' where a run has no such number. */
  values: string[];
  /** Against the first run: "+2.10", "−0.5"; null for the first, for words, and where nothing differs. */
  differences: (string | null)[];
}

/** Runs side by side. Rows in which all agree are left out. */
export interface Comparison {
  settings: CompareRow[];
  numbers: CompareRow[];
}

/**
 * The settings that differ, and of the lab's own summary the numbers that do. A difference is that of the two numbers as they
 * stand there, so that whoever subtracts gets the same.
 */
export function compareRuns(lab: Lab, runs: readonly Compared[]): Comparison {
  const settings = describeParameters(lab.parameters).map(({ name, label, unit }) =>
    row(
      `${label}${unit ? `, ${unit}` : ''}`,
      runs.map(({ parameters }) =>
        parameters[name] === undefined ? null : String(parameters[name]),
      ),
    ),
  );
  const summaries = runs.map(({ result }) =>
    result === null ? null : attempt(() => summaryOf(lab, result)),
  );
  const names = [...new Set(summaries.flatMap((summary) => [...(summary?.keys() ?? [])]))];
  const numbers = names.map((name) =>
    row(
      name,
      summaries.map((summary) => summary?.get(name) ?? null),
    ),
  );
  return {
    settings: [
      ...settings,
      row(
        'Seed',
        runs.map(({ seed }) => String(seed)),
      ),
    ].filter(differs),
    numbers: numbers.filter(differs),
  };
}

/** Every cell of the lab's summary by "row: column". */
function summaryOf(lab: Lab, result: unknown): Map<string, string> {
  const [head = [], ...rows] = lab.summary(result as never);
  return new Map(
    rows.flatMap(([name, ...cells]) =>
      cells.map((cell, i): [string, string] => [`${name}: ${head[i + 1] ?? ''}`, cell]),
    ),
  );
}

const numeric = /^-?\d+(\.\d+)?$/;

function row(what: string, values: (string | null)[]): CompareRow {
  const first = values[0];
  return {
    what,
    values: values.map((value) => {
      if (value === null) return '–';
      return numeric.test(value) ? formatFixed(Number(value), decimals(value)) : value;
    }),
    differences: values.map((value, i) => {
      if (
        i === 0 ||
        value === null ||
        first == null ||
        !numeric.test(value) ||
        !numeric.test(first)
      )
        return null;
      const digits = Math.max(decimals(value), decimals(first));
      const by = Number((Number(value) - Number(first)).toFixed(digits));
      return by === 0 ? null : `${by > 0 ? '+' : ''}${formatFixed(by, digits)}`;
    }),
  };
}

const decimals = (text: string) => text.split('.')[1]?.length ?? 0;
const differs = ({ values }: CompareRow) => new Set(values).size > 1;
