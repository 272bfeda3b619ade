import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { projectRoot } from '../../compute/fixtures/build-trial.ts';
import { emptyLabProgress, emptyLearner, type LabProgress } from '../../contract/learner.ts';
import type { RunCard } from '../../contract/run.ts';
import { makeCard } from '../../services/runs/card.ts';
import { newRun } from '../../services/runs/new-run.ts';
import { contentHash } from '../../storage/canonical.ts';
import { gradesCsv } from './grades-csv.ts';
import { gradesHtml } from './grades-html.ts';
import { gradesOf } from './grades.ts';
import { emptyFile, type Submission } from './submission.ts';
import { html } from './html.ts';
import { readRun } from './intake/read-run.ts';
import { predictionStatus } from './status.ts';
import { sameRuns } from './same-runs.ts';
import { darkTokens, tokens } from './style.ts';

let count = 0;
/** A run with a clock of its own; `measured` null where its lab measures nothing. */
function cardOf(over: Partial<RunCard> = {}): RunCard {
  count += 1;
  const run = newRun({
    id: `run-${String(count).padStart(8, '0')}`,
    number: count,
    lab: 'latency',
    labVersion: 1,
    parameters: { epochs: 3 },
    seed: 7,
    preset: null,
    prediction: null,
    measuredFrom: null,
  });
  const card = makeCard(
    {
      ...run,
      status: 'finished',
      complete: true,
      durationMs: 1_000.123 + count,
      result: { auc: 0.7 },
    },
    { times: [0.1 + count, 0.2 + count, 0.3 + count] },
    null,
    '0.0.0',
  );
  const changed = { ...card, ...over };
  return {
    ...changed,
    hash: over.hash ?? contentHash(changed as unknown as Record<string, unknown>),
  };
}
function fileOf(
  name: string,
  cards: RunCard[],
  labs: Record<string, Partial<LabProgress>> = {},
  over: Partial<Submission> = {},
): Submission {
  const runs = cards
    .map((card, i) => readRun(JSON.stringify(card), i + 3))
    .filter((run) => typeof run !== 'string');
  expect(runs).toHaveLength(cards.length);
  const full = Object.fromEntries(
    Object.entries(labs).map(([lab, progress]) => [lab, { ...emptyLabProgress, ...progress }]),
  );
  return {
    ...emptyFile(`${name}.jsonl`, 'notebook'),
    learner: { ...emptyLearner, who: { name, course: 'ML' }, labs: full },
    runs,
    ...over,
  };
}
const marks = (files: Submission[]) =>
  gradesOf(files).rows.map(({ marks: all }) => all.map(({ words }) => words));

describe('the same run', () => {
  test('is one card in two notebooks, also where it was pinned or edited since', () => {
    const card = cardOf();
    expect(
      sameRuns([fileOf('Ada', [card]), fileOf('Bo', [cardOf(), { ...card, pinned: true }])]),
    ).toMatchObject([
      { how: 'hash', of: [{ file: { file: 'Ada.jsonl' } }, { file: { file: 'Bo.jsonl' } }] },
    ]);
    expect(sameRuns([fileOf('Ada', [card]), fileOf('Bo', [{ ...card, seed: 8 }])])).toMatchObject([
      { how: 'hash' },
    ]);
  });

  test('is the same measured times under another id, number and time', () => {
    const card = cardOf();
    const copy = cardOf({ measured: card.measured, durationMs: 5 });
    expect(sameRuns([fileOf('Ada', [card]), fileOf('Bo', [copy])])).toMatchObject([
      { how: 'timings' },
    ]);
  });

  test('of a lab that measures nothing is told by how long it took', () => {
    const card = cardOf({ lab: 'backdoor', measured: null });
    expect(
      sameRuns([
        fileOf('Ada', [card]),
        fileOf('Bo', [cardOf({ lab: 'backdoor', measured: null, durationMs: card.durationMs })]),
      ]),
    ).toMatchObject([{ how: 'duration' }]);
  });

  test('is not a class exercise: equal parameters, seed and result, with clocks of their own', () => {
    expect(
      sameRuns(
        ['Ada', 'Bo', 'Cy'].map((name) =>
          fileOf(name, [
            cardOf({ lab: 'backdoor', measured: null }),
            cardOf({ result: { auc: 0.5 } }),
            cardOf({ measured: {}, durationMs: 2_000 }),
          ]),
        ),
      ),
    ).toEqual([]);
  });

  test('is none where one student handed in two files, or ran again with old measurements', () => {
    const card = cardOf();
    expect(
      sameRuns([
        fileOf('Ada', [card, cardOf({ measured: card.measured })]),
        fileOf('ADA ', [card]),
      ]),
    ).toEqual([]);
  });

  test('is said once of all that are linked', () => {
    const card = cardOf();
    expect(
      sameRuns([
        fileOf('Ada', [card]),
        fileOf('Bo', [card]),
        fileOf('Cy', [cardOf({ measured: card.measured })]),
      ]),
    ).toMatchObject([{ how: 'timings', of: [{}, {}, {}] }]);
  });
});

