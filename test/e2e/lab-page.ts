import { backendNames } from '../../renderer/model/runs/backend-names.ts';
import { expect, type App } from './fixtures.ts';
import { patience } from './patience.ts';
import { tabTo } from './keyboard.ts';

/** The parts of a lab's screen, on its own or beside a slide. */
export const bar = (app: App) => app.page.getByRole('region', { name: 'Run', exact: true });
export const figure = (app: App) => app.page.getByRole('region', { name: 'Figure' });
export const story = (app: App) => app.page.getByRole('region', { name: 'Story' });

/** Waits until the run on screen is in this state. A default run may take ten seconds on an idle machine; tests allow far more. */
export const state = (app: App, name: string) =>
  expect(bar(app)).toHaveAttribute('data-state', name, { timeout: patience });

/**
 * Where the labs compute: on the native library, or where that can't be had on the backend that
 * `npm test` has named for its hosts.
 */
export const backend = (process.env['LECTERN_BACKEND'] ||
  'tensorflow') as keyof typeof backendNames;

/** Waits until the lab can run, on the backend that it should run on. */
export async function ready(app: App): Promise<void> {
  await expect(bar(app).getByText(backendNames[backend])).toBeVisible({ timeout: patience });
  await expect(bar(app).getByRole('button', { name: /^Run/ })).toBeEnabled({ timeout: patience });
}

/** Starts a run by key, as a person would who waits for the button to be there. */
export async function startRun(app: App): Promise<void> {
  await ready(app);
  await app.page.keyboard.press('r');
  await state(app, 'running');
}

/** Which run the bar speaks of; null before the first. */
const numberIn = async (app: App) =>
  /run (\d+)/.exec((await bar(app).textContent()) ?? '')?.[1] ?? null;

/**
 * Runs to the end by key and returns how long that took, in milliseconds. A short run may be over
 * before anybody sees it run: what tells is its number.
 */
export async function run(app: App): Promise<number> {
  await ready(app);
  const before = await numberIn(app);
  const started = Date.now();
  await app.page.keyboard.press('r');
  await expect
    .poll(
      async () => {
        // The number first: the state that is read after it is that run's own, not that of the run before.
        const isNew = (await numberIn(app)) !== before;
        const now = await bar(app).getAttribute('data-state');
        const says = `${now}: ${await bar(app).textContent()}`;
        // No use in waiting on: the reason is what the test should end with.
        if (isNew && (now === 'failed' || now === 'stopped')) throw new Error(says);
        return isNew && now === 'finished' ? 'finished' : `run ${before} before, now ${says}`;
      },
      { timeout: patience, intervals: [100] },
    )
    .toBe('finished');
  return Date.now() - started;
}

/** Gives the prediction that the story asks for, by keyboard: a text, or the first choice where it is null. Enter locks it then. */
export async function predict(app: App, said: string | null): Promise<void> {
  if (said === null) {
    await tabTo(app.page, story(app).getByRole('radio').first());
    await app.page.keyboard.press('Space');
    await tabTo(app.page, app.page.getByRole('button', { name: 'Lock it' }));
  } else {
    await tabTo(app.page, story(app).getByRole('textbox'));
    await app.page.keyboard.press('Control+a');
    await app.page.keyboard.type(said);
  }
}

/** The run cards of a lab, whole, oldest first. */
export async function cardsOf<Card>(app: App, lab: string): Promise<Card[]> {
  const list = await app.ask<{ id: string; number: number }[]>('run.list', { lab });
  const oldestFirst = list.sort((a, b) => a.number - b.number);
  return Promise.all(oldestFirst.map(({ id }) => app.ask<Card>('run.get', { run: id })));
}
