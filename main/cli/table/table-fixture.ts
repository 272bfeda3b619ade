import { mkdtempSync, rmSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { vi } from 'vitest';
import type { AuditJson } from '../../../labs/fairness/own/own-json.ts';
import type { LeaksJson } from '../../../labs/time-leak/own/leaks-json.ts';
import { audit } from './audit.ts';
import { leaks } from './leaks.ts';

// For the tests beside it: the commands on kept tables and on made ones.

const cases = fileURLToPath(new URL('../../../test/reference/cases/tables/', import.meta.url));
/** One for all test files of a process, which share this module. */
export const folder = mkdtempSync(join(tmpdir(), 'lectern-tables-'));
process.once('exit', () => rmSync(folder, { recursive: true, force: true }));

async function run<T>(command: (args: string[]) => Promise<number>, path: string, args: string[]) {
  for (const to of ['log', 'error'] as const)
    if (!vi.isMockFunction(console[to])) vi.spyOn(console, to).mockReturnValue();
  const out = join(folder, 'out.json');
  const code = await command([path, ...args, '--json', out]);
  return { code, ...(JSON.parse(await readFile(out, 'utf8')) as T) };
}
export const audited = (file: string, ...args: string[]) =>
  run<AuditJson>(audit, join(cases, file), args);
export const leaked = (file: string, ...args: string[]) =>
  run<LeaksJson>(leaks, join(cases, file), args);
async function made(text: string | Uint8Array) {
  const path = join(folder, 'table.csv');
  await writeFile(path, text);
  return path;
}
export const auditOf = async (text: string | Uint8Array, ...args: string[]) =>
  run<AuditJson>(audit, await made(text), args);
export const leaksOf = async (text: string | Uint8Array, ...args: string[]) =>
  run<LeaksJson>(leaks, await made(text), args);
export const kindOf = ({ columns }: AuditJson | LeaksJson, name: string) =>
  columns.find((column) => column.name === name)?.kind;
export const notesOf = ({ columns, notes }: AuditJson | LeaksJson) =>
  [...notes, ...columns.flatMap((column) => column.notes)].join(' ');
export const accused = ({ findings }: LeaksJson) => findings!.filter(({ kind }) => kind === 'leak');
export const asked = ({ asks }: AuditJson | LeaksJson) => asks!.map(({ role }) => role);

/** A table of `n` rows; whoever writes it draws from a small generator of its own. */
export function table(
  header: string,
  row: (i: number, draw: () => number) => (string | number)[],
  n = 200,
) {
  let state = 12345;
  const draw = () => (state = (state * 1103515245 + 12345) % 2 ** 31) / 2 ** 31;
  const sign = header.includes(';') ? ';' : ',';
  return `${[header, ...Array.from({ length: n }, (_, i) => row(i, draw).join(sign))].join('\n')}\n`;
}
export const pad = (n: number) => String(n).padStart(2, '0');
export const day = (i: number) => `2024-${pad(1 + (Math.floor(i / 28) % 12))}-${pad(1 + (i % 28))}`;
export const repeat = (row: string, n: number) => `${row}\n`.repeat(n);
