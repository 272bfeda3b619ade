/**
 * What electron-builder tells fpm about a deb: https://fpm.readthedocs.io. Only the flags that it uses for a deb are known here.
 * @typedef {{
 *   name: string, version: string, architecture: string, maintainer: string, vendor: string, url: string, section: string,
 *   priority: string, description: string, compression: string, output: string, depends: string[], recommends: string[],
 *   scripts: Record<string, string>, contents: { from: string, to: string }[]
 * }} DebRequest `scripts` by the name that dpkg gives them: postinst, prerm, postrm
 */

const single = {
  '--name': 'name',
  '--version': 'version',
  '--architecture': 'architecture',
  '--maintainer': 'maintainer',
  '--vendor': 'vendor',
  '--url': 'url',
  '--category': 'section',
  '--deb-priority': 'priority',
  '--description': 'description',
  '--deb-compression': 'compression',
  '--package': 'output',
};
const repeated = { '-d': 'depends', '--deb-recommends': 'recommends' };
const scripts = {
  '--after-install': 'postinst',
  '--before-remove': 'prerm',
  '--after-remove': 'postrm',
};
/** A folder as it is, over what is there, into a deb: all that this program does. */
const fixed = { '-s': 'dir', '-t': 'deb' };
const withoutMeaning = ['--force', '--debug'];
const valueWithoutMeaning = ['--log', '--license'];

/**
 * Reads fpm's command line. Throws on a flag that is not known: it would be left out of the package unseen.
 * @param {readonly string[]} args @returns {DebRequest}
 */
export function parseFpmArguments(args) {
  const request = { depends: [], recommends: [], scripts: {}, contents: [] };
  const left = [...args];
  const value = (flag) => {
    if (left.length === 0) throw new Error(`${flag} needs a value.`);
    return left.shift();
  };
  while (left.length > 0) {
    const flag = left.shift();
    if (withoutMeaning.includes(flag)) continue;
    if (valueWithoutMeaning.includes(flag)) value(flag);
    else if (Object.hasOwn(single, flag)) request[single[flag]] = value(flag);
    else if (Object.hasOwn(repeated, flag)) request[repeated[flag]].push(value(flag));
    else if (Object.hasOwn(scripts, flag)) request.scripts[scripts[flag]] = value(flag);
    else if (Object.hasOwn(fixed, flag)) {
      const given = value(flag);
      if (given !== fixed[flag]) throw new Error(`${flag} ${given}: only ${fixed[flag]} is made.`);
    } else if (flag.startsWith('-')) throw new Error(`${flag} is not known.`);
    else request.contents.push(parseContent(flag));
  }
  for (const name of Object.values(single))
    if (name !== 'vendor' && request[name] === undefined) throw new Error(`No ${name} is given.`);
  return request;
}

/** `from=to`: what to pack, and where it is to lie. */
function parseContent(text) {
  const at = text.lastIndexOf('=');
  const from = text.slice(0, at);
  const to = text.slice(at + 1);
  if (at <= 0 || !to.startsWith('/') || to.split('/').includes('..'))
    throw new Error(`${text} is not of the form from=/to.`);
  return { from, to };
}
