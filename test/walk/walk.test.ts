import { describe, expect, it } from 'vitest';
import { labs, loadStory } from '../../renderer/model/lab/registry.ts';
import { judgeOf } from '../../renderer/model/prediction/judging/judging-run.ts';
import { moveTo } from '../../renderer/model/lab/explorations.ts';
import { isOfQuestion } from '../../renderer/model/lab/question-settings.ts';
import type { Driver } from './driver.ts';
import { fits, keptFile, keptResults } from './model/kept-results.ts';
import { modelDriver } from './model/model-driver.ts';
import { isWalked } from './model/walked.ts';
import { productRules, type Rules } from './model/rules.ts';
import { askingParts } from './own-rules.ts';
import { walk, type Walk } from './walk.ts';

/** A walk takes a few seconds; a busy machine may take far longer. */
const patience = 300_000;

const asking = await Promise.all(
  labs.map(async (lab) => ({ lab, story: await loadStory(lab.id) })),
).then((all) =>
  all.filter(({ lab, story }) => isWalked(process.cwd(), lab) && askingParts(story).length > 0),
);

/** A walk without a screen. `instead`: what of the driver is another. */
async function walkThrough(
  id: string,
  seed: number,
  rules: Rules = productRules,
  instead: Partial<Driver> = {},
): Promise<Walk> {
  const { lab, story } = asking.find((one) => one.lab.id === id)!;
  const driver = await modelDriver({ lab, story }, keptResults(process.cwd(), lab), rules);
  try {
    const options = { actions: 60, runs: 60, quick: false, patienceMs: 0, lookEvery: 1 };
    return await walk({ lab, story, driver: { ...driver, ...instead }, seed, ...options });
  } finally {
    await driver.close();
  }
}

describe('the labs say what is true on every path that is walked', () => {
  it.each(asking.map(({ lab }) => lab.id))('%s', { timeout: patience }, async (id) => {
    const { steps, runs, judged, asking: parts, wrong } = await walkThrough(id, 1);
    expect(wrong, steps.map((step, i) => `${i + 1}. ${step}`).join('\n')).toEqual([]);
    expect(steps.length).toBeGreaterThanOrEqual(60);
    expect(runs).toBeGreaterThan(0);
    expect(judged).toBe(parts);
  });
});

describe('the results that are walked with', () => {
  it.each(asking)('$lab.id: they answer every question that a run answers', ({ lab, story }) => {
    const { result } = keptResults(process.cwd(), lab)[0]!;
    for (const { step } of askingParts(story))
      if (!step.decides) expect(step.outcome(result), step.id).not.toBeNull();
  });
  it.each(asking)('$lab.id: those of another version or other settings don’t fit', ({ lab }) => {
    const kept = keptFile(process.cwd(), lab)!;
    const parameters = { ...(kept.parameters as object), added: 1 };
    expect(fits(kept, lab)).toBe(true);
    expect(fits({ ...kept, version: lab.version - 1 }, lab)).toBe(false);
    expect(fits({ ...kept, parameters }, lab)).toBe(false);
  });
});

const whole = ({ status, complete }: { status: string; complete: boolean }) =>
  status === 'finished' && complete;

/** Faults that Lectern had, each with what a walk says of it. */
const faults: [what: string, rules: Partial<Rules>, says: RegExp, lab?: string][] = [
  [
    'a setting gives the answer away',
    { controls: (lab, names, values) => productRules.controls(lab, names, values) },
    /^At step accept-\S+ poisons is in sight; it answers the open question/,
    'backdoor',
  ],
  [
    'settings stay when the part changes',
    {
      move: (lab, story, here, step, explored) => {
        const next = moveTo(lab, story, here, step, explored);
        const { preset, parameters } = here.place;
        return { ...next, place: { ...next.place, preset, parameters } };
      },
    },
    /^At step \S+ \w+ is .+; it should be /,
  ],
  [
    'a later run overwrites the verdict',
    {
      judge: (asked, locking, known) =>
        judgeOf(asked, locking, known) &&
        known.runs.find(
          (run) => whole(run) && isOfQuestion(asked.lab, asked.part, run.parameters),
        )!,
    },
    /^story: of \S+ it shows run \d+; by run \d+ it is \d+/,
  ],
  [
    'a run of other settings judges',
    {
      judge: (_asked, { lockedAt }, known) =>
        known.runs.findLast((run) => whole(run) && run.startedAt > lockedAt) ?? null,
    },
    /^story: of \S+ it shows /,
  ],
  [
    'a check is judged against an exploration',
    { answers: (_lab, _part, runs) => runs[0] ?? null },
    /^The check \S+, answered with .+, is .+; by .+ it is /,
  ],
];

describe('a page that breaks makes a walk fail at once', () => {
  it.each<[what: string, instead: Partial<Driver>, says: string]>([
    [
      'in words of its own',
      { faults: () => ['The page broke: x is null'] },
      'The page broke: x is null',
    ],
    [
      'by not being there',
      { shown: () => Promise.reject(new Error('no story\nwaited for it')) },
      'What is shown could not be read: no story',
    ],
  ])('%s', { timeout: patience }, async (_what, instead, says) => {
    const { steps, wrong } = await walkThrough('fairness', 1, productRules, instead);
    expect(wrong).toEqual([says]);
    expect(steps).toHaveLength(1);
  });
});

describe('an old fault makes a walk fail', () => {
  it.each(faults)('%s', { timeout: patience }, async (_what, planted, says, id = 'fairness') => {
    const walked = await walkThrough(id, 1, { ...productRules, ...planted });
    expect(walked.wrong.join('\n')).toMatch(says);
  });
});
