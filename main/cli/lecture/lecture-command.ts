import { basename, relative, resolve } from 'node:path';
import { LecternError } from '../../contract/errors.ts';
import type { LectureProblem } from '../../contract/lecture-folder.ts';
import { noFolder, whyNotRead } from '../files/why-not-read.ts';
import { parseCommand, UsageError } from '../usage.ts';

const help = `npm run lecture -- new FOLDER [--extends lecture-1]
npm run lecture -- check FOLDER
npm run lecture -- import DECK.md FOLDER
npm run lecture -- pack FOLDER [FILE.zip]
npm run lecture -- export [FOLDER] --html FILE
  new     makes a folder with a lecture to begin with; with --extends an edition of ours
  check   says with file and line what is wrong with a lecture, and what to do
  import  makes a folder of a deck of reveal.js or Slidev, and lists what was left out
  pack    puts what a lecture uses into one zip file, beside its folder, and lists what was left out
  export  writes a lecture as one HTML file that needs no network; without FOLDER ours
The guide is main/lecture/README.md. To open a lecture: npm start -- --lecture FOLDER`;

/** So many files that were not packed are named. */
const mostLeftOut = 40;

/** What has to do with lectures of one's own. Returns 1 where a check finds an error. */
export async function lecture(args: string[], root: string): Promise<number> {
  const { values, positionals } = parseCommand(
    {
      args,
      options: {
        extends: { type: 'string' },
        html: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
      allowPositionals: true,
    },
    help,
  );
  if (values.help) {
    console.log(help);
    return 0;
  }
  const [kind, first, second, ...rest] = positionals;
  if (kind === 'export') return exportFile(positionals.slice(1), values, root);
  if (first === undefined || rest.length > 0) throw new UsageError(help);
  if (values.html !== undefined)
    throw new UsageError(`--html belongs to npm run lecture -- export.\n${help}`);
  if (values.extends !== undefined && values.extends !== 'lecture-1')
    throw new UsageError(`There is no lecture "${values.extends}" to extend.\n${help}`);
  if (kind === 'new' && second === undefined) return make(at(first), values.extends !== undefined);
  if (kind === 'check' && second === undefined) return check(at(first), root);
  if (kind === 'import' && second !== undefined) return takeIn(at(first), at(second));
  if (kind === 'pack') return pack(at(first), at(second ?? `${first.replace(/[\\/]+$/, '')}.zip`));
  throw new UsageError(help);
}

/** npm runs its commands in the project's folder; the person may be in another one. */
const at = (name: string) => resolve(process.env['INIT_CWD'] ?? process.cwd(), name);

async function exportFile(
  folders: readonly string[],
  { html, extends: extended }: { html?: string | undefined; extends?: string | undefined },
  root: string,
): Promise<number> {
  if (!html || extended !== undefined || folders.length > 1)
    throw new UsageError(`export takes at most one folder, and --html with a file.\n${help}`);
  const { exportHtml } = await import('./export-html.ts');
  const [folder] = folders;
  const file = at(html);
  const { count, bytes } = await exportHtml(folder === undefined ? null : at(folder), file, root);
  console.log(
    `Exported ${count}, ${(bytes / 1e6).toFixed(1)} MB: ${relative(process.cwd(), file)}`,
  );
  return 0;
}

async function make(folder: string, extend: boolean): Promise<number> {
  const { newLecture } = await import('../../services/lecture/new-lecture.ts');
  const files = await newLecture(folder, extend);
  const shown = relative(process.cwd(), folder) || '.';
  console.log(`Made ${shown}: ${files.join(', ')}.

  npm start -- --lecture ${shown}          opens it; what you save is there at once
  npm run lecture -- check ${shown}        says what to mend

The guide is main/lecture/README.md.`);
  return 0;
}

async function takeIn(deck: string, folder: string): Promise<number> {
  const { importFile } = await import('./import-file.ts');
  const { form, slides, lost, pictures } = await importFile(deck, folder);
  for (const { line: at, what } of lost) console.log(`${basename(deck)}:${at}  left out  ${what}`);
  for (const picture of pictures) console.log(`${picture}  copy it into the folder`);
  console.log(
    `Read as ${form}: ${slides} slides are in ${relative(process.cwd(), folder) || '.'}.`,
  );
  return 0;
}

async function pack(folder: string, file: string): Promise<number> {
  const { packFolder } = await import('./pack-folder.ts');
  const { files, bytes, left } = await packFolder(folder, file);
  for (const { path, why } of left.slice(0, mostLeftOut)) console.log(`${path}  left out  ${why}`);
  const more = left.length - mostLeftOut;
  if (more > 0) console.log(`and ${more} more left out`);
  console.log(
    `Packed ${count(files, 'file')}, ${Math.ceil(bytes / 1024)} kB: ${relative(process.cwd(), file)}`,
  );
  return 0;
}

async function check(folder: string, root: string): Promise<number> {
  const [{ catalog }, { OpenLecture }, { worldOf }, { checkLecture }, { lecture1 }, places] =
    await Promise.all([
      import('../../compute/catalog.ts'),
      import('../../lecture/folder/open-lecture.ts'),
      import('../../lecture/world.ts'),
      import('../../lecture/check/check-lecture.ts'),
      import('./lecture-1.ts'),
      import('./lab-places.ts'),
    ]);
  const world = worldOf(catalog, await lecture1(root), await places.labPlaces(root, catalog.ids()));
  const opened = new OpenLecture(folder, world);
  await opened.read().catch((error: unknown) => {
    throw new LecternError({
      code: 'bad-request',
      what: `“${folder}” can’t be read: ${whyNotRead(error, noFolder)}.`,
      safe: '',
      next: 'Name a folder that holds lecture.yaml and Markdown files.',
    });
  });
  const { outline } = opened;
  const ids = outline.parts.flatMap((part) => part.slides.map((slide) => slide.id));
  const slides = new Map(opened.slides(ids).map((slide) => [slide.id, slide]));
  const problems = checkLecture(outline, slides);
  for (const problem of problems) console.log(line(problem));
  const errors = problems.filter(({ level }) => level === 'error').length;
  console.log(
    `${count(ids.length, 'slide')}: ${count(errors, 'error')}, ${count(problems.length - errors, 'warning')}.`,
  );
  return errors > 0 ? 1 : 0;
}

const count = (n: number, word: string) => `${n} ${word}${n === 1 ? '' : 's'}`;

const line = ({ level, file, line: at, what, fix }: LectureProblem) =>
  `${file}${at > 0 ? `:${at}` : ''}  ${level}  ${what} ${fix}`;
