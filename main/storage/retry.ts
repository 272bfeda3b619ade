/**
 * What could not be written is tried again after so long: it costs nothing, and nobody waits after
 * bringing a folder back (milliseconds).
 */
export const retryMs = 5_000;
