import path from 'node:path';
import { expect, it } from 'vitest';
import { conform } from './conform.ts';

it.each([
  ['asof', 12],
  ['queueing', 24],
  ['ranking', 9],
])(
  'passes every case of %s',
  async (name, count) => {
    const lines: string[] = [];
    const file = path.join(import.meta.dirname, '../../../test/reference', `${name}.json`);
    const code = await conform([file], (line) => lines.push(line));
    expect(lines.join('\n')).not.toContain('FAIL');
    expect([code, lines.at(-1)]).toEqual([0, `${count} passed, 0 failed`]);
  },
  180_000,
);
