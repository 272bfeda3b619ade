import ts from 'typescript';

/** A text that a program shows, and the line that it begins on. */
export interface Shown {
  text: string;
  line: number;
}

/** Names of attributes and properties whose strings nobody reads. */
const unread = new Set(
  [
    'className class id key d points viewBox transform type role href to src icon variant',
    'data-step style rel target kind of step part lab preset color fill stroke htmlFor describedBy',
    'path file import',
  ].flatMap((names) => names.split(' ')),
);
/** Stands for a value that is put in: one word. */
const value = '0';

/**
 * Every text of a program that may be read by a person: words between tags, with the words of the tags within them, and strings. A value
 * that is put in counts as one word. Comments, addresses, names of files and classes are none.
 */
export function stringsIn(name: string, source: string): Shown[] {
  const file = ts.createSourceFile(
    name,
    source,
    ts.ScriptTarget.Latest,
    true,
    name.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS,
  );
  const found: Shown[] = [];
  const add = (node: ts.Node, text: string) =>
    found.push({
      text: text.replace(/\s+/g, ' ').trim(),
      line: file.getLineAndCharacterOfPosition(node.getStart()).line + 1,
    });
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node) || ts.isTypeNode(node)) return;
    if (isUnread(node)) return;
    if (ts.isJsxElement(node) || ts.isJsxFragment(node)) {
      if (hasWords(node)) {
        add(node, wordsOf(node));
        // What is put in between may hold strings of its own: the branches of a choice.
        for (const child of node.children) inside(child);
        return;
      }
    } else if (isText(node)) {
      add(node, textOf(node));
      return;
    }
    ts.forEachChild(node, visit);
  };
  /** Below words that were read already: only what they left as a value. */
  const inside = (node: ts.Node): void => {
    if (ts.isJsxExpression(node) && node.expression && !isText(node.expression))
      visit(node.expression);
    else if (ts.isJsxElement(node)) {
      ts.forEachChild(node.openingElement, visit);
      for (const child of node.children) inside(child);
    } else if (ts.isJsxSelfClosingElement(node)) ts.forEachChild(node, visit);
  };
  visit(file);
  return found.filter(({ text }) => text !== '');
}

type Element = ts.JsxElement | ts.JsxFragment;

const hasWords = (node: Element) =>
  node.children.some((child) => ts.isJsxText(child) && /[A-Za-z]{2}/.test(child.text));

/** The words of an element and of what stands in it. */
function wordsOf(node: ts.Node): string {
  if (ts.isJsxText(node)) return node.text;
  if (ts.isJsxElement(node) || ts.isJsxFragment(node)) return node.children.map(wordsOf).join('');
  if (ts.isJsxExpression(node)) {
    if (!node.expression) return '';
    return isText(node.expression) ? textOf(node.expression) : value;
  }
  return '';
}

/** Whether a node is a string, or strings put together. */
function isText(node: ts.Node): boolean {
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) return true;
  if (ts.isTemplateExpression(node)) return true;
  return isSum(node) && (isText(node.left) || isText(node.right));
}

const isSum = (node: ts.Node): node is ts.BinaryExpression =>
  ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.PlusToken;

function textOf(node: ts.Node): string {
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) return node.text;
  if (ts.isTemplateExpression(node))
    return node.head.text + node.templateSpans.map((span) => value + span.literal.text).join('');
  if (isSum(node)) return textOf(node.left) + textOf(node.right);
  return value;
}

function isUnread(node: ts.Node): boolean {
  if (!ts.isJsxAttribute(node) && !ts.isPropertyAssignment(node)) return false;
  return unread.has(node.name.getText().replace(/['"]/g, ''));
}
