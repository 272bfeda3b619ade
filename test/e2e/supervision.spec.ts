import { expect, test, type App } from './fixtures.ts';
import { bar, startRun } from './lab-page.ts';

test.skip(({ hostKind }) => hostKind === 'electron', 'Ends a process by the id that the web host tells.');

interface Info {
  compute: { state: string; pid?: number };
}
interface Listed {
  id: string;
  number: number;
  status: string;
  complete: boolean;
}

const listed = (app: App) => app.ask<Listed[]>('run.list', { lab: 'latency' });

/** Opens the lab with a long run under way, its first numbers drawn. */
async function startLongRun(app: App) {
  await app.goto('labs/latency/measure-run?preset=thorough');
  await startRun(app);
}

test('compute killed in a run: the screen says what happened, nothing is lost, the next run works', async ({ app }) => {
  await startLongRun(app);
  const info = await app.ask<Info>('app.info');
  process.kill(info.compute.pid!, 'SIGKILL');
  await expect(bar(app)).toHaveAttribute('data-state', 'failed');
  const figure = app.page.getByRole('region', { name: 'Figure' });
  await expect(figure).toContainText(/Safe/);
  await expect(figure).toContainText(/Try/);
  await expect(figure).not.toContainText(/\bat .*:\d+:\d+/);
  expect(await listed(app)).toMatchObject([{ number: 1, status: 'failed', complete: false }]);

  await app.goto('labs/latency/measure-run?preset=default');
  await app.page.keyboard.press('r');
  await expect(bar(app)).toHaveAttribute('data-state', 'finished', { timeout: 60_000 });
  const after = await app.ask<Info>('app.info');
  expect(after.compute.state).toBe('ready');
  expect(after.compute.pid).not.toBe(info.compute.pid);
  expect((await listed(app)).map((run) => run.status).sort()).toEqual(['failed', 'finished']);
});

test('a stopped run answers at once and keeps what was measured', async ({ app }) => {
  test.setTimeout(150_000);
  await startLongRun(app);
  await expect(bar(app)).toContainText(/the medium model/i, { timeout: 80_000 });
  const pressed = Date.now();
  await app.page.keyboard.press('x');
  await expect(bar(app)).toHaveAttribute('data-state', 'stopped');
  console.log(`stopped on screen after ${Date.now() - pressed} ms`);
  await expect(bar(app)).toContainText(/kept as run 1/);
  const [run] = await listed(app);
  expect(run).toMatchObject({ status: 'stopped', complete: false });
  const card = await app.ask<{ result: { models: unknown[] }; hash: string }>('run.get', { run: run!.id });
  expect(card.result.models.length).toBeGreaterThan(0);
  expect(card.hash).toMatch(/^[0-9a-f]{64}$/);
});

test('a run goes on when its slide is left, and a second window sees it', async ({ app }) => {
  await startLongRun(app);
  await app.goto('slides/agenda');
  const second = await app.page.context().newPage();
  await second.goto(`${app.host!.origin}/#/labs/latency/measure-run`);
  await expect(second.getByRole('region', { name: 'Run' })).toHaveAttribute('data-state', 'running');
  await second.keyboard.press('x');
  await expect(second.getByRole('region', { name: 'Run' })).toHaveAttribute('data-state', 'stopped');
  await app.goto('labs/latency/measure-run');
  await expect(bar(app)).toHaveAttribute('data-state', 'stopped');
});