describe('the run that judges a prediction', () => {
  const lockedAt = '2026-01-02T00:00:00.000Z';
  const at = (day: number, over: Partial<RunCard> = {}) =>
    cardOf({ startedAt: `2026-01-0${day}T00:00:00.000Z`, ...over });
  const step = { id: 'p', kind: 'predict' as const, title: '', question: '' };
  const exercises = (
    seen: boolean | null,
    rest: { former?: { without: string[]; parameters: RunCard['parameters'] } } = {},
  ) => [
    {
      lab: 'latency',
      title: 'Latency',
      steps: [
        { ...step, ...(seen !== null && { about: { parameters: { epochs: 3 }, seen, ...rest } }) },
      ],
    },
  ];
  const judge = (
    cards: RunCard[],
    usedBy: string | null,
    ...about: Parameters<typeof exercises>
  ) => {
    const predictions = { p: { value: 4, lockedAt, usedBy } };
    const over = { exercises: exercises(...about) };
    const file = fileOf('Ada', cards, { latency: { predictions } }, over);
    const asked = { lab: 'latency', ...step, code: 'P1' };
    return predictionStatus(file, asked)!.run;
  };
  const number = (run: ReturnType<typeof judge>) => (typeof run === 'object' ? run?.number : run);
  const [before, other, first, second] = [
    at(1),
    at(3, { parameters: { epochs: 9 } }),
    at(4),
    at(5),
  ];
  const all = [second, first, other, before];
  test('is the first of the question’s settings, whichever followed', () =>
    expect(number(judge(all, other.id, false))).toBe(first.number));
  test('is one that was seen, where the part shows results at once', () =>
    expect(number(judge(all, first.id, true))).toBe(before.number));
  test('is also one of what the question was about before its lab knew a parameter', () => {
    const former = { without: ['load'], parameters: { epochs: 9 } };
    expect(number(judge([other], null, false, { former }))).toBe(other.number);
    const today = at(3, { parameters: { epochs: 9, load: 80 } });
    expect(judge([today], null, false, { former })).toBeNull();
  });
  test('is none where only others were run', () =>
    expect(judge([other], other.id, false)).toBeNull());
  test('is missing where the file left it out', () =>
    expect(judge([before], 'run-gone', false)).toBe('missing'));
  test('is none where a formula answers, and that is no missing run', () => {
    const predictions = { p: { value: 4, lockedAt, usedBy: null } };
    const asked = [
      { lab: 'latency', title: 'Latency', steps: [{ ...step, needsRun: false as const }] },
    ];
    const older = fileOf('Bo', [], { latency: { predictions } });
    const grades = gradesOf([
      fileOf('Ada', [], { latency: { predictions } }, { exercises: asked }),
      older,
    ]);
    // What one file says of a question is so for all: an older Lectern did not say it.
    for (const file of grades.rows.map((row) => row.file))
      expect(predictionStatus(file, grades.labs[0]!.steps[0]!)!.run).toBe('formula');
    expect(gradesCsv(grades)).toContain(',none needed');
    expect(gradesHtml(grades, 'class', 'today')).not.toContain('no run yet');
  });
  test('is the one that followed in a notebook of before the rule', () =>
    expect(number(judge(all, other.id, null))).toBe(other.number));
});

