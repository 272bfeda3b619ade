import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

/**
 * What may be shipped with an MIT program without further thought. Another one ends the packaging: a person has to read it first.
 */
export const allowedLicences = [
  'MIT',
  'ISC',
  'BSD-2-Clause',
  'BSD-3-Clause',
  '0BSD',
  'Apache-2.0',
  'OFL-1.1',
  'BlueOak-1.0.0',
  'CC0-1.0',
];

/**
 * Whether a licence expression (SPDX: names, AND, OR, brackets) can be met with allowed licences alone.
 * @param {string} expression @param {readonly string[]} [allowed]
 */
export function licenceAllowed(expression, allowed = allowedLicences) {
  const tokens = expression.match(/[()]|[^\s()]+/g) ?? [];
  let at = 0;
  const term = () => {
    const token = tokens[at++];
    if (token !== '(') return token !== undefined && allowed.includes(token);
    const inside = either();
    return tokens[at++] === ')' && inside;
  };
  const all = () => {
    let met = term();
    while (tokens[at] === 'AND' && ++at) met = term() && met;
    return met;
  };
  const either = () => {
    let met = all();
    while (tokens[at] === 'OR' && ++at) met = all() || met;
    return met;
  };
  const met = either();
  return met && at === tokens.length;
}

/**
 * A shipped package, and the texts that its licence asks to ship with it.
 * @typedef {{ name: string, version: string, licence: string, author: string, texts: { file: string, text: string }[] }} Shipped
 */

const licenceFile = /^(licen[cs]e|copying|notice|third_party)/i;
const ofLicence =
  /permission is hereby granted|redistribution and use|permission to use, copy|apache license/i;

/** A README that quotes its licence: from the heading that names it to the end of the quotation. */
function fromReadme(folder) {
  const name = readdirSync(folder).find((file) => /^readme(\.|$)/i.test(file));
  if (!name) return [];
  const part =
    /^(?:#+\s*)?licen[cs]e\b.*(?:\n[-=]+)?\n([\s\S]*)/im.exec(
      readFileSync(join(folder, name), 'utf8'),
    )?.[1] ?? '';
  return ofLicence.test(part) ? [{ file: name, text: part.trim() }] : [];
}

/**
 * Reads a package's name, version, licence and its own licence files. `texts` is empty where it brings none.
 * @param {string} folder @returns {Shipped}
 */
export function readPackage(folder) {
  const { name, version, license, licenses, author } = JSON.parse(
    readFileSync(join(folder, 'package.json'), 'utf8'),
  );
  const licence =
    typeof license === 'string'
      ? license
      : (license?.type ?? licenses?.map(({ type }) => type).join(' OR ') ?? 'none given');
  const own = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile() && licenceFile.test(entry.name))
    .map(({ name: file }) => ({ file, text: readFileSync(join(folder, file), 'utf8').trim() }));
  const by = (typeof author === 'string' ? author : (author?.name ?? '')).replace(/\s*[<(].*$/, '');
  return {
    name: name ?? basename(folder),
    version: version ?? '',
    licence,
    author: by,
    texts: own.length > 0 ? own : fromReadme(folder),
  };
}

/**
 * The wording of the two licences that packages name without bringing it, from one that does: it is
 * the same for all but the author's line.
 */
function standardTexts(all) {
  const find = (name, from) => {
    const text =
      all
        .flatMap(({ licence, texts }) => (licence === name ? texts : []))
        .find((one) => from.test(one.text))?.text ?? '';
    return text.slice(text.search(from));
  };
  return {
    'Apache-2.0': find('Apache-2.0', /^ *apache license/im),
    MIT: find('MIT', /permission is hereby granted/i),
  };
}

/**
 * All that is shipped, sorted by name. Throws, with every name, where a licence is not allowed or a text can't be found.
 * @param {Shipped[]} given @param {readonly string[]} [allowed] @returns {Shipped[]}
 */
export function checkLicences(given, allowed = allowedLicences) {
  const standard = standardTexts(given);
  const wrong = [];
  const all = given.map((shipped) => {
    const title = `${shipped.name} ${shipped.version}`;
    if (!licenceAllowed(shipped.licence, allowed))
      wrong.push(`${title}: the licence "${shipped.licence}" is not on the list`);
    if (shipped.texts.length > 0) return shipped;
    const texts = shipped.licence
      .match(/[\w.-]+/g)
      .filter((word) => !['AND', 'OR'].includes(word))
      .map((file) => ({ file, text: standard[file] ?? '' }));
    if (texts.some(({ text }) => text === ''))
      wrong.push(`${title}: no text of its licence was found`);
    return { ...shipped, texts };
  });
  if (wrong.length > 0)
    throw new Error(
      `The licences of what is shipped are not in order:\n${wrong.sort().join('\n')}`,
    );
  const key = ({ name, version }) => `${name} ${version}`;
  return [...new Map(all.map((shipped) => [key(shipped), shipped])).values()].sort((a, b) =>
    key(a) < key(b) ? -1 : 1,
  );
}

/**
 * The file that is shipped: a list first, then every text once, with the packages it belongs to.
 * @param {Shipped[]} all
 */
export function noticesOf(all) {
  const texts = new Map();
  for (const { name, version, author, texts: own } of all) {
    for (const { text } of own)
      texts.set(text, [
        ...(texts.get(text) ?? []),
        `${name} ${version}${author ? ` (${author})` : ''}`,
      ]);
  }
  const rule = '-'.repeat(79);
  return [
    'Lectern is under the MIT licence (LICENSE). It is shipped with the following works of others; their texts follow.',
    "Electron's and Chromium's own are in LICENSE.electron.txt and LICENSES.chromium.html.",
    '',
    ...all.map(({ name, version, licence }) => `${name} ${version}: ${licence}`),
    ...[...texts].flatMap(([text, names]) => ['', rule, ...names, '', text]),
    '',
  ].join('\n');
}
