import { nameKey, nameKeys } from '../../../labs/data/people/fold.ts';
import type { Whose } from './points/roster.ts';
import type { Submission, SubmittedRun } from './submission.ts';
import type { SameRun } from './same-runs.ts';
import { placeNames, studentOf } from './students.ts';

/** Something about a file that its reader should know. `look`: worth asking about; the rest only explains what the tables show. */
export interface Mark {
  look: boolean;
  words: string;
}

const few = 6;
const list = (all: readonly (string | number)[]) =>
  `${all.slice(0, few).join(', ')}${all.length > few ? ` and ${all.length - few} more` : ''}`;
const count = (n: number, one: string, more = `${one}s`) =>
  `${n.toLocaleString('en-US')} ${n === 1 ? one : more}`;
const runNames = (runs: readonly SubmittedRun[]) =>
  `${runs.length === 1 ? 'run' : 'runs'} ${list(runs.map(({ lab, number }) => `${number} of ${lab}`))}`;

/** Everything that is to be said of one file, what is worth asking about first. */
export function marksOf(
  file: Submission,
  files: readonly Submission[],
  same: readonly SameRun[],
  whose: Whose | null = null,
): Mark[] {
  const look: string[] = [];
  const note: string[] = [];
  if (file.why !== null) look.push(`Not read: ${file.why}`);

  const copies = files.filter(
    (other) => other !== file && file.digest !== null && other.digest === file.digest,
  );
  if (copies.length > 0)
    look.push(`The same file as ${list(copies.map((copy) => copy.file))}, to the letter`);
  look.push(...whoseWords(file, whose));
  const unfit = file.runs.filter(({ hashFits }) => !hashFits);
  if (unfit.length > 0) look.push(`Changed after it was written, by its hash: ${runNames(unfit)}`);
  for (const { how, of } of same) {
    const mine = of.find((one) => one.file === file);
    if (!mine) continue;
    const others = of
      .filter((one) => one.file !== file)
      .map((one) => `${studentOf(one.file).name} (run ${one.run.number})`);
    const what = {
      hash: 'The same run as',
      timings: 'The same measured times as',
      duration: 'The same run under another id as',
    }[how];
    look.push(`${what} ${list(others)}: ${runNames([mine.run])}`);
  }
  const late = file.runs.filter(({ lockedAfter }) => lockedAfter);
  if (late.length > 0) look.push(`Prediction locked after the run began: ${runNames(late)}`);
  for (const words of disagreements(file)) look.push(words);

  if (file.cutShort) look.push('Cut short: the file ends before the notebook does');
  if (file.missing > 0)
    look.push(`${count(file.missing, 'run')} fewer than the file says of itself`);
  if (file.damaged.count > 0)
    look.push(
      `${count(file.damaged.count, 'damaged line')}: ${list(file.damaged.lines)}` +
        (file.damaged.count > file.damaged.lines.length && file.damaged.lines.length <= few
          ? ' …'
          : ''),
    );
  if (file.state === 'notebook' && file.learner === null) look.push('No answers that can be read');

  const student = studentOf(file);
  const twins = files.filter(
    (other) => other !== file && student.named && studentOf(other).key === student.key,
  );
  if (twins.length > 0)
    look.push(
      `${twins.length === 1 ? 'Another file has' : 'Other files have'} the same name and course: ${list(twins.map((twin) => twin.file))}`,
    );
  if (file.newerRuns > 0)
    note.push(`${count(file.newerRuns, 'run')} of a newer version of Lectern not read`);
  if (file.state === 'card') note.push('A single run card: it holds no answers');
  else if (file.state === 'notebook' && !student.named) note.push('No name in the notebook');
  return [
    ...look.map((words) => ({ look: true, words })),
    ...note.map((words) => ({ look: false, words })),
  ];
}

/** Where the names that a file goes by do not agree, or the roster does not know them. */
function whoseWords(file: Submission, whose: Whose | null): string[] {
  const { folder } = placeNames(file.file);
  const said = file.learner?.who.name.trim() ?? '';
  const words = (name: string) => nameKey(name).split(' ');
  const agree =
    folder === null ||
    said === '' ||
    nameKeys(said).some((key) => nameKeys(folder).includes(key)) ||
    words(said).every((word) => words(folder).includes(word)) ||
    words(folder).every((word) => words(said).includes(word));
  const found = agree
    ? []
    : [`The notebook says ${brief(said)}, the course system ${brief(folder)}`];
  if (whose === null || file.why !== null) return found;
  if (whose.several.length > 0)
    found.push(`${whose.several.length} people in the roster have this name: whose is it?`);
  else if (whose.people.length === 0) found.push('Not in the roster');
  return found;
}

/**
 * Predictions of which the notebook says another thing than the card of the run that used them, or
 * that were locked after that run began.
 */
function disagreements({ learner, runs }: Submission): string[] {
  const found: string[] = [];
  for (const [lab, { predictions }] of Object.entries(learner?.labs ?? {}))
    for (const [step, said] of Object.entries(predictions)) {
      const run = said.usedBy === null ? undefined : runs.find(({ id }) => id === said.usedBy);
      if (!run?.prediction || run.prediction.step !== step) continue;
      if (run.prediction.value !== said.value)
        found.push(
          `${lab}/${step} is ${brief(said.value)} in the answers and ${brief(run.prediction.value)} on run ${run.number}`,
        );
    }
  return found;
}

const brief = (value: number | string) =>
  typeof value === 'number'
    ? String(value)
    : `“${value.length > 40 ? `${value.slice(0, 40)}…` : value}”`;
