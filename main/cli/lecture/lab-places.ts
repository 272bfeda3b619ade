import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import ts from 'typescript';
import type { LabPlaces } from '../../lecture/read/files.ts';

/**
 * The parts and steps of each lab's story, and its figures for slides, read from the lab's files: a story draws, so that no command loads
 * one. A lab in which no part is found is left out: nothing is said of what it has.
 */
export async function labPlaces(
  root: string,
  ids: readonly string[],
): Promise<Record<string, LabPlaces>> {
  const found: Record<string, LabPlaces> = {};
  for (const id of ids) {
    const folder = join(root, 'labs', id);
    const [story, stories, codes, inline] = await Promise.all([
      textsOf(folder, /^story\.tsx$/),
      textsOf(join(folder, 'story'), /^(?!.*\.test\.).*\.tsx$/),
      textsOf(join(folder, 'code'), /^(?!.*\.test\.).*\.ts$/),
      textsOf(folder, /^inline\.tsx$/),
    ]);
    const parts = [...story, ...stories].flatMap(partsIn);
    if (parts.length === 0) continue;
    // The step of an exercise has the id of its task.
    const tasks = codes.flatMap((text) =>
      [...text.matchAll(/^ {2}id: '([\w-]+)',$/gm)].map((match) => match[1]!),
    );
    found[id] = {
      parts: parts.map((part) => part.id),
      steps: [...parts.flatMap((part) => part.steps), ...tasks],
      figures: inline.flatMap(figuresIn),
    };
  }
  return found;
}

/** The texts of a folder's files of this name; none where there is no such folder. */
async function textsOf(folder: string, name: RegExp): Promise<string[]> {
  const names = await readdir(folder).catch(() => []);
  const wanted = names.filter((one) => name.test(one)).sort();
  return Promise.all(wanted.map((one) => readFile(join(folder, one), 'utf8')));
}

/** Objects with an id and steps. */
function partsIn(text: string): { id: string; steps: string[] }[] {
  const parts: { id: string; steps: string[] }[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isObjectLiteralExpression(node)) {
      const [id, steps] = [idOf(node), valueOf(node, 'steps')];
      if (id !== null && steps && ts.isArrayLiteralExpression(steps))
        parts.push({ id, steps: steps.elements.flatMap((one) => idOf(one) ?? []) });
    }
    ts.forEachChild(node, visit);
  };
  visit(parsed(text));
  return parts;
}

/** The names of `export const inline: Inline = { … }`. */
function figuresIn(text: string): string[] {
  const names: string[] = [];
  const visit = (node: ts.Node): void => {
    const isInline = ts.isVariableDeclaration(node) && node.name.getText() === 'inline';
    if (isInline && node.initializer && ts.isObjectLiteralExpression(node.initializer))
      for (const { name } of node.initializer.properties)
        if (name) names.push(name.getText().replace(/^'(.*)'$/, '$1'));
    ts.forEachChild(node, visit);
  };
  visit(parsed(text));
  return names;
}

const parsed = (text: string) =>
  ts.createSourceFile('story.tsx', text, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);

function idOf(node: ts.Node): string | null {
  const id = ts.isObjectLiteralExpression(node) ? valueOf(node, 'id') : undefined;
  return id && ts.isStringLiteral(id) ? id.text : null;
}

const valueOf = (node: ts.ObjectLiteralExpression, name: string): ts.Expression | undefined =>
  node.properties.find(
    (one): one is ts.PropertyAssignment =>
      ts.isPropertyAssignment(one) && one.name.getText() === name,
  )?.initializer;
