import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Platform } from 'electron-builder';
import { runBuilder } from './builder.ts';
import { fusesAsDelivered } from './fuses.ts';

/** The files of Electron's folder that electron-builder asks for. The program among them does nothing; it has fuses to set. */
const files: Record<string, string | Buffer> = {
  electron: Buffer.concat([Buffer.from('#!/bin/sh\nexit 1\n'), fusesAsDelivered]),
  'chrome-sandbox': '',
  'icudtl.dat': '',
  LICENSE: 'Stands in for the licence of Electron.\n',
  'LICENSES.chromium.html': '<p>Stands in for the licences of Chromium.</p>\n',
  'locales/en-US.pak': '',
};

async function standIn(folder: string): Promise<string> {
  await mkdir(join(folder, 'locales'), { recursive: true });
  await mkdir(join(folder, 'resources'), { recursive: true });
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
  await chmod(join(folder, 'electron'), 0o755);
  return folder;
}

/**
 * Packs the app as `npm run dist` does, with the project's own configuration, around a folder that stands in for Electron.
 * @returns the packed app's folder
 */
export async function packAroundStandIn(root: string, folder: string): Promise<string> {
  await runBuilder({
    targets: Platform.LINUX.createTarget('dir'),
    projectDir: root,
    publish: 'never',
    config: {
      electronDist: await standIn(join(folder, 'electron')),
      directories: { output: join(folder, 'dist') },
    },
  });
  return join(folder, 'dist', 'linux-unpacked');
}
