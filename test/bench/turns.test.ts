import { expect, it } from 'vitest';
import { endPrograms, inTurns, openRounds, programsInTurns } from './turns.ts';

it('goes round and round, each side once a round', async () => {
  const said: string[] = [];
  const side = (name: string) => () => Promise.resolve(said.push(name));
  expect(await inTurns(3, { ours: side('ours'), theirs: side('theirs') })).toEqual({
    ours: [1, 3, 5],
    theirs: [2, 4, 6],
  });
  expect(said.join(' ')).toBe('ours theirs ours theirs ours theirs');
});

/** A program of its own that counts its rounds. */
const counting = (body: string) => [
  '-e',
  `console.log(JSON.stringify({ warm: true }));
   let round = 0;
   require('node:readline').createInterface({ input: process.stdin }).on('line', () => { ${body} });`,
];

it('programs answer one round for each line, and end when nobody asks any more', async () => {
  const open = () =>
    openRounds<{ warm: boolean }, number>(
      process.execPath,
      counting('console.log(JSON.stringify(++round))'),
    );
  const programs = { ours: await open(), theirs: await open() };
  expect(programs.ours.first).toEqual({ warm: true });
  expect(await programsInTurns(2, programs)).toEqual({ ours: [1, 2], theirs: [1, 2] });
  await endPrograms(programs);
});

it('a program that breaks down says why', async () => {
  const program = await openRounds(process.execPath, counting("throw new Error('no such op')"));
  await expect(programsInTurns(2, { ours: program })).rejects.toThrow(
    /ended with 1: Error: no such op/,
  );
  await expect(openRounds('a program that is not there', [])).rejects.toThrow(/ENOENT/);
});
