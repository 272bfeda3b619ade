#!/usr/bin/env node
/**
 * Makes a deb with dpkg-deb. electron-builder calls it in fpm's place, with fpm's command line (CUSTOM_FPM_PATH names this file): the
 * package that `npm run test:package` looks into is then made by the same program as the one that is handed out, and nothing
 * has to be fetched.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  copyFileSync,
  cpSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { gzipSync } from 'node:zlib';
import { changelog, controlFile } from './control.mjs';
import { parseFpmArguments } from './fpm-arguments.mjs';

function place(from, to) {
  mkdirSync(dirname(to), { recursive: true });
  if (statSync(from).isDirectory()) cpSync(from, to, { recursive: true, verbatimSymlinks: true });
  else copyFileSync(from, to);
}

/** dpkg-deb's word for a way to compress, where fpm has another. */
const compressions = { gz: 'gzip', bz2: 'bzip2' };

/** Everything below a folder, by its path, folders before what is in them. */
function walk(folder) {
  return readdirSync(folder, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      return entry.isDirectory() ? [path, ...walk(path)] : [path];
    });
}

/** Whether a file is a program: what somebody marked so, unless it is a library, which is only read. */
const isProgram = (path, mode) =>
  (mode & 0o111) !== 0 && !/\.(so|node|pak|bin)(\.[\d.]+)?$/.test(path);

/** The modes that Debian's policy asks for, whatever the umask was where the app was packed. */
function setModes(tree) {
  for (const path of [tree, ...walk(tree)]) {
    const stat = lstatSync(path);
    if (stat.isSymbolicLink()) continue;
    if (stat.isDirectory()) chmodSync(path, 0o755);
    else chmodSync(path, isProgram(path, stat.mode) ? 0o755 : 0o644);
  }
}

function writeControl(tree, request) {
  const debian = join(tree, 'DEBIAN');
  const files = walk(tree).filter((path) => lstatSync(path).isFile());
  const size = files.reduce((sum, path) => sum + statSync(path).size, 0);
  const sums = files.map((path) => {
    const hash = createHash('md5').update(readFileSync(path)).digest('hex');
    return `${hash}  ${relative(tree, path)}\n`;
  });
  mkdirSync(debian);
  writeFileSync(join(debian, 'control'), controlFile(request, size));
  writeFileSync(join(debian, 'md5sums'), sums.join(''));
  for (const [name, script] of Object.entries(request.scripts)) {
    copyFileSync(script, join(debian, name));
    chmodSync(join(debian, name), 0o755);
  }
}

function makeDeb(request) {
  const tree = mkdtempSync(join(tmpdir(), 'lectern-deb-'));
  try {
    for (const { from, to } of request.contents) place(from, join(tree, to));
    const seconds = process.env.SOURCE_DATE_EPOCH;
    const moment = seconds === undefined ? new Date() : new Date(Number(seconds) * 1000);
    const papers = join(tree, 'usr/share/doc', request.name);
    mkdirSync(papers, { recursive: true });
    // The header holds no time: the same input makes the same package.
    writeFileSync(join(papers, 'changelog.gz'), gzipSync(changelog(request, moment), { level: 9 }));
    setModes(tree);
    writeControl(tree, request);
    const { status, error } = spawnSync(
      'dpkg-deb',
      [
        `-Z${compressions[request.compression] ?? request.compression}`,
        '--root-owner-group',
        '--build',
        tree,
        request.output,
      ],
      { stdio: ['ignore', 'inherit', 'inherit'] },
    );
    if (error) throw error;
    return status ?? 1;
  } finally {
    rmSync(tree, { recursive: true, force: true });
  }
}

process.exitCode = makeDeb(parseFpmArguments(process.argv.slice(2)));
