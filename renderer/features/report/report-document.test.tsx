import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import {
  emptyLabProgress,
  emptyLearner,
  type LabProgress,
  type Learner,
} from '../../../main/contract/learner.ts';
import { LecternError } from '../../../main/contract/errors.ts';
import { noAnnotation, type Annotations } from '../../../main/contract/annotation.ts';
import type { RunCard, RunSnapshot } from '../../../main/contract/run.ts';
import type { TableReport } from '../../../main/contract/table-report.ts';
import { fileName } from '../../charts/download.ts';
import { tinyLab, tinyRun, tinyStory } from '../../model/lab/fixture.ts';
import { codeStep, withCode } from '../../../labs/kit/code/code-step.ts';
import type { CodeTask } from '../../../labs/kit/code/exercise.ts';
import type { Story } from '../../../labs/view.ts';
import { collectLab, labsWithAnything, type Source } from './collect.ts';
import { ReportDocument } from './report-document.tsx';
import { htmlFile } from './file/report-html.ts';

const hostile = '<img src=x onerror=alert(1)></style><script>alert(1)</script>';
const escaped =
  '&lt;img src=x onerror=alert(1)&gt;&lt;/style&gt;&lt;script&gt;alert(1)&lt;/script&gt;';

function cardOf(run: RunSnapshot, over: Partial<RunCard> = {}): RunCard {
  const { phase: _phase, ...rest } = run;
  return {
    ...rest,
    format: 'lectern-run',
    formatVersion: 1,
    measured: null,
    threads: 1,
    versions: { lectern: '0.1.0', tfjs: '4.22.0', tensorflow: null, node: '20.20.2' },
    machine: { platform: 'linux', arch: 'x64', cpu: 'A processor', cores: 2, memoryGb: 8 },
    hash: 'abcdef0123456789'.repeat(4),
    ...over,
  };
}

interface Given {
  runs?: RunSnapshot[];
  progress?: Partial<LabProgress>;
  annotations?: Annotations;
  card?: (run: RunSnapshot) => RunCard;
  tables?: TableReport[];
  name?: string;
  withholds?: boolean;
  /** The lab's story. */
  story?: Story;
}

/** The report of the tiny lab, as HTML. Its panel says which part it draws, and what of. */
async function report({
  runs = [],
  progress = {},
  annotations = {},
  card = cardOf,
  tables = [],
  name = '',
  withholds = true,
  story = tinyStory,
}: Given): Promise<string> {
  const Panel = ({
    part,
    run,
    prediction,
  }: {
    part: string;
    run: RunSnapshot | null;
    prediction: unknown;
  }) => (
    <p>
      drawn: {part} {JSON.stringify(run?.result)} {JSON.stringify(prediction)}
    </p>
  );
  const learner: Learner = {
    ...emptyLearner,
    labs: { tiny: { ...emptyLabProgress, ...progress } },
  };
  const source: Source = {
    runs,
    annotations,
    learner,
    card: async (id) => card(runs.find((run) => run.id === id)!),
    tables: tables.map((one) => ({ ...one, readable: true })),
    table: async (id) => {
      const found = tables.find((one) => one.id === id && one.rows > 0);
      if (!found) throw new Error('This report is no longer in the notebook.');
      return found;
    },
    load: async (id) => {
      if (id !== 'tiny') throw new Error('There is no such lab.');
      return { lab: tinyLab, story, Panel: Panel as never };
    },
  };
  const ids = labsWithAnything(['tiny'], runs, learner, tables);
  const labs = await Promise.all(ids.map((id) => collectLab(id, source, () => undefined)));
  return renderToStaticMarkup(
    <ReportDocument
      lecture={{ title: 'A lecture', course: 'Its course' }}
      who={{ name, course: '' }}
      day={new Date(2026, 10, 24)}
      version="0.1.0"
      labs={labs}
      annotations={annotations}
      withholds={withholds}
    />,
  );
}

const used = {
  predictions: {
    'one-predict': { value: 7, lockedAt: '2026-01-01T00:00:00.000Z', usedBy: 'run-1-aaaa' },
  },
};
const prediction = {
  step: 'one-predict',
  question: 'How many?',
  value: 7,
  unit: 'ms',
  lockedAt: '2026-01-01T00:00:00.000Z',
};

/** A run that is in no report and judges what was said: without one the figures wait. */
const judging = tinyRun({ number: 9, startedAt: '2026-01-02T00:00:00.000Z' });

