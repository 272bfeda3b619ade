import type { Samples } from './malformed.ts';

/** Runs that the host has: two that ended, and one that was deleted. */
export interface KnownRuns {
  run: string;
  other: string;
  deleted: string;
  card: unknown;
}

const start = {
  lab: 'fairness',
  parameters: { steps: 50 },
  seed: 7,
  preset: null,
  prediction: {
    step: 'one',
    question: 'How many?',
    value: 3,
    unit: 's',
    lockedAt: '2026-01-01T00:00:00.000Z',
    confidence: 0.5,
  },
  measuredFrom: null,
};
const report = {
  lab: 'fairness',
  step: 'yours-explore',
  file: { name: 'loans.csv', bytes: 9, sha256: '0'.repeat(64) },
  rows: 2,
  roles: [{ role: 'Group', column: 'sex' }],
  found: 'Nothing.',
  body: {
    title: 'An audit',
    about: ['Two rows.'],
    sections: [
      {
        heading: 'By sex',
        paragraphs: [],
        points: ['One point.'],
        tables: [
          {
            caption: 'Rates',
            columns: ['Group', 'Rate'],
            rows: [
              { cells: ['f', { value: 0.5, interval: [0.1, 0.9], exact: true }], quiet: false },
            ],
          },
        ],
      },
    ],
  },
};
const noReport = `report-${'0'.repeat(24)}`;
const nobody = 'no-such-run-0000';

/** What a window may ask of the host, whole and senseless. */
export const hostSamples = ({ run, other, deleted, card }: KnownRuns): Samples => ({
  valid: {
    'app.info': {},
    'app.endSessions': {},
    'app.restartCompute': {},
    'app.openFolder': {},
    'app.dismissNotice': { id: 'aside-x' },
    'app.savePdf': { address: '#/report', name: 'report.pdf' },
    'data.erase': { settings: false },
    'data.size': {},
    'file.dismiss': { id: nobody },
    'lecture.get': {},
    'lecture.slides': { ids: ['a-slide'] },
    'lecture.list': {},
    // None of these is there: the lecture on screen stays.
    'lecture.open': { id: '0'.repeat(12) },
    'lecture.openFolder': { path: '/no/such/folder' },
    'lecture.make': { path: 'no whole path', extend: false },
    'lecture.forget': { id: '0'.repeat(12) },
    'file.read': { id: nobody, from: 0 },
    'run.start': start,
    'run.stop': { run },
    'run.list': { lab: 'fairness' },
    'run.page': { before: 2 },
    'run.get': { run },
    'run.pin': { run, pinned: true },
    'run.annotate': { run, change: { name: 'mine', note: 'a note', starred: true } },
    'run.delete': { run },
    'run.restore': { run: deleted },
    'run.checkReplay': { run, replay: other },
    'run.export': { run },
    'run.import': { card },
    'notebook.size': {},
    'report.list': {},
    'report.keep': report,
    'report.get': { id: noReport },
    'report.delete': { id: noReport },
    'report.restore': { id: noReport },
    'report.import': { report: { formatVersion: 1, id: noReport } },
    'learner.import': { learner: { version: 1, labs: {}, place: null } },
    'lab.ask': { run, name: 'try', question: { glasses: null } },
    'code.run': { lab: 'fairness', exercise: 'write-gaps', code: 'function gaps() {}' },
    'code.try': { lab: 'fairness', exercise: 'write-gaps', code: 'function gaps() {}', run },
    'learner.get': {},
    'learner.change': {
      kind: 'check',
      lab: 'fairness',
      step: 'one',
      state: { tries: 1, passed: true, hints: 0, answer: 4 },
    },
    'class.list': {},
    'class.begin': {},
    'class.goOn': {},
    'class.open': { number: 1 },
    'class.delete': { number: 1 },
    'room.get': {},
    'room.addresses': {},
    // An address for examples (RFC 5737): no computer has it, so nothing is opened.
    'room.open': { host: '192.0.2.1' },
    'room.close': {},
    'room.ask': {
      question: {
        kind: 'choice',
        id: 'poll/one',
        text: 'Which?',
        options: [
          { id: 'a', label: 'This' },
          { id: 'b', label: 'That' },
        ],
        predicted: null,
      },
    },
    'room.lock': { id: 'poll/one', closed: true },
    'room.reveal': { id: 'poll/one', shown: true, outcome: null },
    'room.clear': { id: 'poll/one' },
    'room.moderate': { id: 1, state: 'shown' },
    'room.list': {},
    'room.file': { number: 1 },
    'room.delete': { number: 1 },
    'settings.get': {},
    'settings.set': { theme: 'dark', motion: 'reduced', split: 40 },
    'stage.get': {},
    'stage.set': { key: 'poll/one', value: { votes: [1, 2] }, keep: true, by: 'window-1' },
  },
  senseless: [
    ...['run.stop', 'run.get', 'run.delete', 'run.restore', 'run.export'].map((method) => ({
      method,
      params: { run: nobody },
    })),
    ...['__proto__', 'constructor', '', '../learner', 'runs/../../learner', '🎓', '\0'].flatMap(
      (id) => [
        { method: 'run.get', params: { run: id } },
        { method: 'run.pin', params: { run: id, pinned: true } },
        { method: 'run.annotate', params: { run: id, change: { name: 'x' } } },
      ],
    ),
    { method: 'file.read', params: { id: '__proto__', from: 0 } },
    { method: 'file.read', params: { id: nobody, from: 2 ** 53 } },
    { method: 'app.savePdf', params: { address: '#/reports/../slides', name: '../../x' } },
    { method: 'run.restore', params: { run } },
    { method: 'run.annotate', params: { run, change: { mine: true } } },
    { method: 'run.checkReplay', params: { run, replay: nobody } },
    { method: 'run.start', params: { ...start, lab: 'no-such-lab' } },
    { method: 'run.start', params: { ...start, lab: '__proto__' } },
    { method: 'run.start', params: { ...start, preset: 'none' } },
    { method: 'run.start', params: { ...start, parameters: { steps: 1e9 } } },
    { method: 'run.start', params: { ...start, parameters: { stops: 1 } } },
    { method: 'run.start', params: { ...start, measuredFrom: nobody } },
    { method: 'run.start', params: { ...start, parameters: { steps: '50' } } },
    {
      method: 'run.start',
      params: { ...start, lab: 'latency', parameters: {}, measuredFrom: run },
    },
    { method: 'code.run', params: { lab: 'fairness', exercise: 'constructor', code: '' } },
    { method: 'code.run', params: { lab: '__proto__', exercise: 'write-gaps', code: '' } },
    { method: 'code.try', params: { lab: 'latency', exercise: 'write-batches', code: '', run } },
    {
      method: 'code.try',
      params: { lab: 'fairness', exercise: 'write-gaps', code: '', run: nobody },
    },
    { method: 'lab.ask', params: { run, name: 'no-such-question', question: {} } },
    { method: 'lab.ask', params: { run: nobody, name: 'try', question: {} } },
    { method: 'lab.ask', params: { run, name: '__proto__', question: null } },
    ...[
      null,
      7,
      'x',
      [],
      {},
      { format: 'lectern-run' },
      { ...(card as object), format: 'other' },
      { ...(card as object), status: 'running' },
      { ...(card as object), lab: 'x' },
      { ...(card as object), hash: 'x' },
    ].map((junk) => ({ method: 'run.import', params: { card: junk } })),
    ...[
      null,
      [],
      { version: 2 },
      { version: 1, labs: [] },
      { version: 1, labs: { x: { done: 7 } }, place: null },
    ].map((junk) => ({ method: 'learner.import', params: { learner: junk } })),
    { method: 'learner.change', params: { kind: 'done', lab: 'no-such-lab', step: 'x' } },
    {
      method: 'learner.change',
      params: { kind: 'reflect', lab: 'constructor', step: 'x', text: 'y' },
    },
    {
      method: 'stage.set',
      params: { key: 'poll/one', value: 'x'.repeat(250_000), keep: true, by: 'w' },
    },
  ],
  holes: [
    (json) => ({ method: 'run.import', params: `{"card":${json}}` }),
    (json) => ({ method: 'learner.import', params: `{"learner":${json}}` }),
    (json) => ({ method: 'lab.ask', params: `{"run":"${run}","name":"try","question":${json}}` }),
    (json) => ({
      method: 'stage.set',
      params: `{"key":"deep","value":${json},"keep":true,"by":"w"}`,
    }),
    (json) => ({
      method: 'run.start',
      params: `{"lab":"fairness","parameters":${json},"seed":1,"preset":null,"prediction":null,"measuredFrom":null}`,
    }),
  ],
});

