import type { Host } from './host.ts';
import { createHostStore } from './host.ts';

/**
 * The host as paper knows it: the person's settings, and nothing that a room or a learner did. What
 * is printed for a class holds no votes, no answers and no runs of whoever prints it, and nothing on
 * it changes while it is laid out.
 */
export function paperHost(host: Host): Host {
  const store = createHostStore();
  const { connection, info, settings } = host.store.getState();
  store.setState({ connection, info, settings, ready: true, listed: true });
  return { ...host, store, share: () => undefined };
}
