import { chromium } from '@playwright/test';
import type { Lab } from '../../labs/lab.ts';
import type { Story } from '../../labs/view.ts';
import type { Browser as Found } from '../../main/setup/find-browser.ts';
import { labs, loadStory } from '../../renderer/model/lab/registry.ts';
import { browserDriver } from './browser/browser-driver.ts';
import { keepResultsOf } from './model/kept-results.ts';
import { askedSettings, askingParts, differences } from './own-rules.ts';
import { walk, type Walk } from './walk.ts';

/** Random actions of each walk. */
const actions = 60;
/** A screen that has not followed by then does not follow. */
const patienceMs = 20_000;

export interface WalkCommand {
  root: string;
  browser: Found;
  /** Null: every lab. */
  lab: string | null;
  seed: number;
  say: (what: string) => void;
  /** Ends what was said to be under way. */
  done: () => void;
}

/** Walks through the labs in a real browser and prints what came of it. Returns 1 where something was not as it should be. */
export async function walkLabs({
  root,
  browser: found,
  lab: only,
  seed,
  say,
  done,
}: WalkCommand): Promise<number> {
  const walked: Walk[] = [];
  const browser = await chromium.launch({
    executablePath: found.path,
    args: found.args,
    env: { ...(process.env as Record<string, string>), ...found.env },
  });
  try {
    for (const lab of labs) {
      if (only !== null && lab.id !== only) continue;
      const story = await loadStory(lab.id);
      if (askingParts(story).length === 0) continue;
      const driver = await browserDriver({ lab, story }, browser, root);
      try {
        const began = performance.now();
        const one = await walk({
          lab,
          story,
          driver,
          seed,
          actions,
          runs: runsWithin(lab, story),
          quick: true,
          patienceMs,
          lookEvery: 12,
          say,
        });
        done();
        walked.push(one);
        console.log(summary(lab.id, one, (performance.now() - began) / 1000));
        if (one.wrong.length > 0) console.log(account(lab.id, seed, one));
      } finally {
        await driver.close();
      }
    }
  } finally {
    done();
    await browser.close();
  }
  console.log(
    [
      `${countOf(walked, ({ steps }) => steps.length)} actions`,
      `${countOf(walked, ({ runs }) => runs)} runs`,
      `${countOf(walked, ({ judged }) => judged)} questions judged`,
    ].join(', '),
  );
  return walked.some(({ wrong }) => wrong.length > 0) ? 1 : 0;
}

const countOf = (all: readonly Walk[], of: (one: Walk) => number) =>
  all.reduce((sum, one) => sum + of(one), 0);

const summary = (lab: string, { steps, runs, runMs, judged, asking }: Walk, seconds: number) =>
  `${lab}: ${steps.length} actions, ${runs} runs, ${judged} of ${asking} questions judged, ` +
  `${Math.round(seconds)} s, ${Math.round(runMs / 1000)} s of them runs`;

/** The steps that led to what is wrong, to be played by hand or again by the command. */
export const account = (lab: string, seed: number, { steps, wrong }: Walk) =>
  [
    ...steps.map((step, i) => `${String(i + 1).padStart(4)}. ${step}`),
    ...wrong.map((one) => `Wrong: ${one}`),
    `Again: npm run walk -- --lab ${lab} --seed ${seed}`,
  ].join('\n');

/**
 * How many runs a walk may make to their end before its questions are answered, within three
 * minutes on an idle machine: the last ones come on top, one for each set of settings that is asked
 * about, and some of them (a curve, defences) take twice as long as the lab says.
 */
export function runsWithin(lab: Lab, story: Story): number {
  const parts = askingParts(story).map(({ part }) => part);
  const distinct = parts.filter(
    (part, i) =>
      parts.findIndex(
        (other) =>
          differences(lab, askedSettings(lab, part), askedSettings(lab, other)).length === 0,
      ) === i,
  ).length;
  const last = 2 * lab.expectedSeconds * distinct;
  return Math.min(5, Math.max(1, Math.floor((60 - last) / (1.5 * lab.expectedSeconds))));
}

/** Makes the results anew that `npm test` walks with, and prints which files. */
export async function keepResults({
  root,
  lab: only,
  say,
}: Pick<WalkCommand, 'root' | 'lab' | 'say'>): Promise<number> {
  for (const lab of labs) {
    if (only !== null && lab.id !== only) continue;
    say(`Running the lab ${lab.id}`);
    console.log(await keepResultsOf(root, lab));
  }
  return 0;
}
