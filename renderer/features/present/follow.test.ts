import { createStore } from 'zustand/vanilla';
import { describe, expect, it } from 'vitest';
import type { Known } from '../../model/address/address.ts';
import { createAddressStore, type Bar } from '../../model/address/address-store.ts';
import type { Host } from '../../host/host.ts';
import { initialHostState, type HostState } from '../../host/host.ts';
import { followLecture, verdict, type WindowState } from './follow.ts';
import { createPlaceStore, placeKey } from './place.ts';

const slides = ['title', 'agenda', 'end'].map((id) => ({ id, steps: 3 }));
const known: Known = { slides, labs: {} };
const nothing = () => undefined;
const always = () => true;

describe('who follows', () => {
  const here = '#/slides/agenda';
  const there = '#/slides/end';
  const still: WindowState = {
    own: here,
    told: here,
    lecture: here,
    heard: here,
    presenting: true,
  };
  it.each<[string, Partial<WindowState>, string]>([
    ['in step', {}, 'stay'],
    ['moved here', { own: there }, 'lead'],
    ['the lecture moved', { lecture: there }, 'follow'],
    ['the lecture moved, nobody presents', { lecture: there, presenting: false }, 'stay'],
    ['moved here, nobody presents', { own: there, presenting: false }, 'lead'],
    ['in the notebook', { own: null, lecture: there }, 'stay'],
    ['comes in while somebody presents', { told: null, heard: null, lecture: there }, 'follow'],
    ['comes in alone', { told: null, heard: null, lecture: there, presenting: false }, 'lead'],
    ['first of all', { told: null, heard: null, lecture: null }, 'lead'],
    ['the host was started again', { lecture: null, presenting: false }, 'lead'],
    ['the same while somebody presents, who tells the place', { lecture: null }, 'stay'],
    ['the same, but moved here meanwhile', { lecture: null, own: there }, 'lead'],
    ['a presenter’s window opens elsewhere', { lecture: there, heard: here }, 'follow'],
    ['both moved', { own: '#/slides/title', lecture: there }, 'lead'],
    ['what can’t be followed is not asked for twice', { lecture: there, heard: there }, 'stay'],
  ])('%s', (_, change, expected) => expect(verdict({ ...still, ...change })).toBe(expected));
});

/** A host that tells every window at once: what `stage.set` does, without the wire. */
function room() {
  const hosts: Host[] = [];
  let presenting = true;
  const enter = (shared: HostState['shared'] = hosts[0]?.store.getState().shared ?? {}): Host => {
    const host = {
      store: createStore(() => ({
        ...initialHostState,
        connection: 'open' as const,
        ready: true,
        shared,
      })),
      share: (key: string, value: HostState['shared'][string]) =>
        hosts.forEach((one) =>
          one.store.setState(({ shared: old }) => ({ shared: { ...old, [key]: value } })),
        ),
    } as unknown as Host;
    hosts.push(host);
    return host;
  };
  const open = (hash: string) => {
    const bar: Bar & { hash: string } = {
      hash,
      read: () => bar.hash,
      write: (next) => void (bar.hash = next),
      listen: () => undefined,
    };
    const addresses = createAddressStore(known, bar);
    followLecture(enter(), addresses, known, () => presenting);
    return { bar, addresses };
  };
  return { enter, open, present: (now: boolean) => void (presenting = now) };
}

describe('windows together', () => {
  it('presenter and audience lead each other, step by step', () => {
    const { enter, open } = room();
    const audience = open('#/slides/agenda');
    const presenter = createPlaceStore(enter(), known, nothing, always);
    expect(presenter.getState().address).toMatchObject({ slide: 'agenda', step: 1 });
    presenter.go({ room: 'slides', slide: 'agenda', step: 2, lab: null });
    expect(audience.bar.hash).toBe('#/slides/agenda?step=2');
    audience.addresses.go({ room: 'slides', slide: 'end', step: 1, lab: null });
    expect(presenter.getState().address).toMatchObject({ slide: 'end' });
  });

  it('a window in the notebook stays there, and joins the lecture when it comes back', () => {
    const { open } = room();
    const audience = open('#/slides/agenda');
    const other = open('#/notebook');
    audience.addresses.go({ room: 'slides', slide: 'end', step: 1, lab: null });
    expect(other.bar.hash).toBe('#/notebook');
    other.addresses.go({ room: 'slides', slide: 'title', step: 1, lab: null });
    expect(other.bar.hash).toBe('#/slides/end');
  });

  it('without a presenter everybody goes alone; whoever opens one finds the lecture’s place', () => {
    const { open, present, enter } = room();
    present(false);
    const [one, two] = [open('#/slides/agenda'), open('#/slides/title')];
    one.addresses.go({ room: 'slides', slide: 'end', step: 3, lab: null });
    expect(two.bar.hash).toBe('#/slides/title');
    expect(createPlaceStore(enter(), known, nothing, always).getState().address).toMatchObject({
      slide: 'end',
      step: 3,
    });
  });

  it('the presenter opens elsewhere what is no part of the lecture, and says what a wrong link said', () => {
    const { enter } = room();
    const opened: unknown[] = [];
    const host = enter({});
    const store = createPlaceStore(host, known, (address) => opened.push(address), always);
    store.go({ room: 'notebook', run: null });
    expect(opened).toEqual([{ room: 'notebook', run: null }]);
    expect(host.store.getState().shared[placeKey]).toBeUndefined();
    store.open('#/slides/nowhere');
    expect(store.getState()).toMatchObject({
      address: { slide: 'title' },
      message: 'There is no slide “nowhere”. Here is the first one.',
    });
  });

  it('to a host that was started again the presenter’s window tells where the lecture was, and no other does', () => {
    const shared = { [placeKey]: '#/slides/end' };
    for (const leads of [true, false]) {
      const host = room().enter(shared);
      createPlaceStore(host, known, nothing, () => leads);
      host.store.setState({ connection: 'lost' });
      host.store.setState({ connection: 'open', shared: {} });
      expect(host.store.getState().shared).toEqual(leads ? shared : {});
    }
  });
});
