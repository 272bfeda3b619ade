import { existsSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { expect, test } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** What a file imports at once: not what is fetched later, and no types. */
function atOnce(file: string): string[] {
  if (!/\.tsx?$/.test(file)) return [];
  const source = ts.createSourceFile(
    file,
    readFileSync(join(root, file), 'utf8'),
    ts.ScriptTarget.Latest,
  );
  return source.statements.flatMap((statement) => {
    if (!ts.isImportDeclaration(statement) && !ts.isExportDeclaration(statement)) return [];
    const from = statement.moduleSpecifier;
    if (!from || !ts.isStringLiteral(from) || !from.text.startsWith('.')) return [];
    const onlyTypes = ts.isImportDeclaration(statement)
      ? takesTypes(statement.importClause)
      : statement.isTypeOnly;
    return onlyTypes ? [] : [posix.join(posix.dirname(file), from.text)];
  });
}

function takesTypes(clause: ts.ImportClause | undefined): boolean {
  if (!clause) return false;
  if (clause.isTypeOnly) return true;
  const names = clause.namedBindings;
  return (
    !clause.name &&
    names !== undefined &&
    ts.isNamedImports(names) &&
    names.elements.every((one) => one.isTypeOnly)
  );
}

function firstScreen(): Set<string> {
  const found = new Set<string>();
  const left = ['renderer/app/main.tsx'];
  for (let file = left.pop(); file !== undefined; file = left.pop()) {
    if (found.has(file) || !existsSync(join(root, file))) continue;
    found.add(file);
    left.push(...atOnce(file));
  }
  return found;
}

/** Nothing of these is needed for the first slide, nor for the first key. */
const later = [
  /^renderer\/model\/(prediction|room)\//,
  /^renderer\/features\/(room\/follow-room|report|notebook|exercises|reading\/reading-room)/,
  /^labs\/[\w-]+\/(story|panel|run)\b/,
  /^labs\/kit\/compare\.ts$/,
];

test('the first screen brings nothing along that only later screens use', () => {
  const files = [...firstScreen()];
  expect(files).toContain('renderer/features/deck/deck.tsx');
  expect(files.filter((file) => later.some((pattern) => pattern.test(file)))).toEqual([]);
});
