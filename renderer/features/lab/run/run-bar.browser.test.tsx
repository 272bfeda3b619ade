import { afterEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react/pure';
import { madeRun, memoryHost } from '../../../../test/components/memory-host.tsx';
import { TrialLab } from '../../../../test/components/trial-lab.tsx';
import type { HostState } from '../../../host/host.ts';
import { RunBar } from './run-bar.tsx';

async function open(begun: Partial<HostState> = {}) {
  const host = memoryHost(begun);
  await render(
    <TrialLab host={host} step="run">
      {(lab) => <RunBar lab={lab} />}
    </TrialLab>,
  );
  return host;
}

afterEach(() => page.viewport(1280, 720));

const button = (name: string | RegExp) => page.getByRole('button', { name });
const told = () => expect.element(page.getByRole('status'));
const phase = { label: 'Counting calls', index: 1, count: 3, fraction: 0.4 };
const press = (keys: string) => userEvent.keyboard(keys);

describe('a run', () => {
  it('is started, stopped and started again from one place', async () => {
    const host = await open();
    await told().toHaveTextContent('about 4 s');
    await button(/^Run/).click();
    expect(host.askedFor('run.start')).toMatchObject([
      { lab: 'trial', parameters: { wait: 20 }, seed: 1, preset: 'usual', measuredFrom: null },
    ]);
    await expect.element(button(/^Cancel/)).toBeVisible();
    await told().toHaveTextContent('Waiting');
    host.tell({ id: 'run-0000-1', status: 'running', phase });
    await told().toHaveTextContent('Running: counting calls, step 2 of 3');
    await expect
      .element(page.getByRole('progressbar', { name: 'Running: counting calls' }))
      .toHaveAttribute('aria-valuenow', '40');
    await button(/^Stop/).click();
    expect(host.askedFor('run.stop')).toEqual([{ run: 'run-0000-1' }]);
    await told().toHaveTextContent('Stopped after 4.0 s, kept as run 1');
    await expect.element(button(/^Run again/)).toBeVisible();
  });

  it('is pinned once it has a result, and unpinned', async () => {
    const host = await open();
    await expect.element(button('Pin')).toBeDisabled();
    host.store.setState({ runs: { 'run-0000-1': madeRun({ number: 1 }) } });
    // The part asks for a prediction first: until it is said or skipped the result stays hidden.
    await expect.element(button('Pin')).toBeDisabled();
    host.share('lab/skipped', ['trial/count'], false);
    await button('Pin').click();
    await expect.element(button('Pin')).toHaveAttribute('aria-pressed', 'true');
    await button('Pin').click();
    await expect.element(button('Pin')).toHaveAttribute('aria-pressed', 'false');
    expect(host.askedFor('run.pin').map(({ pinned }) => pinned)).toEqual([true, false]);
  });

  it('is named once: where a later one was stopped too', async () => {
    const host = await open({ runs: { 'run-0000-1': madeRun({ number: 1 }) } });
    host.share('lab/skipped', ['trial/count'], false);
    const state = page.getByRole('region', { name: 'Run' });
    await expect.element(state).toHaveTextContent('run 1');
    const stopped = madeRun({ number: 2, status: 'stopped', complete: false, result: null });
    host.store.setState({
      runs: { 'run-0000-1': madeRun({ number: 1 }), 'run-0000-2': stopped },
    });
    await told().toHaveTextContent('kept as run 2; on screen is run 1');
    // In the words on screen and in what is announced.
    expect(state.element().textContent.match(/run 1/g)).toHaveLength(2);
  });

  it.each([
    [1280, 720],
    [1024, 768],
    [860, 600],
  ])('is named in a window of %i × %i, as is one whose settings were changed', async (...size) => {
    await page.viewport(...size);
    const run = madeRun({ number: 7 });
    const host = await open({ runs: { [run.id]: run } });
    host.share('lab/skipped', ['trial/count'], false);
    const named = page.getByRole('region', { name: 'Run' }).getByText('run 7', { exact: true });
    await expect.element(named).toBeVisible();
    const changed = madeRun({ number: 7, seed: 5 });
    host.store.setState({ runs: { [run.id]: changed } });
    await expect.element(page.getByText(/^settings changed since/)).toBeInTheDocument();
    await expect.element(named).toBeVisible();
  });

  it('can’t be started while the host is away or TensorFlow is stopped', async () => {
    const host = await open({ connection: 'lost' });
    await expect.element(button(/^Run/)).toBeDisabled();
    await told().toHaveTextContent('Connection lost. Trying again.');
    const { info } = host.store.getState();
    host.store.setState({
      connection: 'open',
      info: { ...info!, compute: { state: 'down', why: 'It ended three times.' } },
    });
    await told().toHaveTextContent('TensorFlow is stopped');
    await expect.element(button(/^Run/)).toBeDisabled();
  });
});

describe('the seed', () => {
  const typed = () => page.getByRole('textbox', { name: 'Seed' });
  const seed = (value: number) => button(`Seed ${value}. Type another`);

  it('is typed, taken by Enter, and goes with the next run', async () => {
    const host = await open();
    await seed(1).click();
    await expect.element(typed()).toHaveFocus();
    await press('42{Enter}');
    await expect.element(seed(42)).toHaveFocus();
    await button(/^Run/).click();
    expect(host.askedFor('run.start')).toMatchObject([{ seed: 42 }]);
  });

  it('is taken when the field is left', async () => {
    await open();
    await seed(1).click();
    await press('7');
    await userEvent.tab();
    await expect.element(seed(7)).toBeVisible();
  });

  it('is left as it was by Escape', async () => {
    await open();
    await seed(1).click();
    await press('42{Escape}');
    await expect.element(seed(1)).toHaveFocus();
  });

  it.each(['-1', '4294967296', '1.5', 'x', ' '])('is not taken as "%s"', async (text) => {
    await open();
    await seed(1).click();
    await userEvent.fill(typed(), text);
    await press('{Enter}');
    await expect.element(typed()).toHaveAttribute('aria-invalid', 'true');
    await expect
      .element(typed())
      .toHaveAttribute('title', 'A whole number from 0 to 4,294,967,295');
    await userEvent.tab();
    await expect.element(seed(1)).toBeVisible();
  });

  it('is drawn anew with the dice', async () => {
    await open();
    await button('Draw a new seed').click();
    await expect.element(button(/^Seed \d+\. Type another$/)).toBeVisible();
    // One of ten thousand draws gives 1 again; three in a row do not.
    await button('Draw a new seed').click();
    await button('Draw a new seed').click();
    await expect.element(button(/^Seed \d{1,4}\. Type another$/)).toBeVisible();
  });
});
