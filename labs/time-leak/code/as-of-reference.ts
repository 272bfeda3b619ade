export interface Row {
  user: number;
  time: number;
}
export interface Past extends Row {
  available: number;
  value: number;
}

/** The reference, another way than the worked answer: the usable records in order of time, and the last of them. */
export function referenceValues(rows: readonly Row[], history: readonly Past[]): (number | null)[] {
  return rows.map(({ user, time }) => {
    const usable = history.filter((past) => past.user === user && past.available <= time);
    // A stable sort: of one time the last in the list stays last.
    return usable.sort((a, b) => a.time - b.time).at(-1)?.value ?? null;
  });
}
