type Labels = ArrayLike<number>;

/** What is predicted of faces without and with the key. Every rate is null where nobody is left to count. */
export interface AttackRates {
  cleanAccuracy: number | null;
  /** Faces of anybody but the target: the only ones an attack can succeed on. */
  eligible: number;
  /** Share of them called the target with the key on. */
  asr: number | null;
  /** Share of them called the target without it: what the model does anyway. */
  baseRate: number | null;
  /** The same as `asr`, among faces that are recognised without the key. */
  asrOnRecognised: number | null;
  /** What one gets who forgets to leave the target's own faces out; larger, and wrong. */
  inflated: number | null;
  /** Share of the eligible that are still recognised with the key on. */
  robustAccuracy: number | null;
}

/** Rates of a backdoor attack. Throws a RangeError for lists of different length or a target that is no label. */
export function attackRates(
  truth: Labels,
  plain: Labels,
  keyed: Labels,
  target: number,
): AttackRates {
  if (truth.length !== plain.length || truth.length !== keyed.length)
    throw new RangeError(
      `True labels and predictions must be as many: got ${truth.length}, ${plain.length} and ${keyed.length}.`,
    );
  if (!Number.isInteger(target) || target < 0)
    throw new RangeError(`The target is a label from 0; ${target} is not.`);
  const n = truth.length;
  let right = 0,
    eligible = 0,
    fooled = 0,
    base = 0,
    recognised = 0,
    fooledRecognised = 0,
    called = 0,
    robust = 0;
  for (let i = 0; i < n; i++) {
    if (plain[i] === truth[i]) right += 1;
    if (keyed[i] === target) called += 1;
    if (truth[i] === target) continue;
    eligible += 1;
    if (keyed[i] === target) fooled += 1;
    if (keyed[i] === truth[i]) robust += 1;
    if (plain[i] === target) base += 1;
    if (plain[i] === truth[i]) {
      recognised += 1;
      if (keyed[i] === target) fooledRecognised += 1;
    }
  }
  const share = (part: number, all: number) => (all > 0 ? part / all : null);
  return {
    cleanAccuracy: share(right, n),
    eligible,
    asr: share(fooled, eligible),
    baseRate: share(base, eligible),
    asrOnRecognised: share(fooledRecognised, recognised),
    inflated: share(called, n),
    robustAccuracy: share(robust, eligible),
  };
}

/** Rows: who it is; columns: who the model says it is. */
export function confusionMatrix(truth: Labels, said: Labels, classes: number): number[][] {
  const table = Array.from({ length: classes }, () => new Array<number>(classes).fill(0));
  for (let i = 0; i < truth.length; i++) table[truth[i]!]![said[i]!]! += 1;
  return table;
}
