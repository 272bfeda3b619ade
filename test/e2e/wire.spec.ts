import { AxeBuilder } from '@axe-core/playwright';
import { expect, test, type App } from './fixtures.ts';

const slides = ['title', 'agenda', 'table-1', 'stakeholders?step=4', 'table-2', 'latency-matters?step=3', 'latency-throughput?step=4'];
const parts = {
  measure: ['read', 'predict', 'run', 'explore', 'check', 'reflect'],
  queue: ['read', 'predict', 'run', 'explore', 'check', 'reflect'],
  batch: ['predict', 'explore', 'check'],
  convert: ['predict', 'explore', 'check', 'reflect'],
  decide: ['predict', 'explore', 'check', 'reflect'],
};
const steps = Object.entries(parts).flatMap(([part, kinds]) => kinds.map((kind) => `${part}-${kind}`));

/** Listens for policy violations from inside every page, before its first script runs. */
async function listen(app: App) {
  const foreign: string[] = [];
  const ours = new URL(app.page.url()).origin;
  const own = (url: string) => url.startsWith(ours) || url.startsWith(ours.replace('http', 'ws')) || url.startsWith(`blob:${ours}`);
  app.page.on('request', (request) => {
    if (!own(request.url())) foreign.push(request.url());
  });
  app.page.on('websocket', (socket) => {
    if (!own(socket.url())) foreign.push(socket.url());
  });
  const problems: string[] = [];
  app.page.on('pageerror', (error) => problems.push(error.message));
  await app.page.addInitScript(() => {
    const seen: string[] = [];
    Object.assign(window, { violations: seen });
    document.addEventListener('securitypolicyviolation', (event) => seen.push(`${event.violatedDirective} ${event.blockedURI} ${event.sample}`));
  });
  await app.page.reload();
  await app.page.locator('.reveal.ready section.present').waitFor();
  const violations = () => app.page.evaluate(() => (window as unknown as { violations: string[] }).violations);
  return { foreign, problems, violations };
}

async function findsNothing(app: App, where: string) {
  // Colours are judged at rest: a step that is still fading in has none of its own yet.
  await app.page.waitForTimeout(300);
  const { violations } = await new AxeBuilder({ page: app.page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`), where).toEqual([]);
}

for (const scheme of ['light', 'dark'] as const) {
  test(`every slide: one origin, no policy violation, axe finds nothing (${scheme})`, async ({ app }) => {
    await app.page.emulateMedia({ colorScheme: scheme });
    const wire = await listen(app);
    for (const slide of slides) {
      await app.goto(`slides/${slide}`);
      await expect(app.page.locator('section.present h1')).toBeVisible();
      await findsNothing(app, slide);
    }
    expect(wire.foreign).toEqual([]);
    expect(wire.problems).toEqual([]);
    expect(await wire.violations()).toEqual([]);
  });

  test(`every step of the lab with a real run: one origin, no policy violation, axe finds nothing (${scheme})`, async ({ app }) => {
    test.setTimeout(240_000);
    await app.page.emulateMedia({ colorScheme: scheme });
    const wire = await listen(app);
    await app.goto('labs/latency/measure-run');
    await findsNothing(app, 'before a run');
    await app.page.keyboard.press('r');
    await expect(app.page.getByRole('region', { name: 'Run' })).toHaveAttribute('data-state', 'finished', { timeout: 60_000 });
    for (const step of steps) {
      await app.goto(`labs/latency/${step}`);
      const skip = app.page.getByRole('button', { name: 'Show without a prediction' });
      await app.page.waitForTimeout(150);
      if (await skip.isVisible()) {
        await findsNothing(app, `${step}, asked first`);
        await skip.click();
      }
      await findsNothing(app, step);
    }
    await app.goto('slides/latency-matters?step=3&lab=latency/queue-explore');
    await findsNothing(app, 'beside a slide');
    expect(wire.foreign).toEqual([]);
    expect(wire.problems).toEqual([]);
    expect(await wire.violations()).toEqual([]);
  });
}

test('the listeners hear: a request elsewhere and an inline style are both noticed', async ({ app }) => {
  const wire = await listen(app);
  await app.page.evaluate(async () => {
    await fetch('http://127.0.0.1:9/').catch(() => undefined);
    document.head.append(Object.assign(document.createElement('style'), { textContent: 'body { color: red }' }));
  });
  expect((await wire.violations()).length).toBeGreaterThanOrEqual(2);
});
