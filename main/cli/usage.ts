import { parseArgs, type ParseArgsConfig } from 'node:util';

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
 * The arguments, each value that begins with a minus joined to its option: `--missing -99` is meant as it reads, and `parseArgs` takes it for
 * two options. What is an option stays one.
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

/** What `--only a,b` names, of these; null without it. Throws where it names nothing, or what there is not. */
export function chosenNames(only: string | undefined, names: readonly string[]): string[] | null {
  if (only === undefined) return null;
  const chosen = only
    .split(',')
    .map((name) => name.trim())
    .filter(Boolean);
  const unknown = chosen.find((name) => !names.includes(name));
  if (chosen.length === 0 || unknown !== undefined)
    throw new UsageError(
      `--only takes some of ${names.join(', ')}; "${unknown ?? only}" is not one.`,
    );
  return chosen;
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
