import { expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-react/pure';
import { closedRoom, type OpenRoom, type RoomTally } from '../../../main/contract/room.ts';
import { memoryHost, WithHost } from '../../../test/components/memory-host.tsx';
import { usePoll } from '../../shared/poll/use-poll.ts';
import { RoomPane } from './room-pane.tsx';

const poll = {
  id: 'surgeon',
  question: 'Who should operate?',
  options: [
    { id: 'ai', label: 'The AI' },
    { id: 'human', label: 'The human' },
  ],
};
const tally: RoomTally = {
  question: {
    kind: 'choice',
    id: 'poll/surgeon',
    text: poll.question,
    options: poll.options,
    predicted: null,
  },
  answered: 3,
  closed: false,
  shown: true,
  counts: { ai: 2, human: 1 },
  spread: null,
  means: {},
  outcome: null,
  close: null,
  sure: [],
  run: null,
};
const open: OpenRoom = {
  address: '127.0.0.1:4000',
  word: 'KLMQ',
  link: 'http://127.0.0.1:4000/#KLMQ',
  kind: 'here',
  name: 'lo',
  reachable: true,
  online: 3,
};
const roomWith = (one: RoomTally) => ({
  ...closedRoom,
  open,
  joined: 3,
  asking: one.question.id,
  tallies: { [one.question.id]: one },
});

function Bars() {
  const { shown, total } = usePoll(poll);
  return <output>{`${shown ? 'shown' : 'hidden'} ${total}`}</output>;
}

it('a poll that is asked anew is hidden until it is revealed anew, also from a reset that is taken back', async () => {
  const counts = { ai: 5 };
  const host = memoryHost({
    room: roomWith(tally),
    shared: { 'poll/surgeon': { counts, shown: true, before: { counts, shown: true } } },
  });
  await render(
    <WithHost host={host}>
      <Bars />
      <RoomPane onRoom={() => undefined} />
    </WithHost>,
  );
  const bars = page.getByRole('status').filter({ hasText: /shown|hidden/ });
  await expect.element(bars).toHaveTextContent('shown 8');
  await page.getByRole('button', { name: 'Ask anew' }).click();
  expect(host.askedFor('room.clear')).toEqual([{ id: 'poll/surgeon' }]);
  host.store.setState({
    room: roomWith({ ...tally, answered: 1, shown: false, counts: { ai: 1, human: 0 } }),
  });
  await expect.element(bars).toHaveTextContent('hidden 6');
  expect(host.store.getState().shared['poll/surgeon']).toEqual({
    counts,
    shown: false,
    before: { counts, shown: false },
  });
});
