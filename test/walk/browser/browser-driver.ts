import type { Browser, Page } from '@playwright/test';
import { emptyLabProgress, type Learner } from '../../../main/contract/learner.ts';
import type { RunCard, RunSummary } from '../../../main/contract/run.ts';
import { askOnce, cookieOf } from '../../e2e/ask-once.ts';
import { forget, startHost } from '../../e2e/host-process.ts';
import { addressOf, type Action } from '../actions.ts';
import type { Walked } from '../checks.ts';
import type { Driver, Shown } from '../driver.ts';
import { askingParts } from '../own-rules.ts';
import { escape, Hands } from './hands.ts';
import { readExercises, readReport, type Row } from './read-page.ts';

/** A press that a busy machine has not answered by then never will be. */
const patienceMs = 60_000;
/** A run of a very busy machine: the backdoor lab's thorough one, a minute alone, took more than ten beside much other work. */
const runMs = 1_800_000;

/** The whole app in a browser, with the real compute: what a person would press and read. A second window looks at the other rooms. */
export async function browserDriver(
  walked: Walked,
  browser: Browser,
  root: string,
): Promise<Driver> {
  const { lab, story } = walked;
  const host = await startHost({ root });
  const context = await browser.newContext({
    viewport: { width: 1280, height: 720 },
    reducedMotion: 'reduce',
  });
  context.setDefaultTimeout(patienceMs);
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('pageerror', ({ message }) => faults.push(`The page broke: ${message}`));
  page.on('console', (said) => {
    // What React catches, it says there; the rest of the page goes away.
    if (said.type() === 'error') faults.push(`The page broke: ${said.text().split('\n')[0]}`);
  });
  await page.goto(host.url);
  await page.locator('.reveal.ready section.present h1').waitFor();
  const ask = async <T>(method: string, params: object = {}) =>
    (await askOnce(host, await cookieOf(page), method, params)) as T;
  const rooms = await context.newPage();
  await rooms.goto(`${host.origin}/#/exercises`);
  const goto = (where: Page, place: string) =>
    where.evaluate((hash) => void (location.hash = hash), `#/${place}`);
  const hands = new Hands(page, walked);
  await goto(page, `labs/${lab.id}/${story.parts[0]!.steps[0]!.id}`);
  await hands.ready();

  const list = () => ask<RunSummary[]>('run.list', { lab: lab.id });
  const run = async (until: (run: RunSummary) => boolean, meanwhile = async () => {}) => {
    const before = (await list()).length;
    await hands.ready();
    await hands.key('r');
    await waitFor(async () => (await list()).length > before, patienceMs);
    await meanwhile();
    await waitFor(async () => until((await list()).at(-1)!), runMs);
  };
  const act = async (action: Action): Promise<void> => {
    switch (action.kind) {
      case 'run':
        return run(({ status }) => status !== 'running' && status !== 'queued');
      case 'break-off':
        return run(
          ({ status }) => status !== 'running' && status !== 'queued',
          async () => {
            await waitFor(async () => (await list()).at(-1)!.status !== 'queued', patienceMs);
            await page
              .getByRole('button', { name: /^(Stop|Run)/ })
              .first()
              .waitFor();
            await hands.key('x');
          },
        );
      case 'link':
        await goto(page, addressOf(lab.id, action));
        return hands.isAt(action.step);
      case 'slide': {
        const from = page.url();
        await goto(page, 'slides/title');
        await page.locator('.reveal.ready section.present h1').waitFor();
        await page.goBack();
        await page.waitForURL(from);
        return hands.ready();
      }
      default:
        return hands.act(action);
    }
  };
  // A card never changes once its run has ended.
  const read = new Map<string, RunCard>();
  const cardsNow = async (): Promise<RunCard[]> => {
    const all = await list();
    for (const { id } of all)
      if (!read.has(id)) read.set(id, await ask<RunCard>('run.get', { run: id }));
    return all.map(({ id }) => read.get(id)!);
  };

  return {
    act,
    screen: async () => ({ step: await hands.step(), settings: await hands.settings() }),
    async shown(everywhere) {
      const shown = await hands.shown();
      if (!everywhere) return shown;
      await goto(rooms, 'exercises');
      await rooms.locator(`section[aria-labelledby="progress-${lab.id}"]`).waitFor();
      const exercises = await readExercises(rooms, lab.id);
      shown.push(...inRoom(walked, 'exercises', (asked) => exercises[asked.part.title]));
      const { labs } = await ask<Learner>('learner.get');
      // A report of nothing has no table.
      if (Object.keys(labs[lab.id]?.predictions ?? {}).length === 0) return shown;
      await goto(rooms, `report?labs=${lab.id}`);
      await rooms
        .locator('caption', { hasText: /^Predictions$/ })
        .first()
        .waitFor();
      const report = await readReport(rooms);
      const locked = labs[lab.id]!.predictions;
      shown.push(
        ...inRoom(walked, 'report', ({ step }) =>
          locked[step.id] ? report[step.question] : undefined,
        ),
      );
      return shown;
    },
    async kept() {
      const [learner, stage, cards] = await Promise.all([
        ask<Learner>('learner.get'),
        ask<Record<string, object>>('stage.get'),
        cardsNow(),
      ]);
      return {
        progress: learner.labs[lab.id] ?? emptyLabProgress,
        cards,
        copies: Object.keys(stage[`explored/${lab.id}`] ?? {}),
      };
    },
    faults: () => faults.splice(0),
    async close() {
      await context.close();
      await host.stop();
      await forget(host.home);
    },
  };
}

/** What another room shows of each question, without units. A run is known only where there is an outcome. */
function inRoom(
  { story }: Walked,
  where: string,
  rowOf: (asked: ReturnType<typeof askingParts>[number]) => Row | undefined,
): Shown[] {
  return askingParts(story).flatMap((asked) => {
    const row = rowOf(asked);
    if (!row) return [];
    const { unit, id } = asked.step;
    const was =
      row.was !== null && unit ? row.was.replace(new RegExp(`\\s*${escape(unit)}$`), '') : row.was;
    const shown: Shown = { where, step: id, ...row, was };
    if (was === null) delete shown.run;
    return [shown];
  });
}

async function waitFor(holds: () => Promise<boolean>, withinMs: number): Promise<void> {
  const end = performance.now() + withinMs;
  while (!(await holds())) {
    if (performance.now() > end) throw new Error('what was waited for did not come');
    await new Promise((resolve) => setTimeout(resolve, 150));
  }
}
