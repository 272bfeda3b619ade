import type { LectureProblem } from '../../contract/lecture-folder.ts';
import { limits } from './limits.ts';

const cut = (text: string, most: number) =>
  text.length > most ? `${text.slice(0, most - 1)}…` : text;

/** What is wrong with a lecture, in the order in which it was found. Of more than `limits.problems` the last one says how many. */
export class Problems {
  readonly list: LectureProblem[] = [];
  private left = 0;

  add(problem: LectureProblem): void {
    if (this.list.length < limits.problems && this.left === 0)
      this.list.push({
        ...problem,
        file: cut(problem.file, 300),
        what: cut(problem.what, 600),
        fix: cut(problem.fix, 600),
      });
    else this.leaveOut(problem);
  }

  private leaveOut({ file, level }: LectureProblem): void {
    const before = this.left > 0 ? this.list.pop()!.level : level;
    this.left += 1;
    this.list.push({
      level: before === 'error' ? before : level,
      file: cut(file, 300),
      line: 0,
      what: `More is wrong than is listed: ${this.left} not shown.`,
      fix: 'Mend these first.',
    });
  }
}

/** What a person wrote, short enough for a message and without line ends. */
export const quoted = (text: string): string => `“${cut(text.replace(/\s+/g, ' ').trim(), 60)}”`;
