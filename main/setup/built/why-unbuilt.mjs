import { stripVTControlCharacters } from 'node:util';

/**
 * Why the programs and pages can't be built in a folder of this path, for the person; null where they can. The bundlers read `#` and
 * `?` as the beginning of something that is no path, and `*` as any name; Vite decodes a `%`, and stops at one that it can't.
 * @param {string} root the project's folder
 * @returns {string | null}
 */
export function unfitFolder(root) {
  const sign = /[#?*]/.exec(root)?.[0] ?? (decodes(root) ? null : '%');
  if (sign === null) return null;
  return (
    `Lectern can't be built in ${root}: its path holds the sign ${sign}, which the tools that ` +
    'build it take for something else.\nNothing was changed.\n' +
    'Move or rename the folder, so that its path has none of the signs # ? * and %, then give ' +
    'the command again.'
  );
}

/** @param {string} text */
function decodes(text) {
  try {
    decodeURI(text);
    return true;
  } catch {
    return false;
  }
}

/**
 * What went wrong in a build, and what to do about it, for the person.
 * @param {unknown} error what was thrown
 * @param {string} root the project's folder
 * @returns {{ why: string, next: string }} `why` is the end of a sentence without its point
 */
export function whyUnbuilt(error, root) {
  const { code, syscall, message } = /** @type {NodeJS.ErrnoException} */ (error);
  const again = 'then give the command again.';
  // Of a folder in a place that can only be read, Node says that it is not there.
  const locked = code === 'ENOENT' && syscall === 'mkdir';
  if (locked || code === 'EACCES' || code === 'EPERM' || code === 'EROFS')
    return {
      why: `writing in ${root} is not allowed`,
      next:
        'Copy that folder to a place of your own, and give the command there. ' +
        'Or give it as the user to whom the folder belongs.',
    };
  if (code === 'ENOSPC' || code === 'EDQUOT')
    return { why: `the disk that holds ${root} is full`, next: `Free some space, ${again}` };
  if (code === 'ENOTDIR' || code === 'EEXIST' || code === 'EISDIR')
    return {
      why: `something in ${root} is in the way of the folder out (${message})`,
      next: `Delete the file or folder out there, ${again}`,
    };
  // A bundler's message holds colours, and where in its own code it stood.
  const plain = stripVTControlCharacters(message).replace(/\n\s+at .*/g, '');
  return { why: plain.replace(/[\s.]+$/, ''), next: `Run npm ci, ${again}` };
}

/**
 * What `npm run doctor` prints where not even its own program can be had: the little that plain JavaScript knows.
 * @param {string} root the project's folder
 * @param {string} reason
 */
export const plainDiagnosis = (root, reason) =>
  [
    ['Node', process.versions.node],
    ['Platform', `${process.platform} ${process.arch}`],
    ['Folder', root],
    ['Built', 'no'],
  ]
    .map(([name, value]) => `${`${name}:`.padEnd(24)}${value}`)
    .concat(reason, 'Lectern can’t run on this computer as it is.', 'backend: none')
    .join('\n');
