import { z } from 'zod';
import type { Host } from '../../host/host.ts';
import type { AddressStore } from '../../model/address/address-store.ts';
import type { Address } from '../../model/address/address.ts';
import { isFullScreen } from '../../shared/slide-tools/full-screen.ts';
import { isLecturePlace } from './place.ts';

/** The presenter's window says every few seconds that it is there; each other window answers with what it shows. */
export const presenterKey = 'lecture/presenter';
const audienceKeys = 'audience/';

const beatEveryMs = 3000;
/** A window that has not answered this many beats is gone. */
const patience = 3;
/** The host takes back the word of a window that closes. A presenter's that hangs counts as there for so long. */
const presenterGoneMs = 90_000;

/** What another window shows: a slide, a lab beside it or over the whole window, or no part of the lecture. */
export const views = ['slide', 'beside', 'lab', 'elsewhere'] as const;
export type View = (typeof views)[number];

const answer = z.object({
  beat: z.number(),
  width: z.number(),
  height: z.number(),
  full: z.boolean().default(false),
  view: z.enum(views).default('slide'),
});

/** Another window than the presenter's, in real pixels. */
export interface Audience {
  width: number;
  height: number;
  /** Whether it fills its screen. */
  full: boolean;
  view: View;
}

/** The windows that show the lecture. */
export const inLecture = (audiences: readonly Audience[]): Audience[] =>
  audiences.filter(({ view }) => view !== 'elsewhere');

/** Where a window is, as the presenter is told of it; null for a presenter's window, which no room sees. */
export function viewOf(address: Address): View | null {
  if (address.room === 'present') return null;
  if (!isLecturePlace(address)) return 'elsewhere';
  if (address.room === 'labs') return 'lab';
  return address.lab ? 'beside' : 'slide';
}

/** For every window but the presenter's: hears the presenter, and says what it shows, again when that changes. */
export function listenForPresenter(
  host: Host,
  addresses: Pick<AddressStore, 'getState' | 'subscribe'>,
): { presenting: () => boolean } {
  const key = audienceKeys + crypto.randomUUID().slice(0, 8);
  /** The last beat, and what the shared state says of it now. */
  let beat: unknown = null;
  let seen: unknown = null;
  let heardAt = 0;
  let said: View | null = null;
  const say = () => {
    said = viewOf(addresses.getState().address);
    if (typeof beat !== 'number' || said === null) return;
    const real = (size: number) => Math.round(size * devicePixelRatio);
    const size = { width: real(innerWidth), height: real(innerHeight) };
    host.share(key, { beat, ...size, full: isFullScreen(), view: said }, false);
  };
  let forgetting: ReturnType<typeof setTimeout> | undefined;
  /** The word of a window that hangs is taken back here: all windows go by it. One that was only slow says it again. */
  const forgetLater = () => {
    clearTimeout(forgetting);
    if (beat === null) return;
    forgetting = setTimeout(() => {
      const { connection, shared } = host.store.getState();
      if (connection !== 'open') forgetLater();
      else if (shared[presenterKey] === beat) host.share(presenterKey, null, false);
    }, presenterGoneMs);
  };
  const hear = (isBack: boolean) => {
    const next = host.store.getState().shared[presenterKey] ?? null;
    if (next === seen) return;
    seen = next;
    // A host that was started again was told of nobody yet: that is no word of the presenter's window.
    if (next === null && isBack) return;
    beat = next;
    heardAt = performance.now();
    forgetLater();
    say();
  };
  hear(false);
  host.store.subscribe(({ connection }, before) =>
    hear(connection === 'open' && before.connection !== 'open'),
  );
  addresses.subscribe(({ address }) => {
    const isOpen = host.store.getState().connection === 'open';
    if (isOpen && viewOf(address) !== said) say();
  });
  return { presenting: () => beat !== null && performance.now() - heardAt < presenterGoneMs };
}

/**
 * For the presenter's window: says that it is there until `stop`, and tells what the other windows show whenever that changes.
 * Answers are compared with the heartbeats themselves, so that no two clocks need to agree.
 */
export function startHeartbeat(
  host: Host,
  tell: (audiences: Audience[]) => void,
): { stop: () => void } {
  /** The last beats of this window, and those of another presenter's window. */
  const recent = { own: [] as number[], others: [] as number[] };
  const known = (beat: number) => recent.own.includes(beat) || recent.others.includes(beat);
  let last = '';
  const look = () => {
    const here: Audience[] = [];
    for (const [key, value] of Object.entries(host.store.getState().shared)) {
      const said = key.startsWith(audienceKeys) ? answer.safeParse(value).data : undefined;
      if (!said || !known(said.beat)) continue;
      const { width, height, full, view } = said;
      here.push({ width, height, full, view });
    }
    if (JSON.stringify(here) !== last) tell(here);
    last = JSON.stringify(here);
  };
  const remember = (beats: number[], said: number) => {
    beats.push(said);
    if (beats.length > patience) beats.shift();
  };
  const beat = () => {
    if (host.store.getState().connection !== 'open') return;
    const now = Date.now();
    remember(recent.own, now);
    host.share(presenterKey, now, false);
    look();
  };
  /** Another presenter's window may be open too: windows answer whichever beat came last, and this one is still here when that one goes. */
  const hearOther = () => {
    const said = host.store.getState().shared[presenterKey];
    if (typeof said !== 'number') beat();
    else if (!known(said)) remember(recent.others, said);
  };
  beat();
  const timer = setInterval(beat, beatEveryMs);
  const unsubscribe = host.store.subscribe((state, before) => {
    if (state.connection === 'open' && before.connection !== 'open') beat();
    else if (state.shared !== before.shared) {
      if (state.shared[presenterKey] !== before.shared[presenterKey]) hearOther();
      look();
    }
  });
  return {
    stop: () => {
      clearInterval(timer);
      unsubscribe();
      if (host.store.getState().connection === 'open') host.share(presenterKey, null, false);
    },
  };
}
