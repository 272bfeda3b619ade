import type { DevTools, Session } from './devtools.ts';

/** A page of Chromium that has come into being and waits, before its first request, until it is told to go on. */
export interface Target {
  id: string;
  session: Session;
  /** Whether a page opened it. Not told where the opener said `noopener`. */
  opened: boolean;
}

/** Where pages wait from the moment Chromium makes them until somebody takes them in. */
export class Targets {
  private readonly arrived = new Map<string, Target>();
  private readonly ours = new Set<string>();
  private readonly popups: ((target: Target) => void)[] = [];
  private readonly gone = new Map<string, () => void>();
  private making = 0;

  private constructor(private readonly devtools: DevTools) {
    const { browser } = devtools;
    const sessions = new Map<string, string>();
    browser.on('Target.attachedToTarget', ({ sessionId, targetInfo, waitingForDebugger }) => {
      const session = devtools.session(sessionId);
      sessions.set(sessionId, targetInfo.targetId);
      // One that was there before us is nobody's window.
      if (!waitingForDebugger) return;
      const opened = targetInfo.openerFrameId !== undefined || targetInfo.openerId !== undefined;
      this.arrived.set(targetInfo.targetId, { id: targetInfo.targetId, session, opened });
      this.match();
    });
    browser.on('Target.detachedFromTarget', ({ sessionId }) => {
      devtools.detached(sessionId);
      this.gone.get(sessions.get(sessionId)!)?.();
    });
  }

  static async watch(devtools: DevTools): Promise<Targets> {
    const targets = new Targets(devtools);
    await devtools.browser.send('Target.setAutoAttach', {
      autoAttach: true,
      waitForDebuggerOnStart: true,
      flatten: true,
      filter: [{ type: 'page' }, { exclude: true }],
    });
    return targets;
  }

  /** A page that nobody opened but the program. */
  async make(): Promise<Target> {
    this.making += 1;
    const { targetId } = await this.devtools.browser
      .send('Target.createTarget', { url: 'about:blank', newWindow: true })
      .finally(() => (this.making -= 1));
    this.ours.add(targetId);
    for (;;) {
      const target = this.take((one) => one.id === targetId);
      if (target) {
        this.match();
        return target;
      }
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  }

  /** The page that a page has just opened: they come in the order in which they were opened. */
  popup(): Promise<Target> {
    const target = new Promise<Target>((resolve) => this.popups.push(resolve));
    this.match();
    return target;
  }

  onGone(id: string, listener: () => void): void {
    this.gone.set(id, listener);
  }

  close(id: string): void {
    this.devtools.browser
      .send('Target.closeTarget', { targetId: id })
      .catch(() => 'It is closed already.');
  }

  private match(): void {
    const [first] = this.popups;
    if (!first) return;
    // One with no opener may be one that the program is just making, until that says which it is.
    const target = this.take(
      ({ id, opened }) => opened || (this.making === 0 && !this.ours.has(id)),
    );
    if (!target) return;
    this.popups.shift();
    first(target);
  }

  private take(which: (target: Target) => boolean): Target | undefined {
    const found = [...this.arrived.values()].find(which);
    if (found) this.arrived.delete(found.id);
    return found;
  }
}
