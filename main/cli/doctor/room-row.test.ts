import { expect, it } from 'vitest';
import type { RoomAddress } from '../../contract/room.ts';
import { roomRow } from './room-row.ts';

const wifi: RoomAddress = { host: '192.168.1.20', name: 'wlan0', kind: 'wifi', likely: true };
const six: RoomAddress = { host: '[fd00::12]', name: 'wlan0', kind: 'wifi', likely: false };
const here: RoomAddress = { host: '127.0.0.1', name: 'this computer', kind: 'here', likely: false };

it('says to whom the room is open; at this computer’s own address to nobody else', () => {
  const all = [wifi, six, here];
  expect(roomRow('192.168.1.20:4000', all)).toContain('to whoever is on that network');
  expect(roomRow('[fd00::12]:4000', all)).toContain('to whoever is on that network');
  const alone = roomRow('127.0.0.1:4000', all);
  expect(alone).toContain('no phone can reach it');
  expect(alone).not.toContain('network');
});

it('says where it would open, or that there is no network', () => {
  expect(roomRow(null, [wifi, here])).toContain('would open at 192.168.1.20 (wlan0)');
  expect(roomRow(null, [{ ...here, likely: true }])).toContain('on no network');
});
