import { pressRun } from '../torture/parts/screen.ts';
import { expect, test, type App } from './fixtures.ts';
import { patience } from './patience.ts';
import { bar, startRun } from './lab-page.ts';

test.skip(
  ({ hostKind }) => hostKind === 'electron',
  'Ends a process by the id that the web host tells.',
);

interface Info {
  compute: { state: string; pid?: number };
}
interface Listed {
  id: string;
  number: number;
  status: string;
  complete: boolean;
}

const listed = (app: App, lab = 'latency') => app.ask<Listed[]>('run.list', { lab });
/** A run that is soon over. */
const soon = { steps: 200, seeds: 1, resamples: 100 };

/** Opens the lab with a long run under way, its first numbers drawn. */
async function startLongRun(app: App) {
  await app.goto('labs/latency/measure-run?preset=thorough');
  await startRun(app);
}

test('compute killed in a run: the screen says what happened, nothing is lost, the next run works', async ({
  app,
}) => {
  await startLongRun(app);
  const info = await app.ask<Info>('app.info');
  process.kill(info.compute.pid!, 'SIGKILL');
  await expect(bar(app)).toHaveAttribute('data-state', 'failed');
  const figure = app.page.getByRole('region', { name: 'Figure' });
  await expect(figure).toContainText(/Safe/);
  await expect(figure).toContainText(/Try/);
  await expect(figure).not.toContainText(/\bat .*:\d+:\d+/);
  expect(await listed(app)).toMatchObject([{ number: 1, status: 'failed', complete: false }]);

  await pressRun(app.page, 'fairness', 5, soon);
  await expect(bar(app)).toHaveAttribute('data-state', 'finished', { timeout: patience });
  const after = await app.ask<Info>('app.info');
  expect(after.compute.state).toBe('ready');
  expect(after.compute.pid).not.toBe(info.compute.pid);
  expect(await listed(app, 'fairness')).toMatchObject([{ number: 2, status: 'finished' }]);
});

test('a stopped run answers at once and keeps what was measured @full', async ({ app }) => {
  await startLongRun(app);
  await expect(bar(app)).toContainText(/the medium model/i, { timeout: patience });
  const pressed = Date.now();
  await app.page.keyboard.press('x');
  await expect(bar(app)).toHaveAttribute('data-state', 'stopped');
  console.log(`stopped on screen after ${Date.now() - pressed} ms`);
  await expect(bar(app)).toContainText(/kept as run 1/);
  const [run] = await listed(app);
  expect(run).toMatchObject({ status: 'stopped', complete: false });
  const card = await app.ask<{ result: { models: unknown[] }; hash: string }>('run.get', {
    run: run!.id,
  });
  expect(card.result.models.length).toBeGreaterThan(0);
  expect(card.hash).toMatch(/^[0-9a-f]{64}$/);
});

test('a run goes on when its slide is left and when every window is closed, and another window sees it @full', async ({
  app,
}) => {
  await startLongRun(app);
  await app.goto('slides/agenda');
  const second = await app.page.context().newPage();
  await second.goto(`${app.host!.origin}/#/labs/latency/measure-run`);
  await expect(second.getByRole('region', { name: 'Run' })).toHaveAttribute(
    'data-state',
    'running',
  );
  await second.keyboard.press('x');
  await expect(second.getByRole('region', { name: 'Run' })).toHaveAttribute(
    'data-state',
    'stopped',
  );
  await app.goto('labs/latency/measure-run');
  await expect(bar(app)).toHaveAttribute('data-state', 'stopped');

  await second.close();
  await pressRun(app.page, 'fairness', 5, soon);
  await expect(bar(app)).toHaveAttribute('data-state', 'running');
  const context = app.page.context();
  await app.page.close();
  const runs = () => listed(app, 'fairness');
  expect(await runs()).toMatchObject([{ status: 'running' }]);
  await expect.poll(runs).toMatchObject([{ status: 'finished', complete: true }]);
  const third = await context.newPage();
  await third.goto(`${app.host!.origin}/#/labs/fairness`);
  await expect(third.getByRole('region', { name: 'Run' })).toHaveAttribute(
    'data-state',
    'finished',
  );
});
