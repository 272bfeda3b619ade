import { afterEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react/pure';
import { madeRun, memoryHost } from '../../../../test/components/memory-host.tsx';
import { TrialLab } from '../../../../test/components/trial-lab.tsx';
import {
  emptyLearner,
  emptyLabProgress,
  type LabProgress,
} from '../../../../main/contract/learner.ts';
import { setNumberLanguage } from '../../../kit/number/number-language.ts';
import { StepContent } from './step-content.tsx';

afterEach(() => setNumberLanguage('en'));

/** The trial lab's run has 12 % late, so 120 is right. What was said before it lies open, so that its result may be used. */
async function open({
  ran = true,
  checks = {},
}: { ran?: boolean; checks?: LabProgress['checks'] } = {}) {
  const run = madeRun({ number: 1 });
  const lockedAt = '2026-03-01T09:00:00.000Z';
  const predictions = { say: { value: 40, lockedAt, usedBy: run.id } };
  const host = memoryHost({
    runs: ran ? { [run.id]: run } : {},
    learner: { ...emptyLearner, labs: { trial: { ...emptyLabProgress, predictions, checks } } },
  });
  await render(
    <TrialLab host={host} step="check">
      {(lab) => <StepContent lab={lab} withTitle />}
    </TrialLab>,
  );
  const state = () => host.store.getState().learner.labs['trial']?.checks['check'];
  return { host, state };
}

const field = () => page.getByRole('textbox', { name: 'How many in a thousand?' });
const check = () => page.getByRole('button', { name: 'Check' });
const standing = () => page.getByRole('status');
const answer = async (text: string) => {
  await userEvent.fill(field(), text);
  await userEvent.keyboard('{Enter}');
};

describe('an answer', () => {
  it('that is right is said so, with the worked answer, and nothing is left to type', async () => {
    const { state } = await open();
    await expect.element(check()).toBeDisabled();
    await userEvent.fill(field(), '120');
    await check().click();
    await expect.element(standing()).toHaveTextContent('Right: 120 calls');
    await expect.element(standing()).toHaveTextContent('Ten times 12.');
    await expect.element(field()).not.toBeInTheDocument();
    expect(state()).toMatchObject({ passed: true, tries: 1, answer: 120 });
  });

  it('that is wrong earns a hint; the same again is not counted; after two the worked answer may be seen', async () => {
    const { state } = await open();
    await answer('12');
    await expect.element(standing()).toHaveTextContent('Not yet. You said 12 calls.');
    await expect.element(standing()).toHaveTextContent('Hint 1 of 2. Look at the share.');
    await answer('12');
    await expect
      .element(standing())
      .toHaveTextContent('That is what you said before: not counted again.');
    expect(state()).toMatchObject({ tries: 1, hints: 1 });
    const worked = page.getByRole('button', { name: 'Show the worked answer' });
    await expect.element(worked).not.toBeInTheDocument();
    await answer('13');
    expect(state()).toMatchObject({ tries: 2, hints: 2, passed: false });
    await worked.click();
    await expect.element(standing()).toHaveTextContent('Ten times 12.');
    await answer('120');
    await expect.element(standing()).toHaveTextContent('Right: 120 calls at try 3');
  });

  it('may be written in the language of numbers', async () => {
    setNumberLanguage('fr');
    const { state } = await open();
    await answer('1 200,5');
    await expect.element(standing()).toHaveTextContent('Not yet.');
    expect(state()).toMatchObject({ answer: 1200.5 });
  });

  it('that is no number is refused in words and not counted', async () => {
    const { state } = await open();
    await answer('a dozen');
    await expect.element(standing()).toHaveTextContent('Type a number, such as 0.25.');
    await expect.element(field()).toHaveAttribute('aria-invalid', 'true');
    await expect.element(field()).toHaveAccessibleDescription(/Type a number/);
    await expect.element(check()).toBeDisabled();
    expect(state()).toBeUndefined();
  });

  it('waits for a run that can tell', async () => {
    const { host, state } = await open({ ran: false });
    await expect
      .element(standing())
      .toHaveTextContent('Your own run answers it: run this part first.');
    await answer('120');
    await expect
      .element(standing())
      .toHaveTextContent('Your run can’t tell yet: run this part to the end first.');
    expect(state()).toBeUndefined();
    const run = madeRun({ number: 1 });
    host.store.setState({ runs: { [run.id]: run } });
    await answer('120');
    await expect.element(standing()).toHaveTextContent('Right: 120 calls');
  });
});

it('an answer that was right once is not called right of a run that says another number', async () => {
  await open({ checks: { check: { tries: 1, passed: true, hints: 0, answer: 12 } } });
  await expect.element(standing()).toHaveTextContent('Right when you answered: 12 calls');
  await expect.element(standing()).toHaveTextContent('Ten times 12.');
});

it('a hint may be asked for, twice', async () => {
  const { state } = await open();
  const hint = page.getByRole('button', { name: 'Hint' });
  await hint.click();
  await expect.element(standing()).toHaveTextContent('Hint 1 of 2.');
  await hint.click();
  await expect
    .element(standing())
    .toHaveTextContent('Hint 2 of 2. A per cent is ten in a thousand.');
  await expect.element(hint).not.toBeInTheDocument();
  expect(state()).toMatchObject({ tries: 0, hints: 2 });
  const sizes = [...standing().element().querySelectorAll('p')].map((words) =>
    parseFloat(getComputedStyle(words).fontSize),
  );
  expect(Math.min(...sizes), 'a sentence of the story is 15 px high or more').toBeGreaterThan(14.9);
});
