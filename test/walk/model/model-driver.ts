import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeCatalog } from '../../../main/compute/make-catalog.ts';
import { emptyAnnotations } from '../../../main/contract/annotation.ts';
import { emptyLabProgress, type LabProgress } from '../../../main/contract/learner.ts';
import type { RunCard } from '../../../main/contract/run.ts';
import { openWindow } from '../../../main/services/fixtures/trial-host.ts';
import { createHost } from '../../../main/services/host.ts';
import {
  asks,
  isOfQuestion,
  presetParameters,
} from '../../../renderer/model/lab/question-settings.ts';
import { overridesOf } from '../../../renderer/model/lab/resolve-place.ts';
import { answerCheck, untried } from '../../../renderer/model/prediction/judge.ts';
import { isOpen, withholdsFigure } from '../../../renderer/model/prediction/open-questions.ts';
import {
  predictionForRun,
  predictStepOf,
  runsOf,
} from '../../../renderer/model/runs/choose-run.ts';
import type { Action } from '../actions.ts';
import type { Walked } from '../checks.ts';
import type { Driver, Shown } from '../driver.ts';
import { askedSettings, askingParts, differences } from '../own-rules.ts';
import { KeptCompute, type KeptOutcome } from './kept-compute.ts';
import { ModelWindow } from './model-window.ts';
import { shownIn } from './places.ts';
import { productRules, type Rules } from './rules.ts';

/** A walk without a screen: the real host with a data folder of its own, the model's functions, and real results that were kept. */
export async function modelDriver(
  walked: Walked,
  outcomes: readonly KeptOutcome[],
  rules: Rules = productRules,
): Promise<Driver> {
  const { lab } = walked;
  const folder = await mkdtemp(join(tmpdir(), 'lectern-walk-'));
  const asked = askingParts(walked.story).map(({ part }) => askedSettings(lab, part));
  const compute = new KeptCompute(outcomes, (parameters) =>
    asked.some((settings) => differences(lab, settings, parameters).length === 0),
  );
  const host = await createHost({
    root: process.cwd(),
    kind: 'web',
    version: '0.0.0',
    catalog: makeCatalog([lab]),
    folder,
    spawnCompute: compute.spawn,
  });
  const { call, info, run: ran } = openWindow(host);
  await info(({ compute: { state } }) => state === 'ready');
  const window = new ModelWindow(walked, rules, {
    get: () => call('stage.get', {}),
    set: (change) => call('stage.set', change),
  });
  const progressNow = async (): Promise<LabProgress> =>
    (await call('learner.get', {})).labs[lab.id] ?? emptyLabProgress;
  // A card never changes.
  const read = new Map<string, RunCard>();
  const cardsNow = async (): Promise<RunCard[]> => {
    const list = await call('run.list', { lab: lab.id });
    for (const { id } of list) if (!read.has(id)) read.set(id, await call('run.get', { run: id }));
    return list.map(({ id }) => read.get(id)!);
  };
  // It changes only with these.
  let seen: { what: string; shown: Shown[] } = { what: '', shown: [] };
  const newestFirst = (cards: readonly RunCard[]) =>
    runsOf(Object.fromEntries(cards.map((card) => [card.id, { ...card, phase: null }])), lab.id);

  const start = async () => {
    const { at } = window;
    const { parameters } = at;
    const changed = Object.keys(overridesOf(presetParameters(lab, at.preset), parameters)).length;
    const { id } = await call('run.start', {
      lab: lab.id,
      parameters,
      seed: at.seed,
      preset: changed > 0 ? null : at.preset,
      prediction: isOfQuestion(lab, at.part, parameters)
        ? predictionForRun(predictStepOf(at.part), await progressNow())
        : null,
      measuredFrom: null,
    });
    await ran(id, ({ status }) => status === 'running');
    while (compute.running === 0) await new Promise((resolve) => setImmediate(resolve));
    return id;
  };
  const answer = async (said: number | string) => {
    const { at } = window;
    const { step, part } = at;
    if (step.kind !== 'check') throw new Error('no check is on screen');
    const [progress, cards] = [await progressNow(), await cardsNow()];
    const runs = newestFirst(cards);
    const known = { runs, annotations: emptyAnnotations.runs };
    const hidden = withholdsFigure({ lab, part }, progress, known);
    const speaks = asks(step) ? rules.answers(lab, part, runs) : (runs[0] ?? null);
    const result = !hidden && speaks?.complete ? speaks.result : null;
    const before = progress.checks[step.id] ?? untried;
    const state = answerCheck(step, before, said, result);
    if (state && state !== before)
      await call('learner.change', { lab: lab.id, kind: 'check', step: step.id, state });
  };
  const act = async (action: Action) => {
    const step = predictStepOf(window.at.part)?.id ?? '';
    switch (action.kind) {
      case 'run': {
        const id = await start();
        compute.finish();
        await ran(id, ({ status }) => status === 'finished');
        return;
      }
      case 'break-off': {
        const id = await start();
        await call('run.stop', { run: id });
        return;
      }
      case 'lock':
        await call('learner.change', { lab: lab.id, kind: 'predict', step, value: action.value });
        return;
      case 'withdraw':
        await call('learner.change', { lab: lab.id, kind: 'withdraw-prediction', step });
        return;
      case 'check':
        return answer(action.answer);
      default:
        await window.act(action);
    }
  };

  return {
    act,
    async screen() {
      const { step, part, parameters } = window.at;
      const known = { runs: newestFirst(await cardsNow()), annotations: emptyAnnotations.runs };
      const open = isOpen({ lab, part }, await progressNow(), known);
      const { shown, more } = rules.controls(lab, part.controls, parameters, open ? part.id : null);
      return {
        step: step.id,
        settings: Object.fromEntries(
          [...shown, ...more].map(({ name }) => [name, parameters[name]!]),
        ),
      };
    },
    async shown() {
      const [progress, cards] = [await progressNow(), await cardsNow()];
      const what = JSON.stringify([progress.predictions, cards.length]);
      if (what !== seen.what) seen = { what, shown: await shownIn(walked, rules, progress, cards) };
      return seen.shown;
    },
    kept: async () => ({
      progress: await progressNow(),
      cards: await cardsNow(),
      copies: window.copies,
    }),
    faults: () => [],
    async close() {
      await host.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
