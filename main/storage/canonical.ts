import { createHash } from 'node:crypto';

/**
 * JSON with sorted keys and no spaces: equal data gives equal text, whatever order it was built in.
 * Most of a card is lists of numbers, which JSON itself writes the same way, and faster.
 */
export function canonicalJson(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return isFlat(value) ? JSON.stringify(value) : listJson(value);
  const record = value as Record<string, unknown>;
  let text = '';
  // In the order of their code units: no two keys are the same.
  for (const key of Object.keys(record).sort()) {
    const item = record[key];
    if (item === undefined) continue;
    const written = typeof item === 'number' ? numberJson(item) : canonicalJson(item);
    text += `${text === '' ? '' : ','}${keyJson(key)}:${written}`;
  }
  return `{${text}}`;
}

/** A number as JSON has it. */
const numberJson = (value: number) => (Number.isFinite(value) ? String(value) : 'null');

/** A name as JSON has it: most need nothing but quotes. */
const keyJson = (key: string) => (/^[\w $./:-]*$/.test(key) ? `"${key}"` : JSON.stringify(key));

const listJson = (list: readonly unknown[]) =>
  tableJson(list) ??
  `[${list.map((item) => canonicalJson(item === undefined ? null : item)).join(',')}]`;

/** A table of more columns is written row by row: each row is asked for each of them. */
const mostColumns = 24;

/**
 * A list of objects that hold no others, as JSON itself writes it, in half the time: given the names
 * it takes them in that order. Null for every other list, and where a name is one that every object
 * has, such as `__proto__`: JSON would write what it inherits.
 */
function tableJson(list: readonly unknown[]): string | null {
  const columns = new Set<string>();
  for (const row of list) {
    if (typeof row !== 'object' || row === null || Array.isArray(row)) return null;
    // Names and cells one by one: lists of them would be made for each row.
    for (const name in row) {
      const cell = (row as Record<string, unknown>)[name];
      if (typeof cell === 'object' && cell !== null && !(Array.isArray(cell) && isFlat(cell)))
        return null;
      columns.add(name);
    }
    if (columns.size > mostColumns) return null;
  }
  for (const name of columns) if (name in Object.prototype) return null;
  return JSON.stringify(list, [...columns].sort());
}

/** Whether there is no object in a list, nor in the lists in it: then it has no keys to sort. */
function isFlat(list: readonly unknown[]): boolean {
  for (const item of list) {
    if (typeof item !== 'object' || item === null) continue;
    if (!Array.isArray(item) || !isFlat(item)) return false;
  }
  return true;
}

/** SHA-256, in hex, over a card's canonical JSON without `hash` and `pinned`: pinning a run does not change what it found. */
export function contentHash(card: Readonly<Record<string, unknown>>): string {
  const content = Object.fromEntries(
    Object.entries(card).filter(([key]) => key !== 'hash' && key !== 'pinned'),
  );
  return createHash('sha256').update(canonicalJson(content)).digest('hex');
}
