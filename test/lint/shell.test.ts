import { fileURLToPath } from 'node:url';
import { ESLint } from 'eslint';
import { beforeAll, describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
let eslint: ESLint;
beforeAll(() => {
  eslint = new ESLint({ cwd: root });
});

/** Whether a line of code may stand in a file of the Electron shell. */
async function allowed(file: string, code: string): Promise<boolean> {
  const filePath = `main/electron/${file}`;
  const [result] = await eslint.lintText(`export const x = () => ${code};\n`, { filePath });
  return !result!.messages.some(({ ruleId }) => ruleId === 'no-restricted-syntax');
}

describe('in the Electron shell', () => {
  it('windows are made, and links and folders opened, in one place each', async () => {
    const places = [
      ['new BrowserWindow({})', 'window.ts'],
      ['shell.openExternal(address)', 'guards.ts'],
      ['shell.openPath(folder)', 'open-app.ts'],
    ] as const;
    const files = ['entry.ts', ...places.map(([, file]) => file)];
    for (const [code, place] of places) {
      for (const file of files)
        expect([code, file, await allowed(file, code)]).toEqual([code, file, file === place]);
    }
    for (const other of ['new BaseWindow()', 'new WebContentsView()', 'new BrowserView()'])
      expect([other, await allowed('menu.ts', other)]).toEqual([other, false]);
  });

  it('there is no engine feature switched by hand, no guest page, no file:// page and no address on the web', async () => {
    for (const code of [
      "app.commandLine.appendSwitch('no-sandbox')",
      "({ enableBlinkFeatures: 'X' })",
      "({ disableBlinkFeatures: 'X' })",
      '({ webviewTag: true })',
      "'<webview src>'",
      "window.loadFile('index.html')",
      "window.loadURL('file:///etc/passwd')",
      'window.loadURL(`file://${folder}`)',
      "window.loadURL('https://example.com/')",
      'window.loadURL(`http://localhost:${port}/`)',
    ]) {
      for (const file of ['window.ts', 'guards.ts', 'open-app.ts', 'entry.ts'])
        expect([code, file, await allowed(file, code)]).toEqual([code, file, false]);
    }
    expect(await allowed('window.ts', "window.loadURL('app://lectern/')")).toBe(true);
  });
});
