import { expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react/pure';
import { LecternError } from '../../../main/contract/errors.ts';
import type { LectureList } from '../../../main/contract/lecture-folder.ts';
import type { Host } from '../../host/host.ts';
import { memoryHost, WithHost } from '../../../test/components/memory-host.tsx';
import { LecturesDialog } from './lectures-dialog.tsx';

const waves = { id: '0123456789ab', name: 'waves', place: '/lectures', open: false, gone: false };
const tides = { ...waves, id: 'ba9876543210', name: 'tides', gone: true };
const list: LectureList = { ours: true, recent: [waves, tides] };

async function drawn(answer: (method: string, params: unknown) => LectureList) {
  const asked: [string, unknown][] = [];
  const call = (method: string, params: unknown) => {
    asked.push([method, params]);
    try {
      return Promise.resolve(answer(method, params));
    } catch (error) {
      return Promise.reject(error as Error);
    }
  };
  const onClose = vi.fn<() => void>();
  const { unmount } = await render(
    <WithHost host={{ ...memoryHost(), call: call as unknown as Host['call'] }}>
      <LecturesDialog open onClose={onClose} />
    </WithHost>,
  );
  return { asked, onClose, unmount };
}

it('opens a lecture of the list with one press; one that is gone says so and can be taken off', async () => {
  const { asked, onClose, unmount } = await drawn((method) =>
    method === 'lecture.forget' ? { ...list, recent: [waves] } : list,
  );
  const dialog = page.getByRole('dialog');
  await expect.element(dialog).toHaveTextContent('tides in /lecturesIts folder is not there.');
  await expect.element(page.getByRole('button', { name: 'Open tides' })).not.toBeInTheDocument();
  await page.getByRole('button', { name: 'Take tides in /lectures off the list' }).click();
  await expect.element(dialog).not.toHaveTextContent('tides');
  expect(onClose).not.toHaveBeenCalled();
  await page.getByRole('button', { name: 'Open waves in /lectures' }).click();
  await expect.poll(() => onClose.mock.calls.length).toBe(1);
  expect(asked).toEqual([
    ['lecture.list', {}],
    ['lecture.forget', { id: tides.id }],
    ['lecture.open', { id: waves.id }],
  ]);
  await unmount();
});

it('opens a typed folder by Enter, makes a new one, and says why one was not opened', async () => {
  const { asked, onClose, unmount } = await drawn((method) => {
    if (method === 'lecture.openFolder')
      throw new LecternError({
        ...{ code: 'bad-request', what: 'It was not opened.', safe: 'All stays.', next: 'Look.' },
      });
    return { ...list, ours: method === 'lecture.list' };
  });
  const path = page.getByRole('textbox', { name: 'Another folder, or a new one' });
  await path.fill('/lectures/tides');
  await userEvent.keyboard('{Enter}');
  const said = page.getByRole('status');
  await expect.element(said).toHaveTextContent('It was not opened. All stays. Look.');
  expect(onClose).not.toHaveBeenCalled();
  await page.getByRole('checkbox').click();
  await page.getByRole('button', { name: 'New lecture' }).click();
  await expect.poll(() => onClose.mock.calls.length).toBe(1);
  expect(asked.slice(1)).toEqual([
    ['lecture.openFolder', { path: '/lectures/tides' }],
    ['lecture.make', { path: '/lectures/tides', extend: true }],
  ]);
  await unmount();
});
