import { readFile } from 'node:fs/promises';
import { ZodError } from 'zod';
import { whyNotRead } from '../files/why-not-read.ts';
import { describe } from './compare.ts';
import { referenceFile, type ReferenceCase } from './kind.ts';
import { kinds } from './kinds.ts';

const usage = 'Usage: npm run conform -- [--kinds a,b] FILE…   (reference cases as JSON files)';

/**
 * Runs reference cases against the project's own code: one line a case, then `N passed, N failed`. Returns the exit code:
 * 0 where all passed, 1 for a failed case, an unknown kind or a file that can't be used, 2 for a command that makes no sense.
 */
export async function conform(args: string[], print: (line: string) => void): Promise<number> {
  if (args.includes('--help') || args.includes('-h')) {
    print(usage);
    return 0;
  }
  const command = readArguments(args);
  if ('problem' in command) {
    print(command.problem);
    print(usage);
    return command.code;
  }
  let passed = 0;
  let failed = 0;
  let unusable = false;
  for (const file of command.files) {
    const cases = await readCases(file);
    if (typeof cases === 'string') {
      print(cases);
      unusable = true;
      continue;
    }
    for (const reference of cases) {
      if (command.only && !command.only.has(reference.kind)) continue;
      const problem = problemOf(reference);
      if (problem === null) passed += 1;
      else failed += 1;
      print(
        problem === null
          ? `ok    ${reference.kind}: ${reference.name}`
          : `FAIL  ${reference.kind}: ${reference.name}: ${problem}`,
      );
    }
  }
  if (passed + failed === 0 && !unusable) {
    print('No case of these files was run: none is of the kinds asked for.');
    unusable = true;
  }
  print(`${passed} passed, ${failed} failed`);
  return failed > 0 || unusable ? 1 : 0;
}

type Command =
  { files: string[]; only: ReadonlySet<string> | null } | { problem: string; code: number };

function readArguments(args: readonly string[]): Command {
  const files: string[] = [];
  let only: Set<string> | null = null;
  for (let i = 0; i < args.length; i++) {
    const arg = args[i]!;
    if (arg === '--kinds' || arg.startsWith('--kinds=')) {
      const list = arg === '--kinds' ? args[++i] : arg.slice('--kinds='.length);
      const names = (list ?? '')
        .split(',')
        .map((name) => name.trim())
        .filter(Boolean);
      if (names.length === 0)
        return { problem: '--kinds needs a list of kinds, such as --kinds mmc,trace.', code: 2 };
      const unknown = names.filter((name) => !kinds.has(name));
      if (unknown.length > 0)
        return {
          problem: `There is no kind ${unknown.join(', ')}. There are: ${[...kinds.keys()].join(', ')}.`,
          code: 1,
        };
      only = new Set([...(only ?? []), ...names]);
    } else if (arg.startsWith('-')) return { problem: `There is no option ${arg}.`, code: 2 };
    else files.push(arg);
  }
  return files.length > 0 ? { files, only } : { problem: 'No reference file was named.', code: 2 };
}

/** The cases of a file, or one sentence that says why there are none. */
async function readCases(file: string): Promise<ReferenceCase[] | string> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    return `${file}: it can't be read: ${whyNotRead(error)}.`;
  }
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return `${file}: it is not valid JSON; it may be cut short.`;
  }
  const parsed = referenceFile.safeParse(data);
  if (parsed.success) return parsed.data.cases;
  return `${file}: it is not a file of reference cases (${firstProblem(parsed.error)}).`;
}

/** Null where the case passes; else what is wrong, in one line. */
function problemOf(reference: ReferenceCase): string | null {
  const kind = kinds.get(reference.kind);
  if (!kind) return `unknown kind; there are ${[...kinds.keys()].join(', ')}`;
  try {
    const found = kind(reference);
    if (found.length === 0) return null;
    const rest = found.length > 3 ? `; and ${found.length - 3} more` : '';
    return found.slice(0, 3).map(describe).join('; ') + rest;
  } catch (error) {
    if (error instanceof ZodError) return `the case can not be read (${firstProblem(error)})`;
    return error instanceof Error ? error.message : String(error);
  }
}

function firstProblem(error: ZodError): string {
  const issue = error.issues[0];
  return issue ? `${issue.path.join('.') || 'top level'}: ${issue.message}` : 'wrong shape';
}
