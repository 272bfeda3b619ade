import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
const read = (name: string) => readFileSync(`${root}${name}`, 'utf8');
const manifest = JSON.parse(read('package.json')) as { version: string; desktopName: string };
const builder = read('electron-builder.yml');
const metainfo = read('assets/linux/org.lectern.app.metainfo.xml');

it('no installer is made whose starter turns the sandbox off', () => {
  const targets = /^linux:\n(?: .*\n)*? {2}target: \[(.*)\]/m.exec(builder)![1];
  expect(targets).toBe('deb');
  expect(builder.replace(/^ *#.*$/gm, '')).not.toMatch(/AppImage|no-sandbox/i);
});

it('what the deb is made from is there', () => {
  const files = [...builder.matchAll(/(?:- |: )((?:assets|main)\/[\w./-]+\.?\w*)(?:=\/|$)/gm)];
  const names = files.map((found) => found[1]!);
  expect(names).toContain('assets/linux/lintian-overrides');
  expect(names).toContain('main/package/deb/after-install.sh');
  expect(names.filter((name) => !existsSync(root + name))).toEqual([]);
});

it('software centres are told this version, this page and this menu entry', () => {
  expect(/<release version="([^"]+)"/.exec(metainfo)![1]).toBe(manifest.version);
  expect(metainfo).toContain(`>${manifest.desktopName}</launchable>`);
  const homepage = /homepage: (\S+)/.exec(builder)![1];
  expect(metainfo).toContain(`<url type="homepage">${homepage}</url>`);
  expect(metainfo).toContain(`<id>${/appId: (\S+)/.exec(builder)![1]}</id>`);
});

it('everything that lintian is told to accept has a reason above it', () => {
  const [, ...blocks] = read('assets/linux/lintian-overrides').trim().split('\n\n');
  expect(blocks.length).toBeGreaterThan(0);
  for (const block of blocks) {
    const lines = block.split('\n');
    expect(lines.filter((line) => !line.startsWith('#'))).toHaveLength(1);
    expect(lines[0]).toMatch(/^# \w/);
  }
});
