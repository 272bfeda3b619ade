import { UsageError } from '../usage.ts';

const kebabCase = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;
const longest = 40;

/** Names that mean something else to JavaScript, to Windows or to the folder of labs. */
const reserved = new Set([
  ...['constructor', 'prototype', 'con', 'prn', 'aux', 'nul', 'com1', 'lpt1'],
  ...['data', 'kit', 'lab', 'labs', 'math', 'new', 'node-modules', 'test', 'view'],
]);

/** Throws a `UsageError` where a lab or a slide can't be called so. `what` is "A lab’s name" or "A slide’s id". */
export function checkName(what: string, name: string): void {
  if (!kebabCase.test(name))
    throw new UsageError(
      `${what} is in small letters and digits, words joined by a hyphen, such as coin-toss; "${name}" is not. Nothing was written.`,
    );
  if (name.length > longest)
    throw new UsageError(
      `${what} has at most ${longest} letters; "${name}" has ${name.length}. Nothing was written.`,
    );
  if (reserved.has(name))
    throw new UsageError(
      `"${name}" is reserved: it already means something else. Choose another name. Nothing was written.`,
    );
}

const words = (name: string) => name.split('-');
const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);

/** "coin-toss" as "CoinToss". */
export const pascalCase = (name: string): string => words(name).map(capital).join('');

/** "coin-toss" as "coinToss". */
export const camelCase = (name: string): string => name.charAt(0) + pascalCase(name).slice(1);

/** "coin-toss" as "Coin toss". */
export const titleOf = (name: string): string => capital(words(name).join(' '));
