import { beforeEach, describe, expect, it } from 'vitest';
import { createAddressStore, type Bar } from './address-store.ts';
import type { Known } from './address.ts';

const known: Known = {
  slides: [
    { id: 'title', steps: 1 },
    { id: 'agenda', steps: 2 },
  ],
  labs: {},
};

/** A real history, without a browser: entries, and a listener that a person's move calls. */
class History implements Bar {
  entries: string[];
  private tell = () => {};
  constructor(start: string) {
    this.entries = [start];
  }
  read = () => this.entries.at(-1)!;
  write = (hash: string, how: 'push' | 'replace') => {
    if (how === 'replace') this.entries.pop();
    this.entries.push(hash);
  };
  listen = (listener: () => void) => void (this.tell = listener);
  /** A click on a link: the address changes at once, the browser tells a moment later. */
  follow = (hash: string) => void this.entries.push(hash);
  told = () => this.tell();
  type(hash: string) {
    this.follow(hash);
    // A browser tells of a typed address twice: popstate, then hashchange.
    this.tell();
    this.tell();
  }
  back() {
    this.entries.pop();
    this.tell();
  }
}

let bar: History;
beforeEach(() => void (bar = new History('')));

describe('the address on screen', () => {
  it('leaves an empty bar empty, so that the place one left off at can be opened', () => {
    expect(createAddressStore(known, bar).getState()).toMatchObject({ empty: true, message: null });
    expect(bar.entries).toEqual(['']);
  });

  it('writes what it shows: a slide is an entry of its own, a step replaces it', () => {
    const store = createAddressStore(known, bar);
    store.go({ room: 'slides', slide: 'agenda', step: 1, lab: null });
    store.go({ room: 'slides', slide: 'agenda', step: 2, lab: null }, 'replace');
    expect(bar.entries).toEqual(['', '#/slides/agenda?step=2']);
    expect(store.getState().empty).toBe(false);
  });

  it('does not let the place that is being left overwrite a link that was just followed', () => {
    const store = createAddressStore(known, bar);
    store.go({ room: 'slides', slide: 'title', step: 1, lab: null });
    bar.follow('#/slides/agenda');
    store.go({ room: 'read', slide: 'title', print: null }, 'replace');
    expect(bar.read()).toBe('#/slides/agenda');
    bar.told();
    expect(store.getState().address).toMatchObject({ room: 'slides', slide: 'agenda' });
    // Going somewhere else on purpose counts at any time.
    bar.follow('#/slides/title');
    store.go({ room: 'exercises' });
    bar.told();
    expect(store.getState().address).toEqual({ room: 'exercises' });
  });

  it('follows the person back', () => {
    const store = createAddressStore(known, bar);
    store.go({ room: 'slides', slide: 'title', step: 1, lab: null });
    store.go({ room: 'slides', slide: 'agenda', step: 1, lab: null });
    bar.back();
    expect(store.getState().address).toMatchObject({ slide: 'title' });
  });

  it('corrects a wrong address in the bar and keeps the message until the next move', () => {
    const store = createAddressStore(known, bar);
    bar.type('#/slides/agenda?step=7');
    expect(bar.read()).toBe('#/slides/agenda');
    expect(store.getState().message).toContain('steps 1 to 2');
    store.dismiss();
    expect(store.getState().message).toBeNull();
    store.open('#/slides/nowhere');
    expect(store.getState()).toMatchObject({
      address: { slide: 'title' },
      message: expect.stringContaining('nowhere'),
    });
  });
});
