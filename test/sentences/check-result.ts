import { describeParameters } from '../../labs/parameters.ts';
import { formatFixed } from '../../renderer/kit/number/format.ts';
import { checkText } from './check-text.ts';
import { record } from './recorder.ts';
import type { RealResult } from './result.ts';
import { judgeProblems, textsOf, type Speaking } from './texts.ts';

/** A sentence that is wrong, and where it stands. */
export interface Wrong {
  part: string;
  step: string;
  what: string;
  problem: string;
}

export interface Checked {
  sentences: number;
  comparisons: number;
  wrong: Wrong[];
}

/** Feeds one real result to every text of its lab and checks what they say. */
export function checkResult(speaking: Speaking, real: RealResult): Checked {
  const heard = record();
  try {
    const texts = textsOf(speaking, real);
    const ids = rawNames(speaking, real);
    const given = chosenFigures(real);
    const checked: Checked = { sentences: 0, comparisons: 0, wrong: [] };
    const seen = new Set<string>();
    for (const { part, step, what, text, computed } of texts) {
      const { sentences, comparisons, problems } = checkText(
        { text, computed },
        heard.said,
        ids,
        given,
      );
      checked.sentences += sentences;
      checked.comparisons += comparisons;
      for (const problem of problems) {
        const key = `${part} ${step} ${problem}`;
        if (!seen.has(key)) checked.wrong.push({ part, step, what, problem });
        seen.add(key);
      }
    }
    for (const { part, step, what, text } of judgeProblems(speaking, real))
      checked.wrong.push({ part, step, what, problem: text });
    return checked;
  } finally {
    heard.stop();
  }
}

/** What was chosen for the run, as it is written: 16,516 requests a second. */
const chosenFigures = ({ parameters }: RealResult): string[] =>
  Object.values(parameters)
    .filter((value) => typeof value === 'number')
    .map((value) => formatFixed(value));

/** Names that are for addresses and files: parameters in camel case, and values of results with a hyphen or a slash. */
function rawNames({ lab }: Speaking, real: RealResult): string[] {
  const names = new Set(
    describeParameters(lab.parameters)
      .map(({ name }) => name)
      .filter((name) => /[A-Z]/.test(name)),
  );
  const visit = (value: unknown): void => {
    if (typeof value === 'string' && /^[a-z]\w*([-/]\w+)+$/.test(value)) names.add(value);
    else if (typeof value === 'object' && value !== null) Object.values(value).forEach(visit);
  };
  visit(real.result);
  for (const { id } of lab.presets) if (id.includes('-')) names.add(id);
  for (const word of ofLanguage) names.delete(word);
  return [...names];
}

/** Names that are words of the field as well. */
const ofLanguage = ['fine-pruning'];