describe('marks', () => {
  test('say what to look at, in words', () => {
    const edited = { ...cardOf(), seed: 9 };
    const late = cardOf({
      prediction: {
        step: 'p',
        question: '',
        value: 3,
        unit: '',
        lockedAt: '2999-01-01T00:00:00.000Z',
      },
    });
    const [ada] = marks([
      fileOf(
        'Ada',
        [edited, late],
        {
          latency: {
            predictions: { p: { value: 4, lockedAt: '2026-01-01T00:00:00.000Z', usedBy: late.id } },
          },
        },
        { cutShort: true, missing: 2, damaged: { lines: [4, 9], count: 2 }, newerRuns: 1 },
      ),
    ]);
    expect(ada).toEqual([
      `Changed after it was written, by its hash: run ${edited.number} of latency`,
      `Prediction locked after the run began: run ${late.number} of latency`,
      `latency/p is 4 in the answers and 3 on run ${late.number}`,
      'Cut short: the file ends before the notebook does',
      '2 runs fewer than the file says of itself',
      '2 damaged lines: 4, 9',
      '1 run of a newer version of Lectern not read',
    ]);
  });
  test('are none where all is well', () =>
    expect(marks([fileOf('Ada', [cardOf()])])).toEqual([[]]));
  test('of two files of one student name the other', () => {
    const [one, two] = [fileOf('Ada', []), { ...fileOf('ada', []), file: 'again.jsonl' }];
    expect(marks([one, two]).flat().sort()).toEqual([
      'Another file has the same name and course: Ada.jsonl',
      'Another file has the same name and course: again.jsonl',
    ]);
  });
  test('name a file without a name, and one without answers', () => {
    expect(marks([fileOf('', [])])).toEqual([['No name in the notebook']]);
    expect(marks([{ ...emptyFile('x.json', 'card') }])).toEqual([
      ['A single run card: it holds no answers'],
    ]);
    expect(marks([{ ...emptyFile('x.jsonl', 'notebook') }])[0]).toContain(
      'No answers that can be read',
    );
  });
});

describe('the table', () => {
  test('begins with a byte order mark, for Excel', () =>
    expect(gradesCsv(gradesOf([fileOf('Ada', [])]))).toMatch(/^\uFEFFstudent,course,/));

  test('has a column for all that anybody was asked, by what the files say or, where they don’t, by what was answered', () => {
    const asked = [
      {
        lab: 'latency',
        title: 'Latency',
        steps: [{ id: 'c', kind: 'check' as const, title: 'C', question: 'How?' }],
      },
    ];
    const files = [
      fileOf(
        'Ada',
        [],
        { latency: { checks: { c: { tries: 0, passed: false, hints: 1, answer: null } } } },
        { exercises: asked },
      ),
      fileOf('Bo', [], {
        latency: { checks: { old: { tries: 1, passed: true, hints: 0, answer: 1 } } },
        other: { reflections: { r: 'two words' } },
      }),
    ];
    const { data } = Papa.parse<Record<string, string>>(gradesCsv(gradesOf(files)), {
      header: true,
      skipEmptyLines: true,
    });
    expect(data[0]).toMatchObject({
      student: 'Ada',
      'latency/c': 'not attempted',
      'latency/c hints': '1',
      'latency/old': 'not attempted',
      'other/r words': '0',
    });
    expect(data[1]).toMatchObject({
      student: 'Bo',
      'latency/c': 'not attempted',
      'latency/old': 'right',
      'other/r words': '2',
      'labs done': '1',
    });
  });

  test('says nothing of answers that are not there', () => {
    const files = [
      fileOf('Ada', [], {
        latency: { checks: { c: { tries: 1, passed: true, hints: 0, answer: 1 } } },
      }),
      { ...emptyFile('card.json', 'card'), runs: fileOf('x', [cardOf()]).runs },
      emptyFile('late.jsonl', 'newer', 'it is newer'),
    ];
    const { data } = Papa.parse<Record<string, string>>(gradesCsv(gradesOf(files)), {
      header: true,
      skipEmptyLines: true,
    });
    expect(
      data.map((row) => [row['file'], row['runs'], row['latency/c'], row['checks right']]),
    ).toEqual([
      ['Ada.jsonl', '0', 'right', '1'],
      ['card.json', '1', '', ''],
      ['late.jsonl', '', '', ''],
    ]);
  });
});

