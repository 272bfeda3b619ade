import type { NetworkInterfaceInfo } from 'node:os';
import type { RoomAddress } from '../contract/room.ts';

type Interfaces = Readonly<Record<string, readonly NetworkInterfaceInfo[] | undefined>>;
type Kind = RoomAddress['kind'];

/** Networks that a program made up: phones are on none of them. */
const tunnels =
  /^(docker|br-|veth|virbr|vmnet|vboxnet|vEthernet|utun|tun|tap|wg|tailscale|zt|ham|bridge|llw|awdl|anpi)|virtual|vpn|loopback/i;
const wifi = /^(wl|wi-?fi|wlan|en0$|drahtlos)/i;
const wired = /^(eth|en|ethernet|lan)/i;

function kindOf(name: string): Kind {
  if (tunnels.test(name)) return 'tunnel';
  if (wifi.test(name)) return 'wifi';
  return wired.test(name) ? 'wired' : 'other';
}

/** The lowest first. A phone reaches an IPv4 address of a home or campus network most surely. */
const order: readonly Kind[] = ['wifi', 'wired', 'other', 'tunnel', 'here'];
const isPrivate = (address: string) => /^(10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.)/.test(address);

interface Found extends RoomAddress {
  rank: number;
}

function found(name: string, info: NetworkInterfaceInfo): Found | null {
  const four = info.family === 'IPv4';
  const { address } = info;
  // Link-local: IPv6 ones need the phone's own name of its network, IPv4 ones mean that no network gave one.
  if (/^fe[89ab]/i.test(address) || address.startsWith('169.254.')) return null;
  const kind = info.internal ? 'here' : kindOf(name);
  if (kind === 'here' && address !== '127.0.0.1') return null;
  const family = four ? 0 : 2;
  return {
    host: four ? address : `[${address}]`,
    name: kind === 'here' ? 'this computer' : name,
    kind,
    likely: false,
    rank: order.indexOf(kind) * 10 + family + (four && !isPrivate(address) ? 1 : 0),
  };
}

/**
 * The addresses of this computer at which a room can be opened, the likely one first. Where there is
 * no network this computer's own address is left, which no phone reaches.
 * @param interfaces as `os.networkInterfaces()` says them
 * @param before where the room was open last: where phones reach it, they are most likely there
 */
export function roomAddresses(interfaces: Interfaces, before?: string): RoomAddress[] {
  const all = Object.entries(interfaces)
    .flatMap(([name, infos]) => (infos ?? []).map((info) => found(name, info)))
    .filter((one) => one !== null);
  const here: Found = {
    host: '127.0.0.1',
    name: 'this computer',
    kind: 'here',
    likely: false,
    rank: order.indexOf('here') * 10,
  };
  const listed = all.some(({ kind }) => kind === 'here') ? all : [...all, here];
  const rankOf = ({ host, kind, rank }: Found) => (host === before && kind !== 'here' ? -1 : rank);
  return listed
    .sort((a, b) => rankOf(a) - rankOf(b))
    .map(({ host, name, kind }, index) => ({ host, name, kind, likely: index === 0 }));
}
