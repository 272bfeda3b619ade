import { expect, test } from 'vitest';
import { kindOf, linesOf, readLine } from './notebook-lines.ts';

async function* pieces(...texts: string[]) {
  yield* texts;
}
const all = async (lines: AsyncIterable<string | null>) => {
  const found: (string | null)[] = [];
  for await (const line of lines) found.push(line);
  return found;
};

test('lines come whole however the file arrives, empty ones are left out, and the last needs no end', async () => {
  expect(await all(linesOf(pieces('a', 'b\nc', 'd\n\n', 'e')))).toEqual(['ab', 'cd', 'e']);
  expect(await all(linesOf(pieces('')))).toEqual([]);
});

test('a line that is too long is named and the rest is read on', async () => {
  expect(
    await all(linesOf(pieces('ok\n', 'x'.repeat(30), 'x'.repeat(30), '\nalso ok\n'), 20)),
  ).toEqual(['ok', null, 'also ok']);
  expect(await all(linesOf(pieces('x'.repeat(30)), 20))).toEqual([null]);
  expect(await all(linesOf(pieces('x'.repeat(30), 'y\nok\n'), 20))).toEqual([null, 'ok']);
  expect(await all(linesOf(pieces(`a\n${'x'.repeat(30)}\nb`), 20))).toEqual(['a', null, 'b']);
});

test('a line that is too long is known before it ends', async () => {
  let asked = 0;
  async function* long() {
    while (asked < 50) {
      asked += 1;
      yield 'x'.repeat(15);
    }
  }
  for await (const line of linesOf(long(), 20)) {
    expect(line).toBeNull();
    break;
  }
  expect(asked).toBe(2);
});

test('a file says what it is in its first line', () => {
  expect(kindOf('{"format":"lectern-notebook","formatVersion":1,"runs":3}')).toEqual({
    kind: 'notebook',
    runs: 3,
  });
  expect(kindOf('{"format":"lectern-notebook","formatVersion":2,"runs":3}')).toEqual({
    kind: 'newer',
  });
  for (const other of [
    '{',
    '',
    '[]',
    '{"format":"lectern-run"}',
    '{"format":"lectern-notebook","formatVersion":1,"runs":-1}',
  ])
    expect(kindOf(other)).toEqual({ kind: 'card' });
});

test('a file that was saved with a byte order mark is read all the same', () => {
  expect(kindOf('\uFEFF{"format":"lectern-notebook","formatVersion":1,"runs":3}')).toEqual({
    kind: 'notebook',
    runs: 3,
  });
});

test('a line that nests without end is none, and names from the prototype are names like any other', () => {
  expect(readLine(`{"kind":"run","card":${'['.repeat(200_000)}${']'.repeat(200_000)}}`)).toBeNull();
  const line = readLine('{"kind":"run","card":{"__proto__":{"polluted":true},"constructor":1}}');
  expect(line).toMatchObject({ kind: 'run' });
  expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
});

test('lines of a wrong form are none; an annotation of a wrong form leaves its run', () => {
  expect(readLine('{"kind":"end","runs":2}')).toEqual({ kind: 'end', runs: 2 });
  expect(readLine('{"kind":"run","card":{"id":')).toBeNull();
  expect(
    readLine(`{"kind":"learner","learner":${'['.repeat(100_000)}${']'.repeat(100_000)}}`),
  ).toBeNull();
  expect(readLine('{"kind":"script","card":1}')).toBeNull();
  expect(readLine('{"kind":"run","card":{"a":1},"remark":{"name":5}}')).toEqual({
    kind: 'run',
    card: { a: 1 },
    remark: null,
  });
  // Where a run came from is for the host to say.
  expect(readLine('{"kind":"run","card":1,"remark":{"note":"x","origin":{"id":"../.."}}}')).toEqual(
    { kind: 'run', card: 1, remark: { note: 'x' } },
  );
});
