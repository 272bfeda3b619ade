import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type * as Electron from 'electron';
import { app, played } from '../electron-double/app.ts';
import { electron } from '../electron-double/electron.ts';
import {
  deprecated,
  event,
  navigation,
  Played,
  type ContentsEvents,
  type Told,
} from '../electron-double/events.ts';
import { asChromiumSays, asProgramSays, isStandIn } from './address.ts';
import { browser } from './browser.ts';
import type { Session } from './devtools.ts';
import { bindingName, preloadScripts, worldName } from './preload-world.ts';
import type { Target } from './targets.ts';

type OpenHandler = Parameters<Electron.WebContents['setWindowOpenHandler']>[0];

/** Events that the double without pages has no use for. */
type PageEvents = ContentsEvents &
  Told<
    Electron.WebContents,
    {
      'did-create-window': [
        window: Electron.BrowserWindow,
        details: Electron.DidCreateWindowDetails,
      ];
    }
  >;

type UsedContents = Pick<
  Electron.WebContents,
  | 'getURL'
  | 'isDestroyed'
  | 'isLoading'
  | 'send'
  | 'executeJavaScript'
  | 'printToPDF'
  | 'reload'
  | 'forcefullyCrashRenderer'
  | 'setWindowOpenHandler'
>;

type Opens = (
  opener: PageContents,
  url: string,
  name: string,
  allowed: Electron.BrowserWindowConstructorOptions | null,
) => void;

/** What the document request of a frame is known by, between the events that tell of it. */
interface Pending {
  url: string;
  status: number;
}

export const asContents = (contents: PageContents) => contents as unknown as Electron.WebContents;

/**
 * A window's page, as the main process has it: a real page of Chromium. Each event is played when Chromium tells of the same, in the
 * order in which Chromium tells it; each call is what DevTools has for it.
 */
export class PageContents extends Played<PageEvents> implements UsedContents {
  /** Of the document that is shown: the next one has another. */
  mainFrame = { url: '' };
  /** Resolves once Chromium has the page and the preload is in place. */
  readonly ready: Promise<Target>;
  private destroyed = false;
  private openHandler: OpenHandler | null = null;
  private session: Session | null = null;
  /** The preload's world, and the frame of the document that it belongs to. */
  private world: { id: number; frame: object } | null = null;
  /** Whether a request of its main frame has been answered here. */
  private intercepted = false;
  private askedAgain = false;
  /** The page's own world. */
  private pageWorld: number | null = null;
  private scripts = { page: '', preload: '' };
  /** What a page may load has to wait for its preload. */
  private prepared: Promise<unknown> = Promise.resolve();
  private loaded: Promise<void> = Promise.resolve();
  private finish: () => void = () => undefined;
  private loading = false;
  /** Whether it shows an error page. */
  private failed = false;
  /** Where the program itself goes: Electron asks nobody about that. */
  private ownWay: 'any' | string | null = null;
  private forced = false;
  private readonly pending = new Map<string, Pending>();

  /** @param opens makes a window of a page that this one opened */
  constructor(
    target: Promise<Target>,
    preload: string,
    private readonly opens: Opens,
  ) {
    super();
    this.ready = target.then(async (one) => {
      await this.adopt(one, preload);
      return one;
    });
    this.ready.catch(() => undefined);
  }

  getURL = () => this.mainFrame.url;
  isDestroyed = () => this.destroyed;
  isLoading = () => this.loading;
  setWindowOpenHandler(handler: OpenHandler): void {
    this.openHandler = handler;
  }

  /** Nothing where no document of ours is there to hear it, as in Electron. */
  send(channel: string, ...args: unknown[]): void {
    if (this.world === null || this.destroyed) return;
    const heard = `electronHears(${JSON.stringify(channel)}, ${JSON.stringify(args)})`;
    void this.session!.send('Runtime.evaluate', {
      expression: heard,
      contextId: this.world.id,
    }).catch(() => 'That document is gone.');
  }

