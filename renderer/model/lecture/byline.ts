import type { Lecture } from './lecture.ts';

type Given = Pick<Lecture, 'id' | 'title' | 'facts'>;

/** More characters than this are no line beside others. */
const longest = 90;

/**
 * Who gives a lecture, where and when, on one line: "A. Person, A university, 2026-03-01"; without the rest where that is long. Empty where
 * nothing of it is said.
 */
export function bylineOf({ facts }: Pick<Lecture, 'facts'>): string {
  const whole = [facts?.lecturer, ...(facts?.of ?? [])].filter(Boolean).join(', ');
  return whole.length > longest && facts ? facts.edition : whole;
}

/** Which lecture it is and who gives it, on one line. Ours says its title alone, as its title page and its credits say the rest. */
export const lectureLine = (lecture: Given): string =>
  [lecture.title, isOurs(lecture) ? '' : bylineOf(lecture)].filter(Boolean).join(' · ');

/** What the window is called while a slide is shown. A lecture from a folder says which it is, and who gives it. */
export const slideTitle = (lecture: Given, slide: string): string =>
  [slide, ...(isOurs(lecture) ? [] : [lectureLine(lecture)]), 'Lectern'].join(' · ');

const isOurs = ({ id }: Given) => !id.startsWith('folder-');