test('a run stands with its figure, its numbers, its seed, its hash and how to make it again', async () => {
  const html = await report({
    runs: [tinyRun({ seed: 42, pinned: true, prediction })],
    progress: used,
    name: 'Ada',
  });
  expect(html).toContain('Ada');
  expect(html).toContain('24 November 2026');
  expect(html).toContain(
    'drawn: one {&quot;n&quot;:1} {&quot;value&quot;:7,&quot;unit&quot;:&quot;ms&quot;}',
  );
  expect(html).toContain('seed 42');
  expect(html).toContain('<b>abcdef012345</b>6789');
  expect(html).toContain('lectern://labs/tiny/one-predict?preset=default&amp;seed=42');
  expect(html).toContain('npm run lab -- tiny --preset default --seed 42');
  expect(html).toMatch(/<th scope="row"[^>]*>all<\/th><td[^>]*>1<\/td>/);
  // Said 7, it was 1, on a scale from 0 to 9.
  expect(html).toContain('6 too high');
});

test('code that was judged stands as it was written, also where nothing else was said', async () => {
  const task = { id: 'write', version: 1, title: 'Write it', name: 'f', starter: '' } as CodeTask;
  const [first, ...others] = tinyStory.parts;
  const story = { parts: [withCode(first!, codeStep(task, '')), ...others] };
  const kept = { tries: 2, hints: 1, opened: true, version: 1 };
  const answer = `const f = (a) => a < 1;\n  // ${hostile}`;
  const html = await report({
    story,
    progress: { codes: { write: { ...kept, code: 'let draft;', answer, passed: true } } },
  });
  expect(html).toContain('Write it: right, 2 tries, the worked answer was opened');
  expect(html).toContain(`const f = (a) =&gt; a &lt; 1;\n  // ${escaped}`);
  expect(html).not.toContain('let draft;');
});

test('texts with HTML in them come out as text', async () => {
  const run = tinyRun({ pinned: true, prediction: { ...prediction, question: hostile } });
  const html = await report({
    runs: [run],
    name: hostile,
    progress: { ...used, reflections: { 'two-reflect': `${hostile}\nline two` } },
    annotations: { [run.id]: { ...noAnnotation, name: hostile, note: hostile } },
  });
  expect(html).not.toMatch(/<img|<script|<\/style/);
  expect(html.split(escaped).length - 1).toBe(5);
  const file = htmlFile({ title: hostile, css: '', body: html, notebook: 'H4sI' });
  expect(file).toContain(`<title>${escaped}</title>`);
  expect(file).not.toMatch(/<script|<img/);
  expect(file.match(/<\/style>/g)).toHaveLength(1);
});

test('a name that is a path names no other file', () => {
  expect(fileName('Lectern report, ../../etc/passwd', 'html')).toBe(
    'lectern-report-etc-passwd.html',
  );
  expect(fileName('Lectern report, C:\\x\u0000.exe', 'pdf')).toBe('lectern-report-c-x-exe.pdf');
});

test('a missing name, and a lab without runs, are said', async () => {
  const html = await report({ progress: used });
  expect(html).toContain('No name given');
  expect(html).toContain('Its course');
  expect(html).toContain('No run was made in this lab.');
  expect(html).toContain('no run yet');
});

test('a stopped run shows what it had; a failed one why, and neither a table', async () => {
  const runs = [
    tinyRun({ number: 1, pinned: true, status: 'stopped', complete: false, result: { n: 5 } }),
    tinyRun({
      number: 2,
      pinned: true,
      status: 'failed',
      complete: false,
      result: null,
      error: { code: 'run-failed', what: 'Out of memory.', safe: '', next: '' },
    }),
  ];
  const html = await report({ runs: [...runs, judging], progress: used });
  expect(html).toContain('Stopped after 2.1 s: only what it had by then is here.');
  expect(html).toContain('It failed: Out of memory.');
  expect(html).toContain('drawn: one {&quot;n&quot;:5}');
  expect(html.match(/drawn:/g)).toHaveLength(1);
  expect(html).not.toContain('What run');
});

