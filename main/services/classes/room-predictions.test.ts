import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openClasses } from '../fixtures/trial-classes.ts';

let folder: string;
beforeEach(async () => void (folder = await mkdtemp(join(tmpdir(), 'lectern-classes-'))));
afterEach(() => rm(folder, { recursive: true, force: true }));

it('a new class is asked anew what the last room had locked in a lab; it comes back with its class, and one’s own words stay', async () => {
  const { classes, state, share, lock, locked } = await openClasses(folder);
  share('lecture/place', '#/labs/latency', false);
  lock('alone', 4);
  lock('together', 30, { room: true });
  await classes.begin();
  expect(locked()).toMatchObject({ alone: { value: 4 } });
  expect(Object.keys(locked())).toEqual(['alone']);
  share('lecture/place', '#/labs/latency', false);
  lock('together', 70, { room: true });
  await classes.open(1);
  expect(locked()).toMatchObject({ alone: { value: 4 }, together: { value: 30, room: true } });
  expect(state.values).toEqual({ 'lecture/place': '#/labs/latency' });
  await classes.open(2);
  expect(locked()).toMatchObject({ alone: { value: 4 }, together: { value: 70, room: true } });
});