  async loadURL(address: string): Promise<void> {
    const url = asChromiumSays(address);
    this.begin();
    await this.ready;
    this.ownWay = url;
    const { errorText, loaderId } = await this.session!.send('Page.navigate', { url });
    if (errorText) throw new Error(`${errorText} loading '${address}'`);
    // Without a loader it stayed in its document.
    if (loaderId) await this.loaded;
    else this.ends();
  }

  reload(): void {
    this.begin();
    this.ownWay = 'any';
    void this.session!.send('Page.reload').catch(() => undefined);
  }

  /** Waits, as Electron does, until what is loading has loaded. */
  async executeJavaScript(code: string, userGesture = false): Promise<unknown> {
    await this.ready;
    await this.loaded;
    const { result, exceptionDetails } = await this.session!.send('Runtime.evaluate', {
      expression: code,
      awaitPromise: true,
      returnByValue: true,
      userGesture,
    });
    if (exceptionDetails) throw new Error(exceptionDetails.text);
    return result.value;
  }

  async printToPDF({
    preferCSSPageSize = false,
    printBackground = false,
    landscape = false,
  }: Electron.PrintToPDFOptions): Promise<Buffer> {
    await this.ready;
    const { data } = await this.session!.send('Page.printToPDF', {
      preferCSSPageSize,
      printBackground,
      landscape,
    });
    return Buffer.from(data, 'base64');
  }

  forcefullyCrashRenderer(): void {
    this.forced = true;
    this.crash();
  }

  /** The page's process dies, of itself. */
  crash(): void {
    void this.session!.send('Page.crash').catch(() => 'Nobody is left to answer.');
  }

  /** Its window is closed. Told once. */
  gone(): void {
    if (this.destroyed) return;
    this.destroyed = true;
    this.world = null;
    this.ends();
    this.play('destroyed');
  }

  /** Everything that has to stand before the page's first request, then the word to go on. */
  private async adopt({ session, id }: Target, preload: string): Promise<void> {
    this.session = session;
    this.listen(session, id);
    this.scripts = preloadScripts(readFileSync(preload, 'utf8'), randomUUID());
    // Sent in this order and answered when the page goes on.
    await Promise.all([
      session.send('Page.enable'),
      session.send('Runtime.enable'),
      session.send('Log.enable'),
      session.send('Inspector.enable'),
      session.send('Fetch.enable'),
      session.send('Runtime.addBinding', {
        name: bindingName,
        executionContextName: worldName,
      }),
      session.send('Page.addScriptToEvaluateOnNewDocument', { source: this.scripts.page }),
      session.send('Page.addScriptToEvaluateOnNewDocument', {
        source: this.scripts.preload,
        worldName,
      }),
      session.send('Runtime.runIfWaitingForDebugger'),
    ]);
    // It may have failed before it could be heard that it did.
    const { frameTree } = await session.send('Page.getFrameTree');
    this.comesTooSoon(frameTree.frame);
  }

  /**
   * A popup whose first request was on its way before anything could answer it, now and then on a busy machine, asks once more.
   * Electron's own scheme has no such gap.
   */
  private comesTooSoon({ unreachableUrl }: { unreachableUrl?: string }): boolean {
    if (!unreachableUrl || this.intercepted) return false;
    if (!this.askedAgain) void this.session!.send('Page.navigate', { url: unreachableUrl });
    this.askedAgain = true;
    return true;
  }

  /**
   * The first page of a popup takes over the empty document's window with its worlds where both are of one origin, and Chromium runs
   * no script anew. Electron has its own way round that; here the two scripts are run before the page gets its first own one.
   */
  private async prepareAgain(pageWorld: number, frameId: string): Promise<void> {
    const frame = this.mainFrame;
    const session = this.session!;
    const world = session.send('Page.createIsolatedWorld', { frameId, worldName });
    const inPage = session.send('Runtime.evaluate', {
      expression: this.scripts.page,
      contextId: pageWorld,
    });
    const [{ executionContextId: id }] = await Promise.all([world, inPage]);
    this.world = { id, frame };
    await session.send('Runtime.evaluate', { expression: this.scripts.preload, contextId: id });
  }

