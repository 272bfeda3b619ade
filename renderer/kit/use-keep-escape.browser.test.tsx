import { afterEach, beforeEach, expect, it } from 'vitest';
import { render } from 'vitest-browser-react/pure';
import { Dialog } from './dialog.tsx';
import { useKeepEscape } from './use-keep-escape.ts';

let kept: readonly string[] = [];
beforeEach(() => {
  kept = [];
  const keyboard = {
    lock: (codes: readonly string[]) => {
      kept = codes;
      return Promise.resolve();
    },
    unlock: () => void (kept = []),
  };
  Object.defineProperty(navigator, 'keyboard', { configurable: true, value: keyboard });
});
afterEach(() => void Reflect.deleteProperty(navigator, 'keyboard'));

function Stage({ pen, dialog }: { pen: boolean; dialog: boolean }) {
  useKeepEscape(pen);
  return (
    <Dialog open={dialog} onClose={() => undefined} title="Keys">
      <p>Words</p>
    </Dialog>
  );
}

it('Escape is the page’s while a pen is in the hand or a dialog is open; without either it leaves full screen', async () => {
  const { rerender, unmount } = await render(<Stage pen={false} dialog={false} />);
  expect(kept).toEqual([]);
  await rerender(<Stage pen dialog={false} />);
  expect(kept).toEqual(['Escape']);
  await rerender(<Stage pen dialog />);
  expect(kept).toEqual(['Escape']);
  await rerender(<Stage pen={false} dialog />);
  expect(kept).toEqual(['Escape']);
  await rerender(<Stage pen={false} dialog={false} />);
  expect(kept).toEqual([]);
  await rerender(<Stage pen dialog={false} />);
  await unmount();
  expect(kept).toEqual([]);
});
