import type { ReadingChoice } from '../../../data/survey.ts';

/** How a file is read, with a cell that means “not known” or that does not: whatever was said of it before is taken back. */
export function withMark(choice: ReadingChoice, mark: string, isMissing: boolean): ReadingChoice {
  const [marks, values] = [choice.missing.marks, choice.missing.values].map((said) =>
    said.filter((one) => one !== mark),
  ) as [string[], string[]];
  return {
    ...choice,
    missing: isMissing ? { marks: [...marks, mark], values } : { marks, values: [...values, mark] },
  };
}