test('a card that cannot be read, one of a newer lab and one that was changed say so and take nothing else with them', async () => {
  const runs = [1, 2, 3].map((number) => tinyRun({ number, pinned: true }));
  const changed = {
    ...noAnnotation,
    origin: {
      id: 'run-3-aaaa',
      number: 9,
      hash: 'x',
      hashFits: false,
      importedAt: '2026-01-01T00:00:00.000Z',
    },
  };
  const html = await report({
    runs: [...runs, judging],
    progress: used,
    annotations: { [runs[2]!.id]: changed },
    card: (run) => {
      if (run.number === 1)
        throw new LecternError({
          code: 'bad-card',
          what: 'The file of run 1 is damaged.',
          safe: '',
          next: '',
        });
      return cardOf(run, run.number === 2 ? { labVersion: 2 } : {});
    },
  });
  expect(html).toContain('Its card could not be read: The file of run 1 is damaged.');
  expect(html).toContain('A newer version of this lab made the run (version 2; here is 1)');
  expect(html).toContain('its content does not fit its hash');
  expect(html.match(/drawn:/g)).toHaveLength(1);
});

test('absurd numbers and a result of another shape are shown as far as they can be', async () => {
  const run = tinyRun({
    pinned: true,
    seed: 4294967295,
    durationMs: 1e300,
    parameters: { epochs: 1e308, load: -0, kind: 'b' },
    prediction: { ...prediction, value: 1e308 },
  });
  const html = await report({
    runs: [run],
    progress: {
      ...used,
      predictions: { 'one-predict': { ...used.predictions['one-predict']!, value: -1e308 } },
    },
    card: (one) => cardOf(one, { result: { n: { deep: [] } } }),
  });
  expect(html).toContain('seed 4294967295');
  expect(html).toContain('1.0e+308 ms');
  expect(html).toContain('Its result is not of the form that this lab gives');
  expect(html).not.toMatch(/NaN|Infinity|undefined|\[object/);
});

test('what answers an open question waits, unless the learner wants it in', async () => {
  const runs = [tinyRun({ pinned: true })];
  const html = await report({ runs });
  expect(html).not.toContain('drawn:');
  expect(html).not.toContain('What run 1 found');
  expect(html).toContain(
    'One still asks what you expect, and the figure would answer it: it is left out.',
  );
  const all = await report({ runs, withholds: false });
  expect(all).toContain('drawn: one');
  expect(all).toContain('What run 1 found');
});

test('a lab that this Lectern does not have keeps its runs’ own facts', async () => {
  const html = await report({ runs: [tinyRun({ lab: 'other', pinned: true, seed: 8 })] });
  expect(html).toContain('This Lectern has no lab of that name');
  expect(html).toContain('seed 8');
});

const table = (over: Partial<TableReport> = {}): TableReport => ({
  formatVersion: 1,
  id: `report-${'a'.repeat(24)}`,
  lab: 'tiny',
  step: 'one-explore',
  file: { name: `${hostile}.csv`, bytes: 1_234, sha256: 'ab'.repeat(32) },
  rows: 90,
  roles: [{ role: 'Group', column: hostile }],
  found: '27 in 100 of “f” are selected, 50 of “m”',
  keptAt: '2026-03-01T10:00:00.000Z',
  hash: 'cd'.repeat(32),
  body: {
    title: 'Fairness audit of loans.csv',
    about: ['90 rows.'],
    sections: [
      {
        heading: 'By sex',
        paragraphs: ['Two groups.'],
        points: [hostile],
        tables: [
          {
            caption: 'Rates',
            columns: ['Group', 'Selected'],
            rows: [
              { cells: ['f', { value: 0.27, interval: [0.2, 0.35], exact: true }], quiet: false },
            ],
          },
        ],
      },
    ],
  },
  ...over,
});

test('a report on one’s own table stands in its lab with the file’s facts, also where nothing was run', async () => {
  const html = await report({ tables: [table()] });
  for (const words of [
    'Own tables',
    'Fairness audit of loans.csv',
    '27 in 100 of “f” are selected',
    '1,234 bytes',
    'ab'.repeat(32),
    '0.27',
    '0.20–0.35*',
  ])
    expect(html).toContain(words);
  expect(html).toContain(escaped);
  expect(html).not.toContain('<script');
});

test('a report on a table that can’t be read says so, and the rest stands', async () => {
  const lost = table({ id: `report-${'b'.repeat(24)}`, rows: 0, found: 'What was found' });
  const html = await report({ tables: [lost, table()] });
  expect(html).toContain('What was found');
  expect(html).toContain('This report is no longer in the notebook.');
  expect(html).toContain('Fairness audit of loans.csv');
});
