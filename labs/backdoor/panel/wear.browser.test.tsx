import { expect, it } from 'vitest';
import { render } from 'vitest-browser-react/pure';
import type { RunCard } from '../../../main/contract/run.ts';
import { TermScope } from '../../../renderer/glossary/term-scope.tsx';
import { HostProvider } from '../../../renderer/host/use-host.ts';
import { tinyCard } from '../../../renderer/model/lab/fixture.ts';
import { memoryHost } from '../../../test/components/memory-host.tsx';
import { lab } from '../lab.ts';
import { Panel } from '../panel.tsx';

/** A result with just what the part needs to have its longest words. */
const tested = {
  target: 'Jun',
  cleanAccuracy: 1,
  attackSuccessRate: 0.987,
  baseRate: 0,
  controlAttackSuccessRate: 0.004,
  controlCleanAccuracy: 1,
};

const box = (one: Element) => one.getBoundingClientRect();

// What the figure has left in the step that asks, at 1280 by 720 (without the line that a decision of part 1 takes) and at 1024 by 768.
it.each([
  [916, 424],
  [660, 486],
])(
  'in %i by %i px faces and answers end above the row of pairs, and the row is whole',
  async (width, height) => {
    const parameters = lab.parameters.parse({});
    const card = tinyCard({ lab: lab.id, labVersion: lab.version, parameters }) as RunCard;
    const run = {
      ...card,
      phase: null,
      result: { ...(card.result as object), ...tested } as never,
    };
    const screen = await render(
      <div style={{ position: 'relative', width, height, display: 'flex' }}>
        <HostProvider value={memoryHost()}>
          <TermScope place="lab">
            <Panel
              {...{ part: 'wear', step: 'wear-predict', run, card: null, parameters }}
              setParameter={() => undefined}
              prediction={{ value: 80, unit: '%' }}
              pins={[]}
              mode="full"
            />
          </TermScope>
        </HostProvider>
      </div>,
    );
    const { container } = screen;
    await expect
      .poll(() => container.querySelector('section[aria-labelledby="pairs-title"]'))
      .not.toBeNull();
    const strip = container.querySelector('section[aria-labelledby="pairs-title"]')!;
    const people = container.querySelector('fieldset label:last-of-type')!;
    const answers = container.querySelector('ol')!;
    await expect.poll(() => box(people).bottom - box(strip).top).toBeLessThanOrEqual(0);
    const editor = [
      ...container.querySelectorAll('fieldset, [role=group], [role=radiogroup]'),
    ].filter((one) => !strip.contains(one));
    for (const one of [answers, ...editor])
      expect(box(one).bottom).toBeLessThanOrEqual(box(strip).top);
    const frame = container.querySelector('[data-needs="height"]')!;
    expect(frame.scrollHeight).toBeLessThanOrEqual(frame.clientHeight + 1);
    expect(box(strip).bottom).toBeLessThanOrEqual(box(frame).bottom + 1);
    await screen.unmount();
  },
);
