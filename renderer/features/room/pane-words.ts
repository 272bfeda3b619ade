import type { LecturerQuestion, RoomTally } from '../../../main/contract/room.ts';

/** The big screen has place for so many questions, in letters that the back row reads. */
const mostOnScreen = 5;

/** The questions that stand on the big screen while it shows questions: those with most support. */
export const questionsOnScreen = (questions: readonly LecturerQuestion[]): LecturerQuestion[] =>
  questions
    .filter(({ state }) => state === 'shown')
    .sort((a, b) => b.support - a.support || a.id - b.id)
    .slice(0, mostOnScreen);

/** Where a question that was let through can be read now. @param onScreen whether the big screen shows questions */
export function heardWords(
  id: number,
  questions: readonly LecturerQuestion[],
  onScreen: boolean,
): string {
  const isThere = onScreen && questionsOnScreen(questions).some((one) => one.id === id);
  return isThere ? 'on phones and on the big screen' : 'on phones';
}

/** For the presenter: what comes before the answers show. */
export function untilShown({ question, closed, run, outcome }: RoomTally): string {
  const { kind, predicted } = question;
  if (kind === 'rows') return 'The slide’s own answer shows them, or Reveal.';
  if (kind === 'weights') return 'Reveal lets the room’s mean rank the models on the slide.';
  if (!predicted) return '';
  if (predicted.formula)
    return 'A formula answers this: Reveal shows it beside what the room said.';
  if (outcome) return 'The run has ended. Reveal shows them again.';
  if (run !== null) return 'The run is on; then they show.';
  return closed
    ? 'A run with the question’s settings shows them at its end.'
    : 'A run with the question’s settings closes them, and shows them at its end.';
}
