import { createInterface } from 'node:readline';

/** The other side of `openRounds`: says `first`, then what each round gives, one for each line that is read. */
export async function answerRounds(first: unknown, round: () => unknown): Promise<void> {
  console.log(JSON.stringify(first));
  for await (const _line of createInterface({ input: process.stdin }))
    console.log(JSON.stringify(await round()));
}
