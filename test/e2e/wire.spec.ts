import { slidesOf } from '../../renderer/model/lecture/lecture.ts';
import { lecture } from '../../slides/lecture-1/deck.ts';
import { expect, test } from './fixtures.ts';
import { reload } from './reload.ts';

test('every slide and every room asks its own origin only, within the policy @full', async ({
  app,
}) => {
  const origins = new Set<string>();
  app.page.on('request', (request) =>
    origins.add(new URL(request.url().replace(/^blob:/, '')).origin),
  );
  await reload(app.page);
  const slides = slidesOf(lecture);
  for (const { id, steps } of slides) {
    await app.goto(`slides/${id}?step=${steps}`);
    await expect(app.page.locator(`section.present[data-slide="${id}"] h1`)).toBeVisible();
  }
  for (const room of [
    'read',
    'notebook',
    'present',
    'labs/latency',
    'slides/latency-matters?step=3&lab=latency',
  ]) {
    await app.goto(room);
    await expect(app.page.getByRole('heading').first()).toBeAttached();
  }
  expect([...origins]).toEqual([new URL(app.page.url()).origin]);
});

test('the listeners hear: a request elsewhere and an inline style are both noticed', async ({
  app,
}) => {
  await app.page.evaluate(async () => {
    await fetch('http://127.0.0.1:9/').catch(() => undefined);
    document.head.append(
      Object.assign(document.createElement('style'), { textContent: 'body { color: red }' }),
    );
  });
  await expect.poll(() => app.wire.violations.length).toBeGreaterThanOrEqual(2);
  app.wire.violations.length = 0;
});