  private listen(session: Session, mainFrame: string): void {
    session.on('Fetch.requestPaused', (paused) => {
      const { requestId, frameId, request, resourceType } = paused;
      const main = frameId === mainFrame;
      // Its window is closed, and the program may be another one by now.
      if (this.destroyed) return;
      if (main) this.intercepted = true;
      if (resourceType === 'Document' && !this.mayNavigate(frameId, request.url, main)) {
        this.finishRequest('Fetch.failRequest', { requestId, errorReason: 'Aborted' });
        return;
      }
      this.answer(requestId, frameId, request).catch((error: Error) => {
        browser.errors.push(error.message);
        this.finishRequest('Fetch.failRequest', { requestId, errorReason: 'Failed' });
      });
    });
    session.on('Page.frameNavigated', ({ frame }) => {
      const { url: address, id } = frame;
      const url = asProgramSays(frame.unreachableUrl ?? address + (frame.urlFragment ?? ''));
      const main = id === mainFrame;
      if (main && this.comesTooSoon(frame)) return;
      // What is not asked for over the network, as about:blank, was not announced yet.
      if (!this.pending.has(id)) this.starts(url, main);
      const status = this.pending.get(id)?.status ?? 200;
      this.pending.delete(id);
      if (!main) return;
      this.mainFrame = { url };
      if (this.pageWorld !== null)
        // Gone meanwhile: then the new document has worlds of its own, and its scripts ran in them.
        this.prepared = this.prepareAgain(this.pageWorld, id).catch(() => undefined);
      this.failed = frame.unreachableUrl !== undefined;
      if (!this.failed) this.play('did-navigate', event(), url, status, '');
      // Why is not told here: the general net error stands for any.
      else this.play('did-fail-load', event(), -2, 'ERR_FAILED', url, true, 0, 0);
    });
    session.on('Page.navigatedWithinDocument', ({ frameId, url: address }) => {
      const url = asProgramSays(address);
      const main = frameId === mainFrame;
      this.starts(url, main, true);
      if (main) this.mainFrame.url = url;
      this.play('did-navigate-in-page', event(), url, main, 0, 0);
    });
    session.on('Page.loadEventFired', () => {
      this.ends();
      if (!this.failed) this.play('did-finish-load');
    });
    session.on('Runtime.executionContextCreated', ({ context }) => {
      const { frameId, isDefault } = context.auxData as unknown as {
        frameId: string;
        isDefault: boolean;
      };
      if (isDefault && frameId === mainFrame) this.pageWorld = context.id;
      if (context.name === worldName && frameId === mainFrame)
        this.world = { id: context.id, frame: this.mainFrame };
    });
    session.on('Runtime.executionContextDestroyed', ({ executionContextId }) => {
      if (this.world?.id === executionContextId) this.world = null;
    });
    session.on('Runtime.executionContextsCleared', () => {
      this.world = null;
      this.pageWorld = null;
    });
    session.on('Runtime.bindingCalled', ({ name, payload, executionContextId }) => {
      if (name !== bindingName || this.destroyed) return;
      const [channel, args] = JSON.parse(payload) as [string, unknown[]];
      const frame = executionContextId === this.world?.id ? this.world.frame : null;
      const sent = {
        sender: asContents(this),
        senderFrame: frame as Electron.WebFrameMain | null,
      } satisfies Pick<Electron.IpcMainEvent, 'sender' | 'senderFrame'>;
      electron.ipcMain.emit(channel, sent, ...args);
    });
    session.on('Page.windowOpen', ({ url, windowName }) =>
      this.opened(asProgramSays(url), windowName),
    );
    session.on('Inspector.targetCrashed', () => {
      this.world = null;
      const reason = this.forced ? 'killed' : 'crashed';
      this.forced = false;
      const details: Electron.RenderProcessGoneDetails = { reason, exitCode: 5 };
      this.play('render-process-gone', event(), details);
      app.play('render-process-gone', event(), asContents(this), details);
    });
    session.on('Runtime.exceptionThrown', ({ exceptionDetails }) => {
      browser.errors.push(exceptionDetails.exception?.description ?? exceptionDetails.text);
    });
    session.on('Log.entryAdded', ({ entry }) => {
      if (entry.source === 'security') browser.errors.push(entry.text);
    });
  }

