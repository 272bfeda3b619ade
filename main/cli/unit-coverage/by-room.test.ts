import { join } from 'node:path';
import { expect, it } from 'vitest';
import { coverageByRoom } from './by-room.ts';

const root = join('/', 'project');
const counted = (total: number, covered: number) => ({ lines: { total, covered } });
const at = (...parts: string[]) => join(root, ...parts);

it('adds up lines by room, the whole last', () => {
  const report = {
    total: counted(999, 1),
    [at('main', 'rpc', 'connect.ts')]: counted(30, 30),
    [at('main', 'rpc', 'series.ts')]: counted(10, 0),
    [at('labs', 'latency', 'panel', 'words.ts')]: counted(8, 1),
    [at('labs', 'throttle.ts')]: counted(4, 2),
    [at('slides', 'lecture-1', 'deck.ts')]: counted(0, 0),
  };
  expect(coverageByRoom(root, report)).toEqual([
    ['room', 'lines', 'reached'],
    ['labs', '4', '50.0 %'],
    ['labs/latency', '8', '12.5 %'],
    ['main/rpc', '40', '75.0 %'],
    ['slides', '0', '–'],
    ['all', '52', '63.5 %'],
  ]);
});

it('an empty report is a header', () => {
  expect(coverageByRoom(root, {})).toEqual([['room', 'lines', 'reached']]);
});
