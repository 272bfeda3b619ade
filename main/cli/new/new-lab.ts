import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { UsageError } from '../usage.ts';
import { formatted } from './format.ts';
import { notMade } from './not-made.ts';
import { camelCase, checkName, pascalCase, titleOf } from './names.ts';

const templates = 'main/cli/new/templates/lab';

/**
 * Makes a lab from the templates: a folder of `labs/`, whole or not at all. Returns the names of its files.
 * Throws a `UsageError` for a name that can't be taken.
 */
export async function newLab(root: string, name: string): Promise<string[]> {
  checkName('A lab’s name', name);
  const folder = join(root, 'labs', name);
  if (existsSync(folder) || existsSync(`${folder}.ts`))
    throw new UsageError(`There is already something called labs/${name}. Nothing was written.`);
  const made = await filledIn(root, name);
  // Written beside its place and renamed: whoever watches the folder, and whoever is interrupted, sees all of it or nothing.
  const making = join(root, 'labs', `.${name}.${process.pid}`);
  try {
    await mkdir(making);
    for (const { file, text } of made) await writeFile(join(making, file), text);
    await rename(making, folder);
  } catch (error) {
    await rm(making, { recursive: true, force: true }).catch(() => undefined);
    throw notMade(`labs/${name}`, error);
  }
  return made.map(({ file }) => file);
}

async function filledIn(root: string, name: string): Promise<{ file: string; text: string }[]> {
  const fill = (text: string) =>
    text
      .replaceAll('__id__', name)
      .replaceAll('__name__', camelCase(name))
      .replaceAll('__Name__', pascalCase(name))
      .replaceAll('__title__', titleOf(name));
  const names = (await readdir(join(root, templates))).sort();
  return Promise.all(
    names.map(async (template) => {
      const file = fill(template).replace(/\.txt$/, '');
      const text = fill(await readFile(join(root, templates, template), 'utf8'));
      return { file, text: await formatted(join(root, 'labs', name, file), text) };
    }),
  );
}
