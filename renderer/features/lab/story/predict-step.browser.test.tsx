import { afterEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react/pure';
import { madeRun, memoryHost } from '../../../../test/components/memory-host.tsx';
import { TrialLab } from '../../../../test/components/trial-lab.tsx';
import { emptyLabProgress, emptyLearner } from '../../../../main/contract/learner.ts';
import { setNumberLanguage } from '../../../kit/number/number-language.ts';
import { StepContent } from './step-content.tsx';

afterEach(() => setNumberLanguage('en'));

async function open(step: 'say' | 'say-formula' = 'say', host = memoryHost()) {
  await render(
    <TrialLab host={host} step={step}>
      {(lab) => (
        <section tabIndex={-1} aria-label="Story">
          <p>{lab.hidden ? 'The figure waits' : `On screen: ${lab.shown?.id}`}</p>
          <StepContent lab={lab} withTitle />
        </section>
      )}
    </TrialLab>,
  );
  const said = () => host.store.getState().learner.labs['trial']?.predictions['say'];
  return { host, said };
}

const field = () => page.getByRole('textbox', { name: 'How many per cent come late?' });
const lock = () => page.getByRole('button', { name: 'Lock it' });
const sure = (words: string) => page.getByRole('radio', { name: words });
const press = (keys: string) => userEvent.keyboard(keys);

describe('what is said', () => {
  it('is locked by the button, and the focus stays in the story', async () => {
    const { said } = await open();
    await expect.element(lock()).toBeDisabled();
    await userEvent.fill(field(), '40');
    await lock().click();
    expect(said()).toMatchObject({ value: 40, usedBy: null });
    await expect.element(page.getByText('Your prediction, locked')).toBeVisible();
    await expect.element(page.getByRole('region', { name: 'Story' })).toHaveFocus();
  });

  it.each([
    ['a presenter’s window is open', { shared: { 'lecture/presenter': 5 } }, true],
    ['the lab is large for a room', { shared: { 'lecture/lab-view': 'large' } }, true],
    ['nobody presents', {}, undefined],
  ])('is a room’s word, which the next class is asked anew, where %s', async (_, state, room) => {
    const { said } = await open('say', memoryHost(state));
    await userEvent.fill(field(), '40');
    await lock().click();
    await expect.poll(() => said()?.value).toBe(40);
    expect(said()?.room).toBe(room);
  });

  it('is locked by Enter', async () => {
    const { said } = await open();
    await field().click();
    await press('0.5{Enter}');
    await expect.element(page.getByText('Your prediction, locked')).toBeVisible();
    expect(said()).toMatchObject({ value: 0.5 });
  });

  it('follows the language of numbers', async () => {
    setNumberLanguage('de');
    const { said } = await open();
    await userEvent.fill(field(), '12,5');
    await lock().click();
    expect(said()).toMatchObject({ value: 12.5 });
  });

  it.each(['101', '−1', 'many', '1,2', '1.2.3'])('is not taken as %s', async (text) => {
    const { host } = await open();
    await userEvent.fill(field(), text);
    await expect.element(page.getByText('A number from 0 to 100.')).toBeVisible();
    await expect.element(field()).toHaveAttribute('aria-invalid', 'true');
    await expect.element(field()).toHaveAccessibleDescription('A number from 0 to 100.');
    await expect.element(lock()).toBeDisabled();
    await press('{Enter}');
    expect(host.asked).toEqual([]);
  });

  it('may be changed as long as no run has used it', async () => {
    const { said } = await open();
    await userEvent.fill(field(), '40');
    await lock().click();
    await page.getByRole('button', { name: 'Change' }).click();
    await expect.element(field()).toHaveValue('');
    expect(said()).toBeUndefined();
  });
});

describe('a run that did not come to its end', () => {
  it.each(['stopped', 'failed'] as const)(
    '%s leaves the figure covered, whatever was run before; what was said stands',
    async (status) => {
      const lockedAt = '2026-03-01T09:30:00.000Z';
      const older = madeRun({ number: 1, startedAt: '2026-03-01T09:00:00.000Z' });
      const broken = madeRun({ number: 2, status, complete: false, result: null });
      const predictions = { say: { value: 40, lockedAt, usedBy: broken.id } };
      const host = memoryHost({
        runs: { [older.id]: older, [broken.id]: broken },
        learner: { ...emptyLearner, labs: { trial: { ...emptyLabProgress, predictions } } },
      });
      await open('say', host);
      await expect.element(page.getByText('The figure waits')).toBeVisible();
      await expect.element(page.getByText('What happened')).not.toBeInTheDocument();
      await expect.element(page.getByRole('button', { name: 'Change' })).not.toBeInTheDocument();
      const whole = madeRun({ number: 3 });
      host.store.setState(({ runs }) => ({ runs: { ...runs, [whole.id]: whole } }));
      await expect.element(page.getByText(`On screen: ${whole.id}`)).toBeVisible();
      await expect.element(page.getByText('judged by run 3')).toBeVisible();
    },
  );
});

describe('what a formula answers', () => {
  it('has its answer as soon as it is locked, and names no run', async () => {
    await open('say-formula');
    await userEvent.fill(page.getByRole('textbox', { name: 'How many is twice three?' }), '7');
    await lock().click();
    await expect.element(page.getByText('What happened')).toBeVisible();
    await expect.element(page.getByText('Twice three is six.')).toBeVisible();
    await expect.element(page.getByText(/run \d/)).not.toBeInTheDocument();
    await expect.element(page.getByRole('button', { name: 'Change' })).not.toBeInTheDocument();
  });
});

describe('how sure one is', () => {
  it('goes with it', async () => {
    const { said } = await open();
    await userEvent.fill(field(), '40');
    await sure('Fairly sure, 70 %').click();
    await expect.element(sure('Fairly sure, 70 %')).toBeChecked();
    await lock().click();
    expect(said()).toMatchObject({ value: 40, confidence: 0.7 });
    await expect.element(page.getByText('70 % sure')).toBeVisible();
  });

  it('moves with the arrows, is taken back by Delete, and Enter there locks', async () => {
    const { said } = await open();
    await userEvent.fill(field(), '40');
    await userEvent.tab();
    await press(' ');
    await expect.element(sure('A guess, 50 %')).toBeChecked();
    await press('{ArrowRight}');
    await expect.element(sure('Fairly sure, 70 %')).toBeChecked();
    await press(' ');
    await expect.element(sure('Fairly sure, 70 %')).toBeChecked();
    await press('{Delete}');
    await expect.element(sure('Fairly sure, 70 %')).not.toBeChecked();
    await press('{Enter}');
    await expect.element(page.getByText('Your prediction, locked')).toBeVisible();
    expect(said()).not.toHaveProperty('confidence');
  });

  it('is taken back by a second click', async () => {
    await open();
    await sure('Sure, 90 %').click();
    await expect.element(sure('Sure, 90 %')).toBeChecked();
    await sure('Sure, 90 %').click();
    await expect.element(sure('Sure, 90 %')).not.toBeChecked();
  });
});
