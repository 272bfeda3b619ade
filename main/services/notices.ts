import type { Notice } from '../contract/methods.ts';

/** What the person should know without having asked. One of each id; the newest stands. */
export class Notices {
  private readonly byId = new Map<string, Notice>();
  constructor(private readonly changed: () => void) {}

  list(): Notice[] {
    return [...this.byId.values()];
  }
  add = (notice: Notice): void => {
    this.byId.set(notice.id, notice);
    this.changed();
  };
  remove = (id: string): void => {
    if (this.byId.delete(id)) this.changed();
  };
}

/** After an update: so many predictions had been judged by runs with other settings than their question's. */
export const judgedAnewNotice = (count: number): Notice => ({
  id: 'judged-anew',
  what:
    count === 1
      ? '1 prediction had met a run with other settings than its question is about. It is judged anew.'
      : `${count} predictions had met runs with other settings than their questions are about. They are judged anew.`,
  safe: 'What you said, your answers and all runs are kept.',
  next: 'Where a question has no run with its own settings yet, run that part once more.',
});
