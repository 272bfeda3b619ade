import type { Measure } from '../../bench.ts';
import { roomRun, roomSlides } from './beside.ts';
import { roomFar } from './far.ts';
import { roomJoin } from './join.ts';

/** A room of many phones, and what else goes on beside it. */
export const room: Measure = async (bench) => [
  ...(await roomJoin(bench)),
  ...(await roomSlides(bench)),
  ...(await roomRun(bench)),
  ...(await roomFar(bench)),
];
