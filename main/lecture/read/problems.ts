import type { LectureProblem } from '../../contract/lecture-folder.ts';
import { limits } from './limits.ts';

const cut = (text: string, most: number) =>
  text.length > most ? `${text.slice(0, most - 1)}…` : text;

/** What is wrong with a lecture, in the order in which it was found. No more than `limits.problems` are kept. */
export class Problems {
  readonly list: LectureProblem[] = [];

  add(problem: LectureProblem): void {
    if (this.list.length >= limits.problems) return;
    this.list.push({
      ...problem,
      file: cut(problem.file, 300),
      what: cut(problem.what, 600),
      fix: cut(problem.fix, 600),
    });
  }
}

/** What a person wrote, short enough for a message and without line ends. */
export const quoted = (text: string): string => `“${cut(text.replace(/\s+/g, ' ').trim(), 60)}”`;
