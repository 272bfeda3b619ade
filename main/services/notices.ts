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
