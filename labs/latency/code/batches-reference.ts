/**
 * The reference, another way than the worked answer: moment after moment at which something can happen, and
 * at each the question whether the open batch may leave.
 */
export function referenceAnswers(
  arrivals: readonly number[],
  B: number,
  T: number,
  fixed: number,
  each: number,
): number[] {
  const answers = new Array<number>(arrivals.length).fill(NaN);
  let free = -Infinity;
  for (;;) {
    const waiting = answers.flatMap((answer, i) => (Number.isNaN(answer) ? [i] : []));
    if (waiting.length === 0) return answers;
    const due = arrivals[waiting[0]!]! + T;
    const moments = [...arrivals, due, free].sort((a, b) => a - b);
    const leaves = moments.find((now) => {
      const there = waiting.filter((i) => arrivals[i]! <= now).length;
      return now >= free && there > 0 && (there >= B || now >= due);
    })!;
    const batch = waiting.filter((i) => arrivals[i]! <= leaves).slice(0, B);
    free = leaves + fixed + batch.length * each;
    for (const i of batch) answers[i] = free;
  }
}
