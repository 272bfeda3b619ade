import { parseArgs, type ParseArgsConfig } from 'node:util';
import { nearMiss } from '../lecture/read/near-miss.ts';

/** The command was typed in a way that can't be followed. Ends with exit code 2; nothing was done. */
export class UsageError extends Error {}

/** `parseArgs` whose complaints are plain sentences. */
export function parseCommand<T extends ParseArgsConfig>(
  config: T,
  help: string,
): ReturnType<typeof parseArgs<T>> {
  try {
    return parseArgs({ ...config, args: withMinusValues(config) } as T);
  } catch (error) {
    const first = (error as Error).message.split(/\. |\n/)[0]!.replace(/\.$/, '');
    throw new UsageError(`${first}.\n${help}`);
  }
}

/**
 * The arguments, each value that begins with a minus joined to its option: `--missing -99` is meant
 * as it reads, and `parseArgs` takes it for two options. What is an option stays one.
 */
function withMinusValues({
  args = process.argv.slice(2),
  options = {},
}: ParseArgsConfig): string[] {
  const isShort = (text: string) =>
    Object.values(options).some(({ short }) => text === `-${short}`);
  const joined: string[] = [];
  for (let at = 0; at < args.length; at++) {
    const [arg, next] = [args[at]!, args[at + 1]];
    if (arg === '--') return [...joined, ...args.slice(at)];
    const takes = arg.startsWith('--') && options[arg.slice(2)]?.type === 'string';
    const isValue = /^-[^-]/.test(next ?? '') && !isShort(next!);
    joined.push(takes && isValue ? `${arg}=${next}` : arg);
    if (takes && isValue) at++;
  }
  return joined;
}

/** A whole number within a range, from the command line. */
export function wholeNumber(text: string, name: string, min: number, max: number): number {
  const value = Number(text);
  if (!/^\d+$/.test(text) || value < min || value > max)
    throw new UsageError(`${name} is a whole number from ${min} to ${max}; "${text}" is not.`);
  return value;
}

/** What there is beside what was typed, with the one that was probably meant: "There is no lab "latancy". …". */
export function noSuch(what: string, typed: string, names: readonly string[]): string {
  return `There is no ${what} "${typed}".${meant(typed, names)} There are: ${names.join(', ')}.`;
}

/** The question whether a near name was meant, with a space before it; nothing where none is near. */
function meant(typed: string, names: readonly string[]): string {
  const near = nearMiss(typed, names);
  return near === null ? '' : ` Did you mean "${near}"?`;
}

/** The names in `a,b`, without the spaces around them. */
export const listedNames = (list: string): string[] =>
  list
    .split(',')
    .map((name) => name.trim())
    .filter(Boolean);

/**
 * What an option such as `--only a,b` names, of these; null where it was not given. Throws a `UsageError` where it names nothing, or
 * what there is not.
 */
export function chosenNames<Name extends string>(
  list: string | undefined,
  names: readonly Name[],
  option = '--only',
): Name[] | null {
  if (list === undefined) return null;
  const chosen = listedNames(list);
  const isKnown = (name: string): name is Name => names.some((one) => one === name);
  const unknown = chosen.find((name) => !isKnown(name));
  if (chosen.length === 0 || unknown !== undefined)
    throw new UsageError(
      `${option} takes some of ${names.join(', ')}; "${unknown ?? list}" is not one.${meant(unknown ?? list, names)} Nothing was written.`,
    );
  return chosen.filter(isKnown);
}

/** Aligned columns: text to the left, numbers to the right. The first row is the header. */
export function formatTable(rows: string[][]): string {
  const columns = Math.max(0, ...rows.map((row) => row.length));
  const cells = (i: number) => rows.map((row) => row[i] ?? '');
  const width = Array.from({ length: columns }, (_, i) =>
    Math.max(...cells(i).map((cell) => cell.length)),
  );
  const numeric = width.map((_, i) =>
    cells(i)
      .slice(1)
      .some((cell) => /^[-+]?\d/.test(cell)),
  );
  const line = (row: string[]) =>
    width
      .map((w, i) => (numeric[i] ? (row[i] ?? '').padStart(w) : (row[i] ?? '').padEnd(w)))
      .join('  ')
      .trimEnd();
  const rule = width.map((w) => '─'.repeat(w)).join('  ');
  return rows.length === 0 ? '' : [line(rows[0]!), rule, ...rows.slice(1).map(line)].join('\n');
}
