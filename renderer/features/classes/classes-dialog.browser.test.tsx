import { expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-react/pure';
import { closedRoom, type OpenRoom } from '../../../main/contract/room.ts';
import { memoryHost, WithHost } from '../../../test/components/memory-host.tsx';
import { ClassAnswers, useClassOffer } from './class-offer.tsx';
import { ClassesDialog } from './classes-dialog.tsx';

const at = '2026-11-27T10:15:00.000Z';
const open: OpenRoom = {
  address: '192.168.1.20:4000',
  word: 'KLMQ',
  link: 'http://192.168.1.20:4000/#KLMQ',
  kind: 'wifi',
  name: 'wlan0',
  reachable: true,
  online: 3,
};

function Offer() {
  const offer = useClassOffer();
  return (
    <aside>
      {offer?.safe} <ClassAnswers />
    </aside>
  );
}

it('before a class ends an open room, the dialog and the offer say so, and say nothing where none is open', async () => {
  const host = memoryHost({
    classes: { current: { number: 1, begunAt: at, usedAt: at }, offered: true, earlier: [] },
    shared: { 'lecture/place': '#/slides/agenda', 'explored/latency': { settings: { wait: 30 } } },
  });
  const { container } = await render(
    <WithHost host={host}>
      <Offer />
      <ClassesDialog open onClose={() => undefined} />
    </WithHost>,
  );
  const dialog = page.getByRole('dialog');
  await expect.element(dialog).toHaveTextContent(/It is kept when a new one begins/);
  await expect.element(dialog).not.toHaveTextContent(/room is open/);
  expect(container.querySelector('aside')).not.toHaveTextContent(/room is open/);
  host.store.setState({ room: { ...closedRoom, open } });
  await expect.element(dialog).toHaveTextContent(/The room is open\. It closes with this class\./);
  expect(container.querySelector('aside')).toHaveTextContent(/It closes with this class\./);
  host.hear({ key: 'explored/latency', value: null, keep: true, by: 'another window' });
  await expect.element(dialog).toHaveTextContent(/there is nothing to keep/);
});
