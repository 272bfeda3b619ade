import { describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { cleanup, render } from 'vitest-browser-react/pure';
import { madeRun, memoryHost, type MemoryHost } from '../../../../test/components/memory-host.tsx';
import { TrialLab } from '../../../../test/components/trial-lab.tsx';
import { emptyLabProgress, emptyLearner } from '../../../../main/contract/learner.ts';
import type { LabState } from './use-lab.ts';
import { Messages } from '../frame/messages.tsx';
import { StoryColumn } from '../story/story.tsx';
import { Controls } from './controls.tsx';
import { QuestionStrip } from './question-strip.tsx';
import { RunBar } from './run-bar.tsx';

const Screen = ({ lab }: { lab: LabState }) => (
  <>
    <output data-testid="address">{JSON.stringify(lab.place)}</output>
    <Messages messages={lab.messages} />
    <StoryColumn lab={lab} />
    <QuestionStrip lab={lab} />
    <Controls lab={lab} mode="full" />
    <RunBar lab={lab} />
  </>
);
type At = Omit<Parameters<typeof TrialLab>[0], 'host' | 'children'>;
async function open(at: At, host: MemoryHost = memoryHost()) {
  await render(
    <TrialLab host={host} {...at}>
      {(lab) => <Screen lab={lab} />}
    </TrialLab>,
  );
  return host;
}

const button = (name: string | RegExp) => page.getByRole('button', { name });
const wait = () => page.getByRole('slider', { name: 'Wait' });
const waitIs = (value: number) =>
  expect.element(wait()).toHaveAttribute('aria-valuenow', String(value));
const strip = () => page.getByRole('group', { name: 'The question’s settings' });
const back = () => button('Back to the question’s settings');
const patient = () => page.getByRole('group', { name: 'Presets of this step' }).getByRole('button');
const step = (name: string) => button(new RegExp(`Step \\d: ${name}`));
const kept = (host: MemoryHost) => host.store.getState().shared['explored/trial'];

describe('settings that are not the question’s', () => {
  it('are said in one line, and one press leads back; undo takes that back', async () => {
    await open({ step: 'explore' });
    await expect.element(strip()).not.toBeInTheDocument();
    await expect.element(button('Reset')).toBeDisabled();
    await patient().click();
    await expect
      .element(strip())
      .toHaveTextContent('The question is about Wait 20 ms. Here: Wait 50 ms.');
    await expect.element(patient()).toHaveAttribute('aria-pressed', 'true');
    await waitIs(50);
    await back().click();
    await waitIs(20);
    await expect.element(strip()).not.toBeInTheDocument();
    await button('Undo').click();
    await waitIs(50);
    await expect.element(strip()).toBeVisible();
  });

  it('Reset leads back from a preset too', async () => {
    const host = await open({ step: 'explore' });
    await patient().click();
    await button('Reset').click();
    await waitIs(20);
    await expect.element(page.getByTestId('address')).toHaveTextContent('"preset":null');
    expect(kept(host)).toBeUndefined();
  });

  it('wait where a step asks, come back to explore, and end with the part', async () => {
    const host = await open({ step: 'explore' });
    await patient().click();
    expect(kept(host)).toEqual({ count: { preset: 'patient', parameters: {} } });
    await step('Check').click();
    await waitIs(20);
    await step('Explore').click();
    await waitIs(50);
    await button(/^2\s*Again/).click();
    await waitIs(20);
    expect(kept(host)).toBeUndefined();
    await button(/^1\s*Count/).click();
    await step('Explore').click();
    await waitIs(20);
  });

  it('of another part that another window shows are left alone', async () => {
    const host = memoryHost();
    const theirs = { again: { preset: null, parameters: { wait: 31 } } };
    host.share('explored/trial', theirs, true);
    await open({ step: 'explore' }, host);
    await waitIs(20);
    await patient().click();
    await expect
      .poll(() => kept(host))
      .toEqual({ ...theirs, count: { preset: 'patient', parameters: {} } });
    await button(/^2\s*Again/).click();
    await waitIs(20);
    expect(kept(host)).toEqual(theirs);
  });

  it('end where the lab is closed and opened again in another part', async () => {
    const host = await open({ step: 'explore' });
    await patient().click();
    expect(kept(host)).toEqual({ count: { preset: 'patient', parameters: {} } });
    await cleanup();
    await open({ step: 'say-formula' }, host);
    await expect.poll(() => kept(host)).toBeUndefined();
  });

  it('come back where one left off', async () => {
    const done = ['say', 'run', 'check'];
    const learner = { ...emptyLearner, labs: { trial: { ...emptyLabProgress, done } } };
    const host = memoryHost({ learner });
    host.share('explored/trial', { count: { preset: 'patient', parameters: {} } }, true);
    await open({ step: null }, host);
    await waitIs(50);
  });

  it('with a preset that is gone are left out', async () => {
    const host = memoryHost();
    host.share('explored/trial', { count: { preset: 'lazy', parameters: {} } }, true);
    await open({ step: 'check' }, host);
    await step('Explore').click();
    await waitIs(20);
  });
});

describe('where the learner is asked what they expect', () => {
  it('nothing can be moved, and one sentence says why', async () => {
    const host = await open({ step: 'say' });
    await expect.element(page.getByText('The question is about these settings.')).toBeVisible();
    await expect.element(wait()).toBeDisabled();
    await expect.element(button('Reset')).toBeDisabled();
    await button('More settings').click();
    await expect.element(page.getByRole('radio', { name: 'Very patient' })).toBeDisabled();
    await userEvent.keyboard('{Escape}');
    expect(kept(host)).toBeUndefined();
  });

  it('a link’s own settings wait in the steps after, and that is said once', async () => {
    const host = await open({ step: 'say', parameters: { wait: 33 } });
    await waitIs(20);
    await expect.element(page.getByText(/Those of the link wait in the steps after/)).toBeVisible();
    await expect.element(page.getByTestId('address')).toHaveTextContent('"parameters":{}');
    expect(kept(host)).toEqual({ count: { preset: null, parameters: { wait: 33 } } });
    await step('Explore').click();
    await waitIs(33);
    await expect.element(page.getByText(/Those of the link wait/)).not.toBeInTheDocument();
  });
});

describe('a prediction', () => {
  const lockedAt = '2026-02-01T00:00:00.000Z';
  const at = (n: number) => `2026-02-0${n}T00:00:00.000Z`;
  const said = {
    ...emptyLearner,
    labs: {
      trial: { ...emptyLabProgress, predictions: { say: { value: 40, lockedAt, usedBy: null } } },
    },
  };
  const runs = (...all: ReturnType<typeof madeRun>[]) =>
    Object.fromEntries(all.map((run) => [run.id, run]));
  const [other, first, later] = [
    madeRun({ number: 1, startedAt: at(2), parameters: { wait: 50 }, result: { late: 3 } }),
    madeRun({ number: 2, startedAt: at(3), result: { late: 12 } }),
    madeRun({ number: 3, startedAt: at(4), seed: 9, result: { late: 15 } }),
  ];

  it('is not judged by a run with other settings, nor is one sent with it', async () => {
    const host = await open({ step: 'explore' }, memoryHost({ learner: said, runs: runs(other) }));
    await expect.element(page.getByText('it was')).not.toBeInTheDocument();
    await patient().click();
    await button(/^Run/).click();
    expect(host.askedFor('run.start')).toMatchObject([
      { parameters: { wait: 50 }, preset: 'patient', prediction: null },
    ]);
  });

  it('goes with a run of the question’s settings', async () => {
    const host = await open({ step: 'run' }, memoryHost({ learner: said }));
    await button(/^Run/).click();
    expect(host.askedFor('run.start')).toMatchObject([
      { preset: 'usual', prediction: { step: 'say', value: 40 } },
    ]);
  });

  it('is judged by the first such run for good; a later one stands beside it', async () => {
    await open({ step: 'run' }, memoryHost({ learner: said, runs: runs(other, first, later) }));
    await expect.element(page.getByText('You said 40, it was 12.')).toBeVisible();
    await expect.element(page.getByText('judged by run 2')).toBeVisible();
    await expect.element(page.getByText('later, run 3: 15 %')).toBeVisible();
  });

  it('a run that can’t tell says so, and a later one stands beside it', async () => {
    const unclear = { ...first, result: { late: null } };
    await open({ step: 'run' }, memoryHost({ learner: said, runs: runs(unclear, later) }));
    await expect.element(page.getByText(/^Run 2 can’t tell/)).toBeVisible();
    await expect.element(page.getByText('You said 40, it was null.')).toBeVisible();
    await expect.element(page.getByText('judged by run 2')).toBeVisible();
    await expect.element(page.getByText('later, run 3: 15 %')).toBeVisible();
  });

  it('a check is judged by the newest run of the question’s settings, never by an exploration', async () => {
    const newest = madeRun({ ...other, number: 4, id: 'run-0000-4' });
    const host = memoryHost({ learner: said, runs: runs(first, newest) });
    await open({ step: 'check' }, host);
    await userEvent.fill(page.getByRole('textbox', { name: 'How many in a thousand?' }), '120');
    await page.getByRole('button', { name: 'Check', exact: true }).click();
    await expect.element(page.getByText('Ten times 12.')).toBeVisible();
  });
});
