import type { ShownWord } from '../../../../../labs/kit/code/shown.ts';

/** A word of a line, or the value of a parameter that stands right before it. */
export type Filled = ShownWord | { value: string };

const plain = new Set(['comment', 'string', 'regexp']);

/** A line with the values of the parameters that it names: each is filled in once, after the name where it stands first. */
export function fillLine(
  line: readonly ShownWord[],
  fills: readonly string[],
  values: Readonly<Record<string, number | string | boolean>>,
): Filled[] {
  const left = new Set(fills.filter((name) => Object.hasOwn(values, name)));
  return line.flatMap(([colour, text]): Filled[] => {
    if (colour !== null && plain.has(colour)) return [[colour, text]];
    const parts: Filled[] = [];
    let rest = text;
    for (const found of text.matchAll(/[A-Za-z_$][\w$]*/g)) {
      const [name] = found;
      if (!left.has(name)) continue;
      left.delete(name);
      const end = found.index + name.length - (text.length - rest.length);
      parts.push([colour, rest.slice(0, end)], { value: String(values[name]) });
      rest = rest.slice(end);
    }
    return rest === '' ? parts : [...parts, [colour, rest]];
  });
}
