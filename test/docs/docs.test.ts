import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');
const read = (file: string) => readFileSync(join(root, file), 'utf8');

/** Lectures: their links are addresses of slides, and some are wrong on purpose. */
const lectures = /^(main\/lecture\/import\/fixtures|test\/e2e\/showcase)\//;

/** Folders that are not kept, by their names. */
const left = [
  '.git',
  ...read('.gitignore')
    .split('\n')
    .map((name) => name.replace(/\/$/, '')),
];

/**
 * Every Markdown file that is kept, new ones too. Git is not asked: a downloaded archive has none,
 * and a folder of another owner it refuses.
 */
const markdown = (folder: string): string[] =>
  readdirSync(join(root, folder), { withFileTypes: true })
    .filter(({ name }) => !left.includes(name))
    .flatMap((entry) => {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (entry.isDirectory()) return markdown(path);
      return path.endsWith('.md') ? [path] : [];
    });
const files = markdown('')
  .filter((file) => !lectures.test(file))
  .sort();

/** Rooms: the folders in these folders, and the largest of the tests'. */
const roomsIn = ['main', 'renderer', 'renderer/features', 'labs', 'slides'];
/** No rooms of their own: the README above them says what they are. */
const noRooms = ['renderer/features', 'slides/from-folder'];
const rooms = roomsIn
  .flatMap((folder) =>
    readdirSync(join(root, folder), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => `${folder}/${name}`),
  )
  .concat('test/e2e')
  .filter((room) => !noRooms.includes(room));

/** The text without what only shows how something is written. */
const prose = (text: string) => text.replace(/^```[\s\S]*?^```/gm, '').replace(/`[^`\n]*`/g, '');

/** What a heading is called in an address, as GitHub makes it. */
const anchor = (heading: string) =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .trim()
    .replace(/\s/g, '-');
const anchors = (text: string) =>
  [...text.replace(/^```[\s\S]*?^```/gm, '').matchAll(/^#+ (.+)$/gm)].map(([, heading]) =>
    anchor(heading!),
  );

/** Links, pictures and pictures for a theme, but for those that leave the project. */
function linksIn(text: string): string[] {
  const found = [
    ...prose(text).matchAll(/\]\(([^)\s]+)\)/g),
    ...prose(text).matchAll(/\b(?:src|srcset|href)="([^"]+)"/g),
  ].map(([, target]) => target!);
  return found.filter((target) => !/^[a-z]+:/.test(target));
}

function dead(file: string): string[] {
  const text = read(file);
  return linksIn(text).filter((target) => {
    const [path = '', part] = target.split('#');
    const whole = path === '' ? file : relative(root, join(root, dirname(file), path));
    if (!existsSync(join(root, whole))) return true;
    return part !== undefined && !anchors(read(whole)).includes(part);
  });
}

describe('what is written for people who read the project', () => {
  it.each(files)('%s links to what is there', (file) => {
    expect(dead(file)).toEqual([]);
  });

  it('finds a link to nothing, and a heading that is not there', () => {
    const text = '[a](no-such.md) `[b](code.md)` [c](#no) <img src="gone.webp" />\n# Yes it is\n';
    expect(linksIn(text)).toEqual(['no-such.md', '#no', 'gone.webp']);
    expect(anchors(text)).toEqual(['yes-it-is']);
  });

  it.each(rooms)('%s has a README: what is in it, what it may import, where to begin', (room) => {
    expect(files).toContain(`${room}/README.md`);
  });

  it('README is read in one go: 150 lines at most', () => {
    expect(read('README.md').split('\n').length).toBeLessThanOrEqual(151);
  });

  const scripts = Object.keys((JSON.parse(read('package.json')) as { scripts: object }).scripts);

  it('docs/commands.md names every command', () => {
    const named = read('docs/commands.md');
    const missing = scripts.filter(
      (name) => !new RegExp(`npm (run )?${name}(?![\\w:-])`).test(named),
    );
    expect(missing).toEqual([]);
  });

  it('names no command that there is not', () => {
    const named = files.flatMap((file) =>
      [...read(file).matchAll(/`(?:npm ci && )?npm run (?:-s )?([\w:-]+)/g)].map(
        ([, name]) => name!,
      ),
    );
    expect([...new Set(named)].filter((name) => !scripts.includes(name))).toEqual([]);
  });

  it('keeps its pictures small: under 300 kB together', () => {
    const pictures = linksIn(read('README.md')).filter((target) => target.endsWith('.webp'));
    expect(pictures).toHaveLength(4);
    const size = pictures.reduce((sum, file) => sum + readFileSync(join(root, file)).length, 0);
    expect(size).toBeLessThan(300_000);
  });
});
