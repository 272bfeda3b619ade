import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { contentSecurityPolicy } from '../policy/csp.ts';
import { played } from '../../test/electron-double/app.ts';
import { openPage } from '../../test/electron-double/page.ts';
import { trialComputer } from '../../test/electron-double/start.ts';

const computer = trialComputer();

describe('a start', () => {
  it('does in this order what Electron wants done before it is ready', async () => {
    await computer.start();
    expect(played.calls).toEqual([
      'setPath userData',
      'setPath sessionData',
      'enableSandbox',
      'registerSchemesAsPrivileged',
      'requestSingleInstanceLock',
      'whenReady',
    ]);
    expect(played.paths).toEqual({
      userData: join(computer.folder, 'data'),
      sessionData: join(computer.folder, 'cache', 'electron'),
    });
    expect(played.schemes).toEqual([
      {
        scheme: 'app',
        privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
      },
    ]);
  });

  it('opens one window on our own page, and shows it once there is something to see', async () => {
    await computer.start();
    const { loads, options } = computer.window();
    expect(played.windows).toHaveLength(1);
    expect(loads).toEqual(['app://lectern/']);
    expect(options.show).toBe(false);
    await vi.waitFor(() => expect(computer.window().shown).toBe(true));
  });

  it('serves our own files under the policy and nothing else', async () => {
    await computer.start();
    const good = await played.pages!(new Request('app://lectern/'));
    expect([good.status, await good.text(), good.headers.get('content-security-policy')]).toEqual([
      200,
      '<p>hi',
      contentSecurityPolicy,
    ]);
    expect(
      (await played.pages!({ url: 'app://lectern/../package.json', method: 'GET' } as Request))
        .status,
    ).toBe(404);
  });

  it('joins the page with a host that keeps its files where the web host does', async () => {
    await computer.start();
    const page = openPage(computer.window());
    expect(await page.call('app.info', {})).toMatchObject({
      host: 'electron',
      version: '0.0.0',
      dataFolder: join(computer.folder, 'data'),
      compute: { state: 'starting' },
    });
    await page.call('settings.set', { theme: 'dark' });
    await vi.waitFor(() =>
      expect(readFileSync(join(computer.folder, 'data/settings.json'), 'utf8')).toContain('dark'),
    );
  });

  it('shows the data folder in the file manager, whatever a page names, and says why where it can’t', async () => {
    await computer.start();
    const page = openPage(computer.window());
    await page.call('app.openFolder', { folder: '/etc', path: '/etc' } as never);
    expect(played.opened).toEqual([join(computer.folder, 'data')]);
    played.wontOpen = 'no file manager';
    await expect(page.call('app.openFolder', {})).rejects.toMatchObject({
      data: {
        code: 'bad-request',
        what: 'The folder could not be opened: no file manager.',
        safe: 'Your files are in it as before.',
      },
    });
  });

  it('says in words why it can’t, and ends', async () => {
    const errors = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    writeFileSync(join(computer.folder, 'data'), 'a file, not a folder');
    await computer.start();
    expect(played.paths).not.toHaveProperty('userData');
    expect(played.errors).toEqual([
      [
        'Lectern can’t start',
        expect.stringMatching(
          /keep its files in .*: a file stands where a folder is needed\.\nNothing was changed\.\nMake that folder writable/,
        ),
      ],
    ]);
    expect(played.ended).toEqual([1]);
    errors.mockRestore();
  });

  it('ends at once where Lectern runs already, and touches nothing', async () => {
    await computer.start({ first: false });
    expect(played).toMatchObject({ ended: ['quit'], windows: [], forks: [] });
    expect(played.calls).not.toContain('whenReady');
  });
});

describe('the protocol', () => {
  it('is registered where the package can’t do it: the installed app on Windows, with nothing of a link read as a switch', async () => {
    await computer.start({ on: 'win32', packaged: true });
    expect(played.protocols).toEqual([['lectern', process.execPath, ['--']]]);
  });

  it.each([
    ['win32', false],
    ['darwin', true],
    ['linux', true],
  ] as const)('is left alone on %s, packaged: %s', async (on, packaged) => {
    await computer.start({ on, packaged });
    expect(played.protocols).toEqual([]);
  });
});