const work = {
  run: 'a-run-of-the-torture',
  lab: 'fairness',
  parameters: { steps: 50 },
  seed: 7,
  measured: null,
};

/** A run that code is tried on, whose result holds nothing. */
const triedOn = { run: 'r', number: 1, parameters: {}, seed: 7, measured: null, result: null };

/** What the host may ask of compute, whole and senseless. */
export const computeSamples: Samples = {
  valid: {
    'compute.hello': {},
    'run.execute': work,
    'lab.ask': { ...work, lab: 'backdoor', name: 'try', question: { glasses: null } },
    'code.run': { lab: 'fairness', exercise: 'write-gaps', code: 'function gaps() {}' },
    'code.try': { lab: 'fairness', exercise: 'write-gaps', code: '', of: triedOn },
  },
  senseless: [
    { method: 'code.try', params: { lab: 'none', exercise: 'write-gaps', code: '', of: triedOn } },
    {
      method: 'code.try',
      params: {
        lab: 'fairness',
        exercise: 'write-gaps',
        code: '',
        of: { ...triedOn, parameters: { steps: -1 } },
      },
    },
    { method: 'code.run', params: { lab: 'none', exercise: 'write-gaps', code: '' } },
    { method: 'code.run', params: { lab: 'fairness', exercise: '__proto__', code: '' } },
    { method: 'run.execute', params: { ...work, lab: 'none' } },
    { method: 'run.execute', params: { ...work, lab: '__proto__' } },
    { method: 'run.execute', params: { ...work, parameters: { steps: -1 } } },
    { method: 'run.execute', params: { ...work, parameters: { stops: 1 } } },
    {
      method: 'run.execute',
      params: { ...work, lab: 'latency', parameters: {}, measured: { service: 7 } },
    },
    { method: 'lab.ask', params: { ...work, name: 'try', question: {} } },
    {
      method: 'lab.ask',
      params: { ...work, lab: 'backdoor', parameters: {}, name: 'none', question: {} },
    },
    {
      method: 'lab.ask',
      params: { ...work, lab: 'backdoor', parameters: {}, name: 'constructor', question: 7 },
    },
  ],
  holes: [
    (json) => ({
      method: 'run.execute',
      params: `{"run":"r","lab":"latency","parameters":{},"seed":1,"measured":${json}}`,
    }),
    (json) => ({
      method: 'lab.ask',
      params: `{"run":"r","lab":"fairness","name":"x","question":${json},"parameters":{},"seed":1,"measured":null}`,
    }),
  ],
};
