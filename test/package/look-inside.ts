import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { noticesName } from '../../main/package/after-pack.mjs';
import { readFromArchive, type Packed } from '../../main/package/asar.mjs';
import { checkLicences } from '../../main/package/licences.mjs';
import { shippedPackages } from '../../main/package/shipped.mjs';
import { hashFile } from '../../main/setup/library/library-store.ts';
import { none } from './checks.ts';
import { duplicates } from './rules.ts';

/** From this size on a file must not be there twice (bytes). */
const large = 1e6;

/** Throws where a file of over a megabyte is in the package under two names that are no links. */
export async function checkNoDuplicates(
  archive: string,
  files: readonly Packed[],
): Promise<string> {
  const big = files.filter(({ size, link }) => size > large && link === null);
  const hash = ({ path, unpacked }: Packed) =>
    unpacked
      ? hashFile(join(`${archive}.unpacked`, path))
      : createHash('sha256').update(readFromArchive(archive, path)).digest('hex');
  none(
    duplicates(
      await Promise.all(big.map(async (file) => ({ path: file.path, hash: await hash(file) }))),
    ),
  );
  return `${big.length} of over a megabyte`;
}

/** Throws where a licence is not allowed, has no text, or is missing in the notices that are shipped. Says how many of each there are. */
export async function checkLicencesShipped(root: string, archive: string): Promise<string> {
  const all = checkLicences(shippedPackages(root, archive));
  const notices = await readFile(join(dirname(archive), noticesName), 'utf8');
  none(
    all.flatMap(({ name, version, texts }) =>
      notices.includes(`\n${name} ${version}: `) &&
      texts.every(({ text }) => notices.includes(text))
        ? []
        : [`${name} ${version} is shipped and its notice is not`],
    ),
  );
  const counts = new Map<string, number>();
  for (const { licence } of all) counts.set(licence, (counts.get(licence) ?? 0) + 1);
  return `${all.length} works: ${[...counts]
    .sort((a, b) => b[1] - a[1])
    .map(([licence, count]) => `${count} ${licence}`)
    .join(', ')}`;
}

/** Throws where a text of the package names the folder that it was built in. */
export function checkNamesNoFolder(
  extracted: string,
  files: readonly Packed[],
  root: string,
): void {
  const folder = root.replace(/[\\/]$/, '');
  const texts = files.filter(({ path }) => /\.(c?js|json|html|css|svg)$/.test(path));
  none(
    texts
      .filter(({ path }) => readFileSync(join(extracted, path)).includes(folder))
      .map(({ path }) => `${path} names ${folder}`),
  );
}
