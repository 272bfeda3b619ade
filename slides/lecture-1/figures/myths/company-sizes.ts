/**
 * Answers to "how many people work at your company" in the public data of Stack Overflow's 2017
 * survey, without "I don't know" and "I prefer not to answer".
 */
export const companySizes = [
  { from: 0, label: '< 10', answers: 3807 },
  { from: 10, label: '10+', answers: 4103 },
  { from: 20, label: '20+', answers: 8587 },
  { from: 100, label: '100+', answers: 7274 },
  { from: 500, label: '500+', answers: 2486 },
  { from: 1000, label: '1,000+', answers: 3831 },
  { from: 5000, label: '5,000+', answers: 1604 },
  { from: 10_000, label: '10,000+', answers: 5680 },
] as const;

const total = companySizes.reduce((sum, { answers }) => sum + answers, 0);

/** Share of the answers, 0 to 1. */
export const shareOf = (answers: number): number => answers / total;

/** Share that works with so many people or more. */
export const shareFrom = (people: number): number =>
  shareOf(
    companySizes
      .filter(({ from }) => from >= people)
      .reduce((sum, { answers }) => sum + answers, 0),
  );
