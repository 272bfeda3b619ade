/**
 * Stands in a figure that a stopped run left empty; `what` it did not come to: "trained", "measured". An empty chart would look like a
 * fault.
 */
export const stoppedWords = (what: string): string => `not ${what}: the run was stopped`;
