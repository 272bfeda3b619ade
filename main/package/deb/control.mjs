/** Debian's policy: at most so many characters a line. */
const width = 78;

/** Words of a paragraph in lines, each behind the space that the format asks for. */
function wrap(paragraph) {
  const lines = [];
  let line = '';
  for (const word of paragraph.split(/\s+/).filter(Boolean)) {
    if (line && line.length + word.length + 1 > width) {
      lines.push(line);
      line = word;
    } else line = line ? `${line} ${word}` : word;
  }
  if (line) lines.push(line);
  return lines.map((text) => ` ${text}`);
}

/**
 * The text of the file `control`. The description's first line is the synopsis; the rest is one paragraph.
 * @param {import('./fpm-arguments.mjs').DebRequest} request @param {number} installedBytes @returns {string}
 */
export function controlFile(request, installedBytes) {
  const [synopsis, ...rest] = request.description.split('\n');
  const fields = [
    ['Package', request.name],
    ['Version', request.version],
    ['Section', request.section],
    ['Priority', request.priority],
    ['Architecture', request.architecture],
    ['Maintainer', request.maintainer],
    ['Installed-Size', String(Math.ceil(installedBytes / 1024))],
    ['Depends', request.depends.join(', ')],
    ['Recommends', request.recommends.join(', ')],
    ['Homepage', request.url],
    ['Description', [synopsis.trim(), ...wrap(rest.join(' '))].join('\n')],
  ];
  const lines = fields
    .filter(([, text]) => text !== '')
    .map(([name, text]) => `${name}: ${text}\n`);
  return lines.join('');
}

const two = (number) => String(number).padStart(2, '0');
const days = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const months = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

/** A moment as Debian's changelogs write it, whatever the system's language and time zone. */
export function changelogDate(moment) {
  const day = `${days[moment.getUTCDay()]}, ${two(moment.getUTCDate())} ${months[moment.getUTCMonth()]} ${moment.getUTCFullYear()}`;
  const time = [moment.getUTCHours(), moment.getUTCMinutes(), moment.getUTCSeconds()];
  return `${day} ${time.map(two).join(':')} +0000`;
}

/**
 * A changelog with one entry: Debian asks for one, and the project's history is elsewhere.
 * @param {import('./fpm-arguments.mjs').DebRequest} request @param {Date} moment
 */
export const changelog = ({ name, version, maintainer }, moment) =>
  `${name} (${version}) unstable; urgency=medium\n\n  * Version ${version}.\n\n -- ${maintainer}  ${changelogDate(moment)}\n`;
