import type { RoomView } from '../../../../main/contract/room.ts';
import type { RoomQuestion } from '../../../../main/contract/room-question.ts';
import { askOnce } from '../../../e2e/ask-once.ts';
import { forget, startHost, type HostProcess } from '../../../e2e/host-process.ts';
import { figures, type Row } from '../../table.ts';

export const poll: RoomQuestion = {
  kind: 'choice',
  id: 'poll/bench',
  text: 'Which?',
  options: [
    { id: 'a', label: 'This' },
    { id: 'b', label: 'That' },
  ],
  predicted: null,
};

/** The cookie that the printed address is exchanged for. */
async function cookieOf(url: string): Promise<string> {
  const { headers } = await fetch(url, { redirect: 'manual' });
  return headers.getSetCookie()[0]!.split(';')[0]!;
}

export interface BenchRoom {
  host: HostProcess;
  ask: (method: string, params?: object) => Promise<unknown>;
  address: string;
  word: string;
  end: () => Promise<void>;
}

/** A real host whose room is open at one of this computer's addresses and asks a poll. */
export async function openRoom(root: string, at: string): Promise<BenchRoom> {
  const host = await startHost({ root });
  const end = async () => {
    await host.stop();
    await forget(host.home);
  };
  try {
    const cookie = await cookieOf(host.url);
    const ask = (method: string, params: object = {}) => askOnce(host, cookie, method, params);
    const { open } = (await ask('room.open', { host: at })) as RoomView;
    await ask('room.ask', { question: poll });
    return { host, ask, address: open!.address, word: open!.word, end };
  } catch (error) {
    await end();
    throw error;
  }
}

export const roomRow = (
  what: string,
  value: number,
  unit: string,
  goal: number,
  how: string,
): Row => ({
  what,
  value,
  text: `${figures(value)} ${unit}`,
  goal: { value: goal, is: 'at most' },
  goalText: `≤ ${goal} ${unit}`,
  peer: 'no peer',
  how,
});
