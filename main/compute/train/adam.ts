/** Constants of Adam (Kingma & Ba 2015), those of TensorFlow.js. */
const beta1 = 0.9;
const beta2 = 0.999;
const epsilon = 1e-7;

/**
 * What Adam's correction makes of rate and ε in some steps. The averages m and v begin at 0, so step t divides them by 1 − β₁ᵗ and
 * 1 − β₂ᵗ: rate·m̂/(√v̂ + ε) is the same as rate′·m/(√v + ε′) with the two numbers returned here.
 * @param done steps before these
 */
export function adamSchedule(
  rate: number,
  done: number,
  steps: number,
): { rates: Float32Array; epsilons: Float32Array } {
  const rates = new Float32Array(steps);
  const epsilons = new Float32Array(steps);
  for (let k = 0; k < steps; k++) {
    const t = done + k + 1;
    const correction = Math.sqrt(1 - beta2 ** t);
    rates[k] = (rate * correction) / (1 - beta1 ** t);
    epsilons[k] = epsilon * correction;
  }
  return { rates, epsilons };
}
