import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { setImmediate } from 'node:timers/promises';

/**
 * A program that measures in rounds. It says a line of JSON once it is warm (`first`), then one for each line that it reads, and ends
 * where there are no more.
 */
export interface RoundProgram<First, Round> {
  first: First;
  round(): Promise<Round>;
  /** Waits for its end. */
  end(): Promise<void>;
}

/** Starts such a program and waits until it is warm. What it throws is thrown here. */
export async function openRounds<First, Round>(
  command: string,
  args: readonly string[],
  env: Record<string, string> = {},
): Promise<RoundProgram<First, Round>> {
  const child = spawn(command, args, {
    env: { ...process.env, ...env },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  let complaint = '';
  child.stderr.on('data', (data: Buffer) => (complaint += data.toString()));
  // It may be gone when it is written to: that is told as its end.
  child.stdin.on('error', () => undefined);
  const ended = new Promise<string>((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('close', (code) => resolve(`it ended with ${code}: ${reasonIn(complaint)}`));
  });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  // A turn later: what it said before its end is read first.
  const nothing = ended.then(() => setImmediate(null));
  const read = async (): Promise<unknown> => {
    const line = await Promise.race([lines.next(), nothing]);
    if (!line || line.done) throw new Error(`${command} ${args.join(' ')}: ${await ended}`);
    return JSON.parse(line.value);
  };
  return {
    first: (await read()) as First,
    round: () => {
      child.stdin.write('round\n');
      return read() as Promise<Round>;
    },
    end: async () => {
      child.stdin.end();
      await ended;
    },
  };
}

/** The line of a complaint that names an error, else its last one. */
function reasonIn(complaint: string): string {
  const lines = complaint.trim().split('\n');
  return lines.find((line) => /^\w*Error\b/.test(line)) ?? lines.at(-1)!;
}

/**
 * Measures several things in turns, A B A B …: whatever else the computer does, and however warm it gets, is felt by all alike. Returns
 * the rounds of each.
 */
export async function inTurns<Name extends string, Round>(
  rounds: number,
  sides: Record<Name, () => Promise<Round>>,
): Promise<Record<Name, Round[]>> {
  const names = Object.keys(sides) as Name[];
  const found = Object.fromEntries(names.map((name) => [name, []])) as unknown as Record<
    Name,
    Round[]
  >;
  for (let round = 0; round < rounds; round++)
    for (const name of names) found[name].push(await sides[name]());
  return found;
}

/** The same for programs. */
export const programsInTurns = <Round>(
  rounds: number,
  programs: Record<string, RoundProgram<unknown, Round>>,
): Promise<Record<string, Round[]>> =>
  inTurns(
    rounds,
    Object.fromEntries(
      Object.entries(programs).map(([name, program]) => [name, () => program.round()]),
    ),
  );

/** Ends programs, whatever became of them. */
export const endPrograms = (programs: Record<string, RoundProgram<unknown, unknown>>) =>
  Promise.all(Object.values(programs).map((program) => program.end()));
