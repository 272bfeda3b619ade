import { describe, expect, it } from 'vitest';
import type { AppInfo } from '../../../main/contract/methods.ts';
import { tinyRun } from '../lab/fixture.ts';
import { announcement, backendWords, barState, duration, staysInLab } from './run-words.ts';

const info = {
  backend: 'tensorflow',
  threads: 1,
  versions: { tfjs: '4', tensorflow: '2', node: '20' },
  fallbackReason: null,
} as const;
const ready: AppInfo['compute'] = { state: 'ready', pid: 1, info };
const bar = (over: Partial<Parameters<typeof barState>[0]> = {}) =>
  barState({
    connection: 'open',
    compute: ready,
    run: null,
    waitingFor: null,
    expectedSeconds: 5,
    ...over,
  });
const phase = { label: 'Training the large model', index: 2, count: 5, fraction: 0.4 };

describe('barState', () => {
  it.each([
    ['before the first run', {}, 'idle', 'about 5 s'],
    [
      'while compute starts',
      { compute: { state: 'starting' } as const },
      'starting',
      'Getting TensorFlow ready',
    ],
    ['before the host has spoken', { compute: null }, 'starting', 'Getting TensorFlow ready'],
    [
      'while compute starts again',
      { compute: { state: 'restarting' } as const },
      'starting',
      'Starting TensorFlow again',
    ],
    [
      'when compute is down',
      { compute: { state: 'down', why: 'x' } as const, run: tinyRun() },
      'down',
      'TensorFlow is stopped',
    ],
    [
      'in a run',
      { run: tinyRun({ status: 'running', phase }) },
      'running',
      'Running: training the large model',
    ],
    [
      'in a run without a phase yet',
      { run: tinyRun({ status: 'running' }) },
      'running',
      'Starting',
    ],
    [
      'behind another run',
      { run: tinyRun({ status: 'queued' }), waitingFor: tinyRun({ number: 9 }) },
      'queued',
      'Waiting for run 9 to end',
    ],
    [
      'queued while compute starts',
      { run: tinyRun({ status: 'queued' }), compute: { state: 'starting' } as const },
      'starting',
      'Getting TensorFlow ready',
    ],
    [
      'after Stop',
      { run: tinyRun({ status: 'stopped', number: 14 }) },
      'stopped',
      'Stopped after 2.1 s, kept as run 14',
    ],
    [
      'after Stop, where a whole run stays on screen',
      {
        run: tinyRun({ id: 'b', status: 'stopped', number: 14 }),
        onScreen: tinyRun({ number: 9 }),
      },
      'stopped',
      'Stopped after 2.1 s, kept as run 14; on screen is run 9',
    ],
    [
      'after a failure',
      { run: tinyRun({ status: 'failed', number: 3 }) },
      'failed',
      'Run 3 failed',
    ],
    [
      'after a crash that restarts compute',
      { run: tinyRun({ status: 'failed' }), compute: { state: 'restarting' } as const },
      'failed',
      'Run 1 failed',
    ],
    ['at the end', { run: tinyRun() }, 'finished', 'Finished in 2.1 s'],
  ])('%s', (_, over, kind, words) => {
    expect(bar(over)).toMatchObject({ kind, words });
  });
  it('puts a lost connection before everything else', () => {
    expect(bar({ connection: 'lost', run: tinyRun({ status: 'running', phase }) })).toEqual({
      kind: 'lost',
    });
  });
});

it('announces a phase, not its progress', () => {
  const early = bar({ run: tinyRun({ status: 'running', phase }) });
  const late = bar({ run: tinyRun({ status: 'running', phase: { ...phase, fraction: 0.58 } }) });
  expect(announcement(early)).toBe('Running: training the large model, step 3 of 5');
  expect(announcement(late)).toBe(announcement(early));
});

it.each([
  [0, '0.0', 's'],
  [2134, '2.1', 's'],
  [12_400, '12', 's'],
  [125_000, '2:05', 'min'],
])('shows %d ms as %s %s', (ms, figure, unit) => {
  expect(duration(ms)).toEqual([figure, unit]);
});

it('names the backend, and why it is not the native one', () => {
  expect(backendWords(ready)).toEqual({ words: 'TensorFlow native, 1 thread', why: null });
  expect(
    backendWords({
      ...ready,
      info: { ...info, backend: 'wasm', threads: 4, fallbackReason: 'No library.' },
    }),
  ).toEqual({ words: 'WebAssembly, 4 threads', why: 'No library.' });
  // A run says more than the process: whether its nets were trained as graphs. Where it was made elsewhere does not matter here.
  expect(backendWords(ready, 'tensorflow-graph').words).toBe('TensorFlow native, graph, 1 thread');
  expect(backendWords(ready, 'wasm').words).toBe('TensorFlow native, 1 thread');
  expect(backendWords(null).words).toBe('TensorFlow not ready');
});

describe('keys in a lab', () => {
  const key = (name: string, over = {}) => ({ key: name, ctrlKey: false, metaKey: false, ...over });
  it.each(['ArrowLeft', 'ArrowRight', ' ', 'PageDown', 'Home', 'Enter'])(
    '%s never turns the slide',
    (name) => expect(staysInLab(key(name), false)).toBe(true),
  );
  it.each(['l', '?', 'b', 'Escape', 'Tab', 'r'])('%s still reaches the window', (name) =>
    expect(staysInLab(key(name), false)).toBe(false),
  );
  it('typing never reaches the deck, commands do', () => {
    expect(staysInLab(key('l'), true)).toBe(true);
    expect(staysInLab(key('Escape'), true)).toBe(false);
    expect(staysInLab(key('k', { ctrlKey: true }), true)).toBe(false);
  });
});
