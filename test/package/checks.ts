/** Runs checks one after another, prints a line for each, and counts. One that throws has failed; the others go on. */
export class Checks {
  passed = 0;
  failed = 0;
  unrun = 0;

  /** What `work` returns is printed behind the name; null where it failed. */
  async check<T>(name: string, work: () => Promise<T> | T): Promise<T | null> {
    const start = performance.now();
    try {
      const result = await work();
      this.passed += 1;
      console.log(
        `  ok    ${name}${typeof result === 'string' ? `: ${result}` : ''} (${seconds(start)})`,
      );
      return result;
    } catch (error) {
      this.failed += 1;
      console.log(
        `  FAIL  ${name} (${seconds(start)})\n        ${(error as Error).message.split('\n').join('\n        ')}`,
      );
      return null;
    }
  }

  /** A check that can't be made because an earlier one failed counts as failed. */
  skipped(name: string): void {
    this.failed += 1;
    console.log(`  FAIL  ${name}: not run, what it needs is missing`);
  }

  /** A check that this computer has no tool for: it is told, and nothing has failed. */
  notRun(name: string, why: string): void {
    this.unrun += 1;
    console.log(`  --    ${name}: not run, ${why}`);
  }

  /** The closing line. */
  summary(): string {
    const unrun = this.unrun > 0 ? `, ${this.unrun} not run` : '';
    return `${this.passed} passed, ${this.failed} failed${unrun}`;
  }
}

const seconds = (start: number) => `${((performance.now() - start) / 1000).toFixed(1)} s`;

/** Throws with every complaint, one a line. */
export function none(complaints: readonly string[]): void {
  if (complaints.length > 0) throw new Error(complaints.join('\n'));
}
