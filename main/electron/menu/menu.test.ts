import { describe, expect, it } from 'vitest';
import { played } from '../../../test/electron-double/app.ts';
import { trialComputer } from '../../../test/electron-double/start.ts';

const computer = trialComputer();

describe('the menu', () => {
  it('has no developer tools in the packaged app', async () => {
    await computer.start({ packaged: true });
    expect(JSON.stringify(played.menu)).not.toContain('toggleDevTools');
  });

  it('has them while Lectern is being made', async () => {
    await computer.start();
    expect(JSON.stringify(played.menu)).toContain('toggleDevTools');
  });

  it('is what each platform expects, and takes no key that the lecture uses', async () => {
    await computer.start({ on: 'darwin' });
    expect(played.menu.map(({ role, label }) => role ?? label)).toEqual([
      'appMenu',
      'File',
      'editMenu',
      'View',
      'windowMenu',
    ]);
    expect(JSON.stringify(played.menu)).not.toContain('accelerator');
    expect(played.menu[1]!.submenu).toEqual(expect.arrayContaining([{ role: 'close' }]));
  });
});
