/** The world of a page's own in which a window's preload runs: the page sees none of it but what is exposed. */
export const worldName = 'Electron Isolated Context';
/** By what the preload's side reaches the program. Only that world has it. */
export const bindingName = 'electronSends';

interface PreloadWorld {
  [bindingName]: (text: string) => void;
  electronHears: (channel: string, args: unknown[]) => void;
  electronExposes?: () => void;
}

/**
 * The page's half of `contextBridge`: what is exposed becomes a property that can't be changed, and its functions carry plain values
 * and functions over. Runs before the page's first script.
 * @param name of the events by which the two worlds speak: the window is one for both, its objects are not
 */
function pageHalf(name: string): void {
  const kept: ((...args: unknown[]) => void)[] = [];
  const pack = (value: unknown) => {
    if (typeof value !== 'function') return { value };
    return { kept: kept.push(value as (typeof kept)[number]) - 1 };
  };
  const read = (event: Event) => JSON.parse((event as CustomEvent<string>).detail) as never;
  window.addEventListener(`${name}-expose`, (event) => {
    const { key, functions } = read(event) as { key: string; functions: string[] };
    if (Object.hasOwn(window, key)) return;
    const api: Record<string, (...args: unknown[]) => void> = {};
    for (const one of functions)
      api[one] = (...args) => {
        const detail = JSON.stringify({ key, one, args: args.map(pack) });
        window.dispatchEvent(new CustomEvent(`${name}-call`, { detail }));
      };
    Object.defineProperty(window, key, { value: Object.freeze(api), enumerable: true });
  });
  window.addEventListener(`${name}-back`, (event) => {
    const { which, args } = read(event) as { which: number; args: unknown[] };
    kept[which]?.(...args);
  });
}

/** What `require('electron')` gives a sandboxed preload, as far as ours uses it, and the preload itself. */
function preloadHalf(name: string, preload: (require: (id: string) => unknown) => void): void {
  // Electron runs no preload in frames unless it is asked to.
  if (window !== window.top) return;
  const world = window as unknown as PreloadWorld;
  // It has run in this world: only the page's half may not have been there to hear of it.
  if (world.electronExposes) {
    world.electronExposes();
    return;
  }
  const exposed: Record<string, Record<string, (...args: unknown[]) => unknown>> = {};
  const heard: [channel: string, listener: (...args: unknown[]) => void][] = [];
  const tell = (what: string, detail: object) =>
    window.dispatchEvent(new CustomEvent(`${name}-${what}`, { detail: JSON.stringify(detail) }));
  const unpack = (packed: { value?: unknown; kept?: number }) => {
    if (packed.kept === undefined) return packed.value;
    return (...args: unknown[]) => tell('back', { which: packed.kept, args });
  };

  window.addEventListener(`${name}-call`, (event) => {
    const { key, one, args } = JSON.parse((event as CustomEvent<string>).detail) as {
      key: string;
      one: string;
      args: { value?: unknown; kept?: number }[];
    };
    if (exposed[key]![one]!(...args.map(unpack)) !== undefined)
      throw new Error('This stand-in carries no result over. Electron’s contextBridge would.');
  });
  world.electronHears = (channel, args) => {
    for (const [name, listener] of heard) if (name === channel) listener({}, ...args);
  };

  world.electronExposes = () => {
    for (const [key, api] of Object.entries(exposed))
      tell('expose', { key, functions: Object.keys(api) });
  };

  const electron = {
    contextBridge: {
      exposeInMainWorld(key: string, api: (typeof exposed)[string]) {
        exposed[key] = api;
        world.electronExposes!();
      },
    },
    ipcRenderer: {
      send: (channel: string, ...args: unknown[]) =>
        world.electronSends(JSON.stringify([channel, args])),
      on: (channel: string, listener: (...args: unknown[]) => void) =>
        void heard.push([channel, listener]),
    },
  };
  preload((id) => {
    if (id === 'electron') return electron;
    throw new Error(`module not found: ${id}`);
  });
}

/**
 * The two scripts that come before a page's own, in this order.
 * @param preload the text of a bundled preload, one CommonJS file
 * @param name known to nobody but the two
 */
export const preloadScripts = (
  preload: string,
  name: string,
): { page: string; preload: string } => ({
  page: `(${pageHalf})(${JSON.stringify(name)})`,
  preload:
    `(${preloadHalf})(${JSON.stringify(name)}, (require) => {\nconst module = { exports: ` +
    `{} };\nconst exports = module.exports;\n${preload}\n})`,
});