  /** What is loading: `executeJavaScript` waits for it. */
  private begin(): void {
    if (!this.loading) this.loaded = new Promise((resolve) => (this.finish = resolve));
    this.loading = true;
  }
  private ends(): void {
    this.loading = false;
    this.finish();
  }

  private starts(url: string, main: boolean, sameDocument = false): void {
    this.play('did-start-navigation', event(navigation(url, main, sameDocument)), ...deprecated);
  }

  /** A frame is about to ask for a document: whether the program's listeners let it. */
  private mayNavigate(frame: string, address: string, main: boolean): boolean {
    const url = asProgramSays(address);
    this.pending.set(frame, { url, status: 200 });
    this.starts(url, main);
    const ownWay = this.ownWay === 'any' || this.ownWay?.split('#')[0] === address.split('#')[0];
    if (main && ownWay) {
      this.ownWay = null;
      return true;
    }
    const asked = event({ ...navigation(url, main), initiator: undefined });
    this.play('will-frame-navigate', asked as never);
    if (asked.defaultPrevented) this.pending.delete(frame);
    else if (main) this.begin();
    return !asked.defaultPrevented;
  }

  /** Answers with what the program serves; whatever is not the program's own is refused and remembered. */
  private async answer(
    requestId: string,
    frame: string,
    { url, method, headers }: { url: string; method: string; headers: Record<string, string> },
  ): Promise<void> {
    if (!isStandIn(url)) {
      browser.foreign.push(url);
      this.finishRequest('Fetch.failRequest', { requestId, errorReason: 'BlockedByClient' });
      return;
    }
    const translated = Object.entries(headers).map(([name, value]): [string, string] => [
      name,
      asProgramSays(value),
    ]);
    const response = await played.pages!(
      new Request(asProgramSays(url), { method, headers: translated }),
    );
    const body = Buffer.from(await response.arrayBuffer()).toString('base64');
    // The document itself comes before that.
    await this.prepared;
    const pending = this.pending.get(frame);
    if (pending?.url === asProgramSays(url)) pending.status = response.status;
    this.finishRequest('Fetch.fulfillRequest', {
      requestId,
      responseCode: response.status,
      responseHeaders: [...response.headers].map(([name, value]) => ({ name, value })),
      body,
    });
  }

  private finishRequest<Method extends 'Fetch.failRequest' | 'Fetch.fulfillRequest'>(
    method: Method,
    params: Parameters<Session['send']>[1],
  ): void {
    this.session!.send(method, params as never).catch(
      () => 'The page that asked has been left meanwhile.',
    );
  }

  /** A page asks for a new window. Chromium has made it, but lets it do nothing until the program has said what becomes of it. */
  private opened(url: string, name: string): void {
    const verdict = this.openHandler?.({
      url,
      frameName: name,
      features: '',
      disposition: 'new-window',
      referrer: { url: '', policy: 'no-referrer' },
    }) ?? { action: 'allow' as const };
    const options =
      verdict.action === 'allow' ? (verdict.overrideBrowserWindowOptions ?? {}) : null;
    this.opens(this, url, name, options);
  }
}
