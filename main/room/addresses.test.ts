import type { NetworkInterfaceInfo } from 'node:os';
import { describe, expect, it } from 'vitest';
import { roomAddresses } from './addresses.ts';
import { randomWord, sameWord } from './word.ts';

const four = (address: string, internal = false) =>
  ({ address, family: 'IPv4', internal }) as NetworkInterfaceInfo;
const six = (address: string, internal = false) =>
  ({ address, family: 'IPv6', internal }) as NetworkInterfaceInfo;
const lo = [four('127.0.0.1', true), six('::1', true)];
const hosts = (interfaces: Record<string, NetworkInterfaceInfo[]>) =>
  roomAddresses(interfaces).map(({ host, kind }) => `${kind} ${host}`);

describe('the addresses a room can be opened at', () => {
  it('names each, a private one of the wireless network first, tunnels late, this computer last', () => {
    const interfaces = {
      lo,
      docker0: [four('172.17.0.1')],
      tun0: [four('10.8.0.2')],
      eth0: [four('10.0.0.4'), six('fe80::1')],
      wlan0: [six('fd00::12'), four('192.168.1.20')],
    };
    expect(hosts(interfaces)).toEqual([
      'wifi 192.168.1.20',
      'wifi [fd00::12]',
      'wired 10.0.0.4',
      'tunnel 172.17.0.1',
      'tunnel 10.8.0.2',
      'here 127.0.0.1',
    ]);
    expect(roomAddresses(interfaces).filter(({ likely }) => likely)).toHaveLength(1);
  });

  it('has the one of last time first while phones can reach it, and never this computer’s own', () => {
    const interfaces = { lo, wlan0: [four('192.168.1.20')], eth0: [four('10.0.0.4')] };
    const first = (before: string) => roomAddresses(interfaces, before)[0];
    expect(first('10.0.0.4')).toMatchObject({ host: '10.0.0.4', likely: true });
    expect(first('10.0.0.5')).toMatchObject({ host: '192.168.1.20', likely: true });
    expect(first('127.0.0.1')).toMatchObject({ host: '192.168.1.20', likely: true });
  });

  it.each([
    ['Wi-Fi', 'wifi'],
    ['en0', 'wifi'],
    ['Ethernet', 'wired'],
    ['vEthernet (WSL)', 'tunnel'],
    ['utun3', 'tunnel'],
    ['VirtualBox Host-Only Network', 'tunnel'],
  ])('knows %s as %s', (name, kind) =>
    expect(hosts({ [name]: [four('192.168.1.20')] })[0]).toBe(`${kind} 192.168.1.20`),
  );

  it('takes an IPv6 address where there is no other, in brackets', () => {
    expect(hosts({ lo, wlan0: [six('2001:db8::7'), six('fe80::2')] })).toEqual([
      'wifi [2001:db8::7]',
      'here 127.0.0.1',
    ]);
  });

  it('offers this computer where there is no network, or none that gave an address', () => {
    for (const interfaces of [{ lo }, {}, { wlan0: [four('169.254.3.4')] }])
      expect(hosts(interfaces as never)).toEqual(['here 127.0.0.1']);
  });
});

describe('the word', () => {
  it('has four letters without vowels, other ones each time', () => {
    const words = Array.from({ length: 200 }, randomWord);
    for (const word of words) expect(word).toMatch(/^[B-DF-HJ-NP-TV-XZ]{4}$/);
    expect(new Set(words).size).toBeGreaterThan(150);
  });

  it('is read in any case, with spaces', () => {
    expect(['klmq', ' K L-m q ', 'KLMQ'].every((typed) => sameWord(typed, 'KLMQ'))).toBe(true);
    expect(['', 'KLM', 'KLMQX', 'KLMR'].some((typed) => sameWord(typed, 'KLMQ'))).toBe(false);
  });
});
