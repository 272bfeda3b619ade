import { EventEmitter } from 'node:events';
import type * as Electron from 'electron';

/**
 * What a listener of `Emitter` is told, by event. Each entry stands only where Electron's own types say that what they tell
 * fits it; where a signature changed it becomes `never`, and whatever plays the event no longer compiles.
 */
export type Told<Emitter, Events extends Record<string, unknown[]>> = {
  [Name in keyof Events]: Emitter extends {
    on: (event: Name, listener: (...args: Events[Name]) => void) => unknown;
  }
    ? Events[Name]
    : never;
};

/** An emitter whose events only a test brings about, with the arguments that Electron's types ask for. */
export class Played<Events extends { [Name in keyof Events]: unknown[] }> extends EventEmitter {
  play<Name extends keyof Events & string>(name: Name, ...args: Events[Name]): void {
    this.emit(name, ...args);
  }
}

/** An event as Electron hands it to a listener. */
export function event<Params extends object>(params?: Params): Electron.Event<Params> {
  const played = {
    ...params,
    defaultPrevented: false,
    preventDefault: () => void (played.defaultPrevented = true),
  };
  return played as Electron.Event<object> as Electron.Event<Params>;
}

type Navigation = {
  url: string;
  isSameDocument: boolean;
  isMainFrame: boolean;
  frame: Electron.WebFrameMain | null;
};

export type AppEvents = Told<
  Electron.App,
  {
    'open-url': [event: Electron.Event, url: string];
    'open-file': [event: Electron.Event, path: string];
    'second-instance': [event: Electron.Event, argv: string[], folder: string, more: unknown];
    activate: [event: Electron.Event, visible: boolean];
    'window-all-closed': [];
    'before-quit': [event: Electron.Event];
    'web-contents-created': [event: Electron.Event, contents: Electron.WebContents];
    'browser-window-created': [event: Electron.Event, window: Electron.BrowserWindow];
    'render-process-gone': [
      event: Electron.Event,
      contents: Electron.WebContents,
      details: Electron.RenderProcessGoneDetails,
    ];
    'child-process-gone': [event: Electron.Event, details: Electron.Details];
    'session-created': [session: Electron.Session];
  }
>;

export type ContentsEvents = Told<
  Electron.WebContents,
  {
    'did-start-navigation': [
      details: Electron.Event<Electron.WebContentsDidStartNavigationEventParams>,
      ...deprecated: [string, boolean, boolean, number, number],
    ];
    'will-frame-navigate': [
      details: Electron.Event<Electron.WebContentsWillFrameNavigateEventParams>,
    ];
    'will-navigate': [
      details: Electron.Event<Electron.WebContentsWillNavigateEventParams>,
      ...deprecated: [string, boolean, boolean, number, number],
    ];
    'will-redirect': [
      details: Electron.Event<Electron.WebContentsWillRedirectEventParams>,
      ...deprecated: [string, boolean, boolean, number, number],
    ];
    'did-redirect-navigation': [
      details: Electron.Event<Electron.WebContentsDidRedirectNavigationEventParams>,
      ...deprecated: [string, boolean, boolean, number, number],
    ];
    'did-navigate': [event: Electron.Event, url: string, code: number, status: string];
    'did-navigate-in-page': [
      event: Electron.Event,
      url: string,
      isMainFrame: boolean,
      processId: number,
      routingId: number,
    ];
    'did-finish-load': [];
    'did-fail-load': [
      event: Electron.Event,
      code: number,
      description: string,
      url: string,
      isMainFrame: boolean,
      processId: number,
      routingId: number,
    ];
    'context-menu': [event: Electron.Event, params: Electron.ContextMenuParams];
    'will-attach-webview': [
      event: Electron.Event,
      preferences: Electron.WebPreferences,
      params: Record<string, string>,
    ];
    'render-process-gone': [event: Electron.Event, details: Electron.RenderProcessGoneDetails];
    unresponsive: [];
    responsive: [];
    destroyed: [];
  }
>;

export type WindowEvents = Told<
  Electron.BrowserWindow,
  {
    'ready-to-show': [];
    show: [];
    closed: [];
    'query-session-end': [event: Electron.WindowSessionEndEvent];
    'session-end': [event: Electron.WindowSessionEndEvent];
  }
>;

/** Its types leave out the event, which its documentation has: the name alone is held against them. */
export type PowerEvents = {
  [Name in keyof Told<Electron.PowerMonitor, { shutdown: [] }>]: [event: Electron.Event];
};

export type ChildEvents = Told<
  Electron.UtilityProcess,
  {
    spawn: [];
    error: [type: 'FatalError', location: string, report: string];
    message: [message: unknown];
    exit: [code: number];
  }
>;

/** What a navigation's event tells. */
export const navigation = (
  url: string,
  isMainFrame = true,
  isSameDocument = false,
): Navigation => ({ url, isMainFrame, isSameDocument, frame: null });
/** The arguments that Electron still sends and nobody should read. */
export const deprecated: [string, boolean, boolean, number, number] = [
  'deprecated',
  true,
  false,
  0,
  0,
];
