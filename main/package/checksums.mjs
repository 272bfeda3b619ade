// node main/package/checksums.mjs dist: writes dist/SHA256SUMS, in the form that `sha256sum --check` reads.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const handedOut = /\.(deb|exe|dmg|cdx\.json)$/;

/**
 * A line for each installer and bill of materials of a folder. Throws where there is none: a file without a line would say
 * that all is well.
 * @param {string} folder
 */
export function checksums(folder) {
  const names = readdirSync(folder)
    .filter((name) => handedOut.test(name))
    .sort();
  if (names.length === 0) throw new Error(`There is nothing to hand out in ${folder}.`);
  return names
    .map(
      (name) =>
        `${createHash('sha256')
          .update(readFileSync(join(folder, name)))
          .digest('hex')}  ${name}\n`,
    )
    .join('');
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const folder = process.argv[2] ?? 'dist';
  const lines = checksums(folder);
  writeFileSync(join(folder, 'SHA256SUMS'), lines);
  process.stdout.write(lines);
}
