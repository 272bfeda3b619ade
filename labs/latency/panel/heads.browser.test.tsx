import { expect, it } from 'vitest';
import { render } from 'vitest-browser-react/pure';
import { TermScope } from '../../../renderer/glossary/term-scope.tsx';
import { BatchReadouts } from './batch/batch-readouts.tsx';
import { QueueReadouts } from './queue-readouts.tsx';

const models = ['small', 'medium', 'large'] as const;
const shared = { selected: 'large', present: models, onSelect: () => undefined } as const;
const queue = (limitMs: number) => (
  <QueueReadouts
    {...shared}
    said={null}
    slower={3.1}
    row={null}
    formulas={[]}
    replicas={1}
    limitMs={limitMs}
    applies
  />
);
const batch = (limitMs: number) => (
  <BatchReadouts {...shared} chosen={null} noWait={null} alone={null} limitMs={limitMs} />
);

/** How wide a figure of 1280 × 720 is, with the pins beside it and without. */
const widths = [596, 640, 700, 916];

it.each([
  ['queue', queue],
  ['batch', batch],
])('no head of the %s’s table runs out of its column', async (_, table) => {
  const found: string[] = [];
  for (const width of widths)
    for (const limitMs of [0, 0.044, 12.5, 1_000]) {
      const { container, unmount } = await render(
        <div style={{ width }}>
          <TermScope place="lab">{table(limitMs)}</TermScope>
        </div>,
      );
      const over = [...container.querySelectorAll<HTMLElement>('thead th')].filter((head) => {
        const words = document.createRange();
        words.selectNodeContents(head);
        const [text, cell] = [words.getBoundingClientRect(), head.getBoundingClientRect()];
        return text.left < cell.left - 0.5 || text.right > cell.right + 0.5;
      });
      found.push(...over.map(({ textContent }) => `${width}: ${textContent}`));
      await unmount();
    }
  expect([...new Set(found)]).toEqual([]);
});
