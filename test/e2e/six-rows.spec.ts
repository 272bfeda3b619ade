import { expect, test } from './fixtures.ts';

test('the six rows are ticked by keyboard and by mouse, explained, kept, shared with another window, and taken back', async ({
  app,
}) => {
  await app.goto('slides/test-data-time');
  const slide = app.page.locator('section.present');
  const row = (time: string) => slide.getByRole('checkbox', { name: `Use the row of ${time}` });
  await row('2:00').focus();
  await app.page.keyboard.press('Space');
  await expect(row('2:00')).toBeChecked();
  await expect(app.page).toHaveURL(/test-data-time$/);
  await slide.getByRole('row', { name: /6:00/ }).click();
  await expect(row('6:00')).toBeChecked();
  await expect(slide.getByText('A leak')).toHaveCount(0);

  await slide.getByRole('button', { name: 'Check' }).click();
  await expect(slide.getByRole('row', { name: /6:00/ })).toContainText(
    'A leak: not written until 6:10',
  );
  await expect(slide.getByRole('row', { name: /3:00/ })).toContainText(
    'Left out, but there at 3:10',
  );
  await expect(slide.getByRole('row', { name: /5:00/ })).toContainText(
    'Right: not written until 5:10',
  );
  await expect(slide.getByRole('status')).toContainText('3 of 6 right');

  const other = await app.page.context().newPage();
  await other.goto(app.page.url());
  const there = other
    .locator('section.present')
    .getByRole('checkbox', { name: 'Use the row of 6:00' });
  await expect(there).toBeChecked();
  await slide.getByRole('button', { name: 'Reset' }).click();
  await expect(there).not.toBeChecked();
  await other.close();

  await expect(row('2:00')).not.toBeChecked();
  await app.page.keyboard.press('ArrowRight');
  await expect(app.page).toHaveURL(/test-data-time\?step=2/);
  await expect(slide.getByRole('row', { name: /3:30/ })).toContainText('May be used');
});

test('the recap says where there is no number yet and leads to the slide that makes one @full', async ({
  app,
}) => {
  await app.goto('slides/recap');
  const slide = app.page.locator('section.present');
  await expect(slide.getByRole('row', { name: /Research vs production/ })).toContainText(
    'no run yet: press L on slide',
  );
  await slide
    .getByRole('row', { name: /Research vs production/ })
    .getByRole('link', { name: /^slide/ })
    .first()
    .click();
  await expect(app.page).toHaveURL(/#\/slides\/stakeholders/);
});
