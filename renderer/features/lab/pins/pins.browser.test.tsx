import { afterEach, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react/pure';
import { madeRun, memoryHost } from '../../../../test/components/memory-host.tsx';
import { TrialLab } from '../../../../test/components/trial-lab.tsx';
import { Pins, PinsDrawer } from './pins.tsx';

/** So many pinned runs, each with a wait of its own, whose results may be seen unless `hidden`. */
async function open(count: number, { hidden = false, drawer = false } = {}) {
  const runs = Array.from({ length: count }, (_, at) =>
    madeRun({
      number: at + 1,
      pinned: true,
      parameters: { wait: at + 1 },
      result: { late: at + 1 },
    }),
  );
  const host = memoryHost({
    runs: Object.fromEntries(runs.map((run) => [run.id, run])),
    shared: hidden ? {} : { 'lab/skipped': ['trial/count'] },
  });
  await render(
    <TrialLab host={host} step="run">
      {(lab) => (drawer ? <PinsDrawer lab={lab} /> : <Pins lab={lab} />)}
    </TrialLab>,
  );
  return host;
}

const pin = (number: number) =>
  page.getByRole('button', { name: new RegExp(`^Wait ${number} ms`) });
const unpin = (number: number) => page.getByRole('button', { name: `Unpin run ${number}` });

afterEach(() => page.viewport(1280, 720));

it('a pin has its settings, its number and its key number, the newest first', async () => {
  await open(2);
  const items = page.getByRole('listitem');
  await expect.element(items.nth(0)).toHaveTextContent(/Wait 2 ms.*2.*late, share.*2 %/);
  await expect.element(items.nth(1)).toHaveTextContent(/Wait 1 ms.*1.*late, share.*1 %/);
});

it('a press takes its line off the chart and draws it again, by key too', async () => {
  await open(2);
  await expect.element(pin(1)).toHaveAttribute('aria-pressed', 'true');
  await pin(1).click();
  await expect.element(pin(1)).toHaveAttribute('aria-pressed', 'false');
  await expect.element(pin(2)).toHaveAttribute('aria-pressed', 'true');
  await userEvent.keyboard(' ');
  await expect.element(pin(1)).toHaveAttribute('aria-pressed', 'true');
});

it('of five the oldest is not drawn; asked for, it takes the place of the oldest that is', async () => {
  await open(5);
  await expect
    .element(page.getByText('The chart takes 4 at once; a click exchanges them.'))
    .toBeVisible();
  await expect.element(pin(1)).toHaveAttribute('aria-pressed', 'false');
  await pin(1).click();
  await expect.element(pin(1)).toHaveAttribute('aria-pressed', 'true');
  await expect.element(pin(2)).toHaveAttribute('aria-pressed', 'false');
  await expect.element(pin(5)).toHaveAttribute('aria-pressed', 'true');
});

it('is unpinned, and the run stays', async () => {
  const host = await open(2);
  await unpin(1).click();
  await expect.element(pin(1)).not.toBeInTheDocument();
  await expect.element(pin(2)).toBeVisible();
  expect(Object.keys(host.store.getState().runs)).toHaveLength(2);
});

it('shows no result while the part’s question is open', async () => {
  await open(1, { hidden: true });
  await expect.element(pin(1)).toHaveTextContent('seed 1');
  await expect.element(pin(1)).not.toHaveTextContent('late, share');
  await expect.element(page.getByRole('button', { name: 'Compare' })).not.toBeInTheDocument();
});

it('are compared in a dialog that Escape closes, and the focus goes back', async () => {
  await open(2);
  const compare = page.getByRole('button', { name: 'Compare' });
  await compare.click();
  await expect.element(page.getByRole('dialog')).toBeVisible();
  await expect.element(page.getByRole('dialog').getByRole('table').first()).toBeVisible();
  await userEvent.keyboard('{Escape}');
  await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
  await expect.element(compare).toHaveFocus();
});

it('stand behind a button that counts them where the window is narrow', async () => {
  await page.viewport(700, 720);
  await open(2, { drawer: true });
  await page.getByRole('button', { name: 'Pins (2)' }).click();
  await expect.element(page.getByRole('dialog', { name: 'Pinned runs' })).toBeVisible();
  await unpin(2).click();
  await expect.element(unpin(2)).not.toBeInTheDocument();
  await userEvent.keyboard('{Escape}');
  await expect.element(page.getByRole('button', { name: 'Pins (1)' })).toHaveFocus();
});
