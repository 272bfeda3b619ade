import { isAlias, isMap, isNode, isScalar, isSeq, LineCounter, parseDocument, visit } from 'yaml';
import { quoted, type Problems } from './problems.ts';
import { suggestion } from './near-miss.ts';

export interface ReadYaml {
  value: Record<string, unknown>;
  /** The line in the file on which a key, or a key below it, stands. */
  lineOf: (...path: string[]) => number;
}

/**
 * Reads a map of YAML. What can't be read becomes a problem at its line, and null is returned. References (`*name`) are
 * refused: a few of them can stand for millions of values.
 * @param first the line of the file on which the text begins
 * @param keys those that are understood; others become a warning and are left out
 */
export function readYaml(
  text: string,
  at: { file: string; first: number; keys: readonly string[]; problems: Problems },
): ReadYaml | null {
  const { file, first, problems } = at;
  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter, prettyErrors: false });
  const lineAt = (offset: number | undefined) =>
    first + (offset === undefined ? 0 : Math.max(counter.linePos(offset).line - 1, 0));
  const refuse = (offset: number | undefined, what: string, fix: string) => {
    problems.add({ level: 'error', file, line: lineAt(offset), what, fix });
    return null;
  };
  const error = document.errors[0];
  if (error) return refuse(error.pos[0], ...yamlWords(error.code, error.message));
  let reference: number | undefined;
  visit(document, (_key, node) => {
    if (!isAlias(node)) return undefined;
    reference = node.range?.[0] ?? 0;
    return visit.BREAK;
  });
  if (reference !== undefined)
    return refuse(reference, 'References such as *name are not read.', 'Write the value out.');
  const root = document.contents;
  if (root === null) return { value: {}, lineOf: () => first };
  if (!isMap(root))
    return refuse(0, 'Here should be keys with values.', 'Write one “key: value” on each line.');
  const value: Record<string, unknown> = {};
  for (const pair of root.items) {
    const name = isScalar(pair.key) ? String(pair.key.value) : '';
    const line = isScalar(pair.key) ? lineAt(pair.key.range?.[0]) : first;
    if (at.keys.includes(name)) {
      value[name] = (pair.value as { toJSON?: () => unknown } | null)?.toJSON?.() ?? null;
      continue;
    }
    problems.add({
      level: 'warning',
      file,
      line,
      what: `The key ${quoted(name)} is not known, and is not used.`,
      fix: suggestion(name, at.keys, 'keys'),
    });
  }
  const lineOf = (...path: string[]): number => {
    for (let length = path.length; length > 0; length -= 1) {
      const parent = length === 1 ? root : document.getIn(path.slice(0, length - 1), true);
      if (isSeq(parent)) {
        const item = parent.items[Number(path[length - 1])];
        if (isNode(item)) return lineAt(item.range?.[0]);
      }
      const pair =
        isMap(parent) &&
        parent.items.find((one) => isScalar(one.key) && String(one.key.value) === path[length - 1]);
      if (pair && isScalar(pair.key)) return lineAt(pair.key.range?.[0]);
    }
    return first;
  };
  return { value, lineOf };
}

/** What YAML's own errors mean, and the mend. */
function yamlWords(code: string, message: string): [what: string, fix: string] {
  if (code === 'TAB_AS_INDENT')
    return ['A tab stands where YAML wants spaces.', 'Put two spaces in its place.'];
  if (code === 'DUPLICATE_KEY') return ['A key stands here twice.', 'Keep one of them.'];
  if (/nested mappings|multiline|implicit key/i.test(message))
    return [
      'YAML can’t read this line.',
      'Put quotation marks round the value: a colon within it begins a new key.',
    ];
  return [
    `YAML can’t read this: ${message.split('\n')[0]}`,
    'Write one “key: value” on each line.',
  ];
}
