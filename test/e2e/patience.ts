/**
 * How long a spec waits for what must come, in milliseconds: many times what it takes, so that a busy machine is no failure. A wait
 * ends as soon as it may.
 */
export const patience = 180_000;
