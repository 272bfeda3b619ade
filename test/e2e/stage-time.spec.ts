import AxeBuilder from '@axe-core/playwright';
import { expect, test } from './fixtures.ts';
import { reload } from './reload.ts';
import { resize } from './resize.ts';

const minute = 60_000;

test('Time: minutes per slide are the presenter’s own, rehearsed times stand beside them, and the pace follows @full', async ({
  app,
}) => {
  test.skip(!app.host, 'Two pages of one browser.');
  // A rehearsal that stands at its second slide after twelve minutes.
  const clock = {
    startedAt: null,
    spentMs: 12 * minute,
    arrived: { slide: 'agenda', atMs: 10 * minute },
    slides: { title: 10 * minute },
    passages: [],
    before: null,
  };
  const change = { key: 'lecture/clock', value: clock, keep: true, by: 'rehearsal' };
  await app.ask('stage.set', change);
  await app.ask('class.begin');
  await app.goto('slides/agenda');
  const opened = app.page.waitForEvent('popup');
  await app.page.keyboard.press('s');
  const presenter = await opened;
  await resize(presenter, { width: 960, height: 600 });

  const slide = presenter.getByRole('region', { name: 'Time of this slide' });
  const time = presenter.getByRole('region', { name: 'Time', exact: true });
  await expect(slide).toContainText('Rehearsed: 02:00');
  await app.ask('stage.set', { ...change, value: { ...clock, spentMs: 5 * minute } });
  await expect(time).toContainText('paused');
  await time.getByRole('button', { name: 'Go on' }).click();
  await expect(time).toContainText(/\d min( \d+ s)? behind/);
  await slide.getByRole('button', { name: /planned for this slide/ }).click();
  await presenter.keyboard.type('9');
  await presenter.keyboard.press('Enter');
  await expect(time).toContainText('on time');
  await slide.getByRole('button', { name: 'Undo' }).click();
  await expect(time).toContainText('behind');

  await slide.getByRole('button', { name: 'Minutes …' }).click();
  const dialog = presenter.getByRole('dialog', { name: 'Minutes for each slide' });
  const of = (number: number) =>
    dialog.getByRole('textbox', { name: `Minutes for slide ${number}, 0 to 120` });
  await dialog.getByRole('button', { name: 'Take the rehearsed times' }).click();
  await expect(of(1)).toHaveValue('10:00');
  await expect(of(2)).toHaveValue('02:00');
  await of(3).fill('4:30');
  await of(3).press('Enter');
  await expect(dialog.getByRole('status')).toContainText('3 slides have a time of your own.');
  const whole = await dialog.evaluate((box) => {
    const { top, left, bottom, right } = box.getBoundingClientRect();
    return top >= 0 && left >= 0 && bottom <= innerHeight && right <= innerWidth;
  });
  expect(whole).toBe(true);
  const { violations } = await new AxeBuilder({ page: presenter })
    .include('[role="dialog"]')
    .analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
  await presenter.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);

  // They are of the presenter, not of the class.
  await app.ask('class.begin');
  await reload(presenter);
  await slide.getByRole('button', { name: 'Minutes …' }).click();
  await expect(of(3)).toHaveValue('04:30');
  await dialog.getByRole('button', { name: 'Reset all' }).click();
  await expect(of(3)).not.toHaveValue('04:30');
});
