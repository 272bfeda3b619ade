import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalJson } from './canonical.ts';

/** The same said plainly: every object with its keys in order, then JSON. */
function plainly(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(plainly).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const keys = Object.keys(value).sort();
  const pairs = keys.map(
    (key) => `${JSON.stringify(key)}:${plainly((value as Record<string, unknown>)[key])}`,
  );
  return `{${pairs.join(',')}}`;
}
const parsed = (text: string): unknown => JSON.parse(text);

/** Names as cards have them, and those that mean something to JavaScript. */
const name = fc.oneof(
  fc.constantFrom('a', 'b', '10', '9', '-1', 'toJSON', 'constructor', '__proto__', 'ä', '"'),
  fc.string(),
);
const cell = fc.oneof(
  fc.double(),
  fc.integer(),
  fc.string(),
  fc.boolean(),
  fc.constant(null),
  fc.array(fc.double(), { maxLength: 3 }),
);
const row = fc.array(fc.tuple(name, cell), { maxLength: 6 }).map((pairs) => {
  const text = pairs.map(([key, value]) => `${JSON.stringify(key)}:${JSON.stringify(value)}`);
  return parsed(`{${text.join(',')}}`);
});

test('whatever is read as JSON is written with its keys in order, tables too', () => {
  fc.assert(
    fc.property(
      fc.array(row, { maxLength: 5 }),
      (rows) => canonicalJson({ rows }) === plainly({ rows }),
    ),
  );
  fc.assert(fc.property(fc.jsonValue(), (value) => canonicalJson(value) === plainly(value)));
});

test.each([
  '[{"b":1,"a":2},{"a":3}]',
  '[{"__proto__":1,"b":2},{"a":3}]',
  '[{"a":1},{"constructor":{"b":1,"a":2}}]',
  '[{"10":1,"9":2,"a":3}]',
  '[{"b":[1,[2,3]],"a":null},{}]',
  '[{"a":{"d":1,"c":2}},{"a":1}]',
  '[{"a":1},[2],null,3,"x"]',
  `[{${Array.from({ length: 40 }, (_, i) => `"k${40 - i}":${i}`).join(',')}}]`,
])('%s', (text) => expect(canonicalJson(parsed(text))).toBe(plainly(parsed(text))));
