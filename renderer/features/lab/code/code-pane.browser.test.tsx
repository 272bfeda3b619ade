import { describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react/pure';
import type { CodeTask } from '../../../../labs/kit/code/exercise.ts';
import { codeStep } from '../../../../labs/kit/code/code-step.ts';
import type { CodeOwn, CodeVerdict } from '../../../../main/contract/code.ts';
import type { RunSnapshot } from '../../../../main/contract/run.ts';
import { madeRun, memoryHost } from '../../../../test/components/memory-host.tsx';
import { TrialLab } from '../../../../test/components/trial-lab.tsx';
import type { CodeStep } from '../../../model/prediction/code-answer.ts';
import { CodePane } from './code-pane.tsx';

const task: CodeTask = {
  id: 'write-double',
  version: 1,
  title: 'Write a double',
  name: 'double',
  starter: 'function double(n) {\n\n}\n',
  hints: ['Two of them.', 'Add it to itself.'],
  answer: 'function double(n) { return n + n; }\n',
  onRun: 'your own run’s numbers',
};
const step = codeStep(task, 'Write it.');

/** A compute that takes code with "n + n" for right. */
function said(code: string): CodeVerdict {
  const passed = code.includes('n + n');
  const unread = code.includes('!');
  const answered = { got: passed ? '4' : '2', difference: passed ? '' : 'Expected 4, got 2.' };
  return {
    passed,
    stopped: unread ? { what: 'It can’t be read.', line: 2 } : null,
    tests: [
      {
        call: 'double(2)',
        expected: '4',
        passed,
        line: null,
        ...(unread ? { got: null, difference: '' } : answered),
      },
    ],
    properties: [
      { id: 'zero', says: 'Twice nothing is nothing.', passed },
      { id: 'late', says: 'It ends.', passed: null },
    ],
    printed: ['hello'],
  };
}

/** And what it says of the same on a run. */
const onRun = (code: string): CodeOwn => ({
  run: 1,
  agrees: code.includes('n + n'),
  says: code.includes('n + n') ? 'Yours says what Lectern’s says.' : 'They differ.',
  star: null,
  figure: {
    kind: 'pairs',
    title: 'Twice',
    subtitle: 'run 1',
    rows: [{ name: 'two', yours: null, reference: 0.5 }],
  },
});

async function open() {
  const host = memoryHost({}, said, onRun);
  const screen = await render(
    <TrialLab host={host} step={null} only={step}>
      {(lab) => (
        <div style={{ display: 'flex', height: 600 }}>
          <CodePane lab={lab} step={step as CodeStep} />
          <button>After it</button>
        </div>
      )}
    </TrialLab>,
  );
  const state = () => host.store.getState().learner.labs['trial']?.codes?.['write-double'];
  return { host, screen, state };
}

const shadow = () => document.querySelector('[data-code-editor]')!.shadowRoot!;
const content = () => shadow().querySelector<HTMLElement>('[role="textbox"]')!;
const lines = () => [...shadow().querySelectorAll('.cm-line')].map((line) => line.textContent);
const run = () => page.getByRole('button', { name: 'Run the tests' });
const status = () => page.getByRole('status');

/** Puts the cursor into the empty second line and types. */
async function write(text: string) {
  content().focus();
  await userEvent.keyboard('{Control>}{Home}{/Control}{ArrowDown}');
  await userEvent.keyboard(text);
}

describe('the editor', () => {
  it('adopts its style sheets in a shadow root: no style element is made', async () => {
    const before = document.querySelectorAll('style').length;
    await open();
    expect(shadow().adoptedStyleSheets.length).toBeGreaterThan(0);
    expect(shadow().querySelectorAll('style')).toHaveLength(0);
    expect(document.querySelectorAll('style')).toHaveLength(before);
    expect(getComputedStyle(content()).fontSize).not.toBe('');
  });

  it('is named for a screen reader, with the way out', async () => {
    await open();
    expect(content().getAttribute('aria-label')).toMatch(/Write a double.*Escape, then Tab/);
    expect(content().getAttribute('aria-multiline')).toBe('true');
  });

  it('Tab indents, undo takes it back, Escape and then Tab leaves', async () => {
    await open();
    await write('return n;');
    await userEvent.keyboard('{Home}{Tab}');
    expect(lines()[1]).toBe('  return n;');
    await userEvent.keyboard('{Control>}z{/Control}');
    expect(lines()[1]).toBe('return n;');
    expect(shadow().activeElement).toBe(content());
    await userEvent.keyboard('{Escape}{Tab}');
    await expect.element(run()).toHaveFocus();
  });

  it('typing over a selection makes no style attribute, and wraps it in a bracket as usual', async () => {
    await open();
    const made: string[] = [];
    const look = new MutationObserver((records) => {
      for (const { addedNodes } of records)
        for (const node of addedNodes)
          if (
            node instanceof Element &&
            (node.hasAttribute('style') || node.querySelector('[style]'))
          )
            made.push(node.outerHTML);
    });
    look.observe(content(), { childList: true, subtree: true });
    content().focus();
    await userEvent.keyboard('{Control>}a{/Control}x');
    expect(lines()).toEqual(['x']);
    await userEvent.keyboard('{Control>}a{/Control}(');
    expect(lines()).toEqual(['(x)']);
    look.disconnect();
    expect(made).toEqual([]);
  });

  it('its keys are its own: what is typed there is no shortcut of the app', async () => {
    await open();
    const { isTyping } = await import('../../../model/lecture/key-owner.ts');
    expect(isTyping(document.querySelector('[data-code-editor]'))).toBe(true);
  });
});

describe('an answer', () => {
  it('that is wrong says what differs and which property fails, and earns a hint', async () => {
    const { state } = await open();
    await write('return n;');
    await run().click();
    await expect.element(status()).toHaveTextContent('Expected 4, got 2.');
    await expect.element(status()).toHaveTextContent('Fails: Twice nothing is nothing.');
    await expect.element(status()).toHaveTextContent('Not reached: It ends.');
    await expect.element(status()).toHaveTextContent('Hint 1 of 2. Two of them.');
    await expect.element(status()).toHaveTextContent('hello');
    expect(state()).toMatchObject({ tries: 1, hints: 1, passed: false });
  });

  it('after two tries the worked answer may be seen; what passes is solved and kept', async () => {
    const { state } = await open();
    const worked = page.getByRole('button', { name: 'Show a worked answer' });
    await write('return n;');
    await run().click();
    await expect.element(status()).toHaveTextContent('Not yet, after one try.');
    await expect.element(worked).not.toBeInTheDocument();
    await write('// again');
    await run().click();
    await worked.click();
    await expect.element(status()).toHaveTextContent('return n + n');
    await write('return n + n;');
    await userEvent.keyboard('{Control>}{Enter}{/Control}');
    await expect.element(status()).toHaveTextContent('Solved.');
    expect(state()).toMatchObject({ passed: true, tries: 3, opened: true });
    expect(state()!.answer).toContain('return n + n;');
  });

  it('what a press shows comes into view, and its second click takes nothing of the code away', async () => {
    const { state } = await open();
    const region = page.getByRole('region', { name: 'What the tests say' }).element();
    /** How far the region has to be scrolled until this begins; 0 where it cannot be scrolled any further. */
    const below = (part: string) => {
      const found = region.querySelector(`[data-said="${part}"]`);
      if (!found) return null;
      const end = region.scrollHeight - region.clientHeight - region.scrollTop;
      const far = found.getBoundingClientRect().top - region.getBoundingClientRect().top;
      return Math.round(Math.min(far, end));
    };
    await write('return n;');
    await run().click();
    await expect.element(status()).toHaveTextContent('Hint 1 of 2.');
    await write('// again');
    await run().click();
    await expect.element(status()).toHaveTextContent('Not yet, after 2 tries');
    region.scrollTop = 0;
    const worked = page.getByRole('button', { name: 'Show a worked answer' });
    await userEvent.dblClick(worked);
    await expect.poll(() => below('worked')).toBe(0);
    expect(state()).toMatchObject({ opened: true });
    // Closed and scrolled away, it is there again with one press.
    await userEvent.click(page.getByText('A worked answer', { exact: true }).first());
    region.scrollTop = 0;
    await userEvent.click(worked);
    await expect.poll(() => below('worked')).toBe(0);
    expect(region.querySelector('details')!.open).toBe(true);
    const hint = page.getByRole('button', { name: 'Hint' });
    const place = hint.element().getBoundingClientRect();
    for (let press = 0; press < 3; press += 1)
      document
        .elementFromPoint(place.left + place.width / 2, place.top + place.height / 2)!
        .dispatchEvent(new MouseEvent('click', { bubbles: true }));
    await expect.poll(() => state()!.hints).toBe(2);
    expect(lines().join('\n')).toContain('// again');
  });

  it('that can’t be read leads to its own line, and fails no test that it did not reach', async () => {
    await open();
    await write('!');
    await run().click();
    await expect.element(status()).toHaveTextContent('Not reached: double(2)');
    await expect.element(status()).not.toHaveTextContent('Failed: ');
    await page.getByRole('button', { name: 'Line 2' }).click();
    expect(shadow().activeElement).toBe(content());
  });

  it('is kept as it is written, also when one leaves at once, and can be begun anew', async () => {
    const { state, screen } = await open();
    await write('return 7;');
    await page.getByRole('button', { name: 'Begin anew' }).click();
    expect(lines()[1]).toBe('');
    await write('return 8;');
    await screen.unmount();
    expect(state()).toMatchObject({ tries: 0, answer: null });
    expect(state()!.code).toContain('return 8;');
  });
});

describe('on a run of one’s own', () => {
  const own = () => page.getByRole('region', { name: 'On your own run' });

  it('says that there is none yet, starts one by one press, and tries what was judged once it is there', async () => {
    const { host } = await open();
    await expect.element(own()).toHaveTextContent('No run has finished yet.');
    await write('return n;');
    await run().click();
    await expect.element(status()).toHaveTextContent('Not yet, after one try.');
    await page.getByRole('button', { name: 'Run “As it is”' }).click();
    const [started] = Object.values(host.store.getState().runs);
    host.tell({ id: started!.id, status: 'running' });
    await expect.element(own()).toHaveTextContent('The run goes on.');
    expect(host.askedFor('code.try')).toEqual([]);
    host.tell({ id: started!.id, status: 'finished', complete: true, result: { late: 12 } });
    await expect.element(own()).toHaveTextContent('On run 1. They differ.');
    await expect.element(own()).toHaveTextContent('no number yours');
    expect(host.askedFor('code.try')).toMatchObject([
      { exercise: 'write-double', run: started!.id },
    ]);
    // It is no try.
    expect(host.store.getState().learner.labs['trial']?.codes?.['write-double']?.tries).toBe(1);
  });

  it('follows the code that was judged last, and is silent about what can’t be run', async () => {
    const host = memoryHost({ runs: runsOf(madeRun({ number: 1 })) }, said, onRun);
    await render(
      <TrialLab host={host} step={null} only={step}>
        {(lab) => <CodePane lab={lab} step={step as CodeStep} />}
      </TrialLab>,
    );
    await write('return n + n;');
    await run().click();
    await expect.element(own()).toHaveTextContent('Yours says what Lectern’s says.');
    await write('!');
    await run().click();
    await expect.element(status()).toHaveTextContent('It can’t be read.');
    await expect.element(own()).not.toBeInTheDocument();
  });
});

const runsOf = (run: RunSnapshot) => ({ [run.id]: run });