describe('the page', () => {
  test('escapes whatever it is given, and lets nothing else in', () => {
    const evil = '"><img src=x onerror=alert(1)><script>alert(1)</script>\'';
    const asked = [
      {
        lab: evil.slice(0, 60),
        title: evil,
        steps: [
          { id: evil.slice(0, 60), kind: 'check' as const, title: evil, question: evil },
          { id: 'p', kind: 'predict' as const, title: evil, question: evil },
          { id: 'r', kind: 'reflect' as const, title: evil, question: evil },
        ],
      },
    ];
    const predictions = { p: { value: evil, lockedAt: '2026-01-01T00:00:00.000Z', usedBy: null } };
    const page = gradesHtml(
      gradesOf([
        fileOf(
          evil,
          [{ ...cardOf({ lab: evil.slice(0, 60) }), seed: 9 }],
          { [evil.slice(0, 60)]: { predictions, reflections: { r: evil } } },
          { exercises: asked, file: `${evil}.jsonl` },
        ),
      ]),
      evil,
      'today',
    );
    expect(page).not.toMatch(/<(script|img|link|iframe|object|base|form)/i);
    // Every tag is one of ours, and none has an attribute that we did not write.
    const tags =
      'html head meta title style body main h1 h2 h3 p nav a div table thead tbody tr th td span br ul li dl dt dd section code bdi'.split(
        ' ',
      );
    const attributes =
      'lang charset name content http-equiv aria-label aria-labelledby href id class tabindex role scope colspan rowspan dir'.split(
        ' ',
      );
    const found = [...page.matchAll(/<([a-z1-9]+)([^>]*)>/g)];
    expect(found.length).toBeGreaterThan(50);
    for (const [, tag, rest] of found) {
      expect(tags).toContain(tag);
      for (const [, name] of rest!.matchAll(/([^\s"=]+)=/g))
        if (tag !== 'meta') expect(attributes).toContain(name);
    }
    expect(page).toContain("default-src 'none'");
    expect(page).not.toMatch(/https?:\/\//);
  });

  test('has heads for rows and columns, and its colours are the house’s', async () => {
    const page = gradesHtml(
      gradesOf([
        fileOf('Ada', [cardOf()], {
          latency: { checks: { c: { tries: 1, passed: true, hints: 0, answer: 1 } } },
        }),
      ]),
      'class',
      'today',
    );
    expect(page).toContain(
      '<th scope="row" class="with-file"><bdi>Ada</bdi><br><span class="file">Ada.jsonl</span></th>',
    );
    expect(page.match(/<th(?=[ >])(?! scope=)/g)).toBeNull();
    const [light, dark] = (
      await readFile(join(projectRoot, 'renderer/styles/tokens.css'), 'utf8')
    ).split("[data-theme='dark']");
    for (const [colours, house] of [
      [tokens, light!],
      [darkTokens, dark!],
    ] as const)
      for (const [name, value] of Object.entries(colours))
        expect(house).toContain(`--${name}: ${value.toLowerCase()};`);
    expect(page).toContain('@media screen and (prefers-color-scheme: dark)');
  });

  test('html`` nests without escaping twice', () =>
    expect(html`<p>${[html`<b>${'<'}</b>`, null, false, 0, '&']}</p>`.text).toBe(
      '<p><b>&lt;</b>0&amp;</p>',
    ));
});
