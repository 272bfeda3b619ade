import type { z } from 'zod';
import type { Random } from '../../../labs/math/random.ts';

/** Stands in a value for a piece of JSON that no JavaScript value gives, such as 1e999 or a key named __proto__. */
class Raw {
  constructor(readonly text: string) {}
}

/** JSON of a value that may hold `Raw` pieces. */
export function asRaw(value: unknown): string {
  if (value instanceof Raw) return value.text;
  if (Array.isArray(value)) return `[${Array.from(value, asRaw).join(',')}]`;
  if (typeof value === 'object' && value !== null)
    return `{${Object.entries(value)
      .map(([key, item]) => `${JSON.stringify(key)}:${asRaw(item)}`)
      .join(',')}}`;
  return JSON.stringify(value) ?? 'null';
}

const junk: readonly unknown[] = [
  null,
  true,
  false,
  0,
  -1,
  0.5,
  -1e300,
  2 ** 53,
  new Raw('1e999'),
  new Raw('-1e999'),
  new Raw('1e-999'),
  '',
  ' ',
  'NaN',
  'undefined',
  '../../etc/passwd',
  '%00',
  '\0',
  '\ud800',
  '🎓'.repeat(50),
  'x'.repeat(100_000),
  [],
  [[]],
  [null],
  {},
  { a: { b: { c: {} } } },
  new Raw('{"__proto__":{"polluted":true}}'),
  new Raw('{"constructor":{"prototype":{"polluted":true}}}'),
  new Raw('{"toString":null,"valueOf":7,"toJSON":"x"}'),
  Array.from({ length: 2_000 }, (_, i) => i),
  Object.fromEntries(Array.from({ length: 800 }, (_, i) => [`key-${i}`, i])),
  '2026-02-30T25:61:61Z',
  new Raw('"\\u0000\\uffff"'),
  '<script>alert(1)</script>',
];

type Holder = Record<string | number, unknown>;

/** Every place of a value: the object or array that holds it, and its key. */
function places(
  holder: Holder,
  found: { holder: Holder; key: string | number }[] = [],
): { holder: Holder; key: string | number }[] {
  for (const key of Object.keys(holder)) {
    found.push({ holder, key });
    const value = holder[key];
    if (typeof value === 'object' && value !== null && !(value instanceof Raw))
      places(value as Holder, found);
  }
  return found;
}

function breakOnce(random: Random, root: { params: unknown }): void {
  const all = places(root as Holder);
  // The parameters themselves are gone already.
  if (all.length === 0) return;
  const { holder, key } = all[random.integer(all.length)]!;
  const value = holder[key];
  switch (random.integer(8)) {
    case 0:
      delete holder[key];
      break;
    case 1:
      holder[key] = [value];
      break;
    case 2:
      holder[key] = JSON.stringify(value) ?? '';
      break;
    case 3:
      holder[`${key}\u200b`] = value;
      delete holder[key];
      break;
    case 4:
      if (
        typeof value === 'object' &&
        value !== null &&
        !Array.isArray(value) &&
        !(value instanceof Raw)
      )
        (value as Holder)['also'] = new Raw('{"__proto__":{"polluted":true}}');
      else holder[key] = { value };
      break;
    default: {
      // A copy: the next break may go into it.
      const piece = junk[random.integer(junk.length)];
      holder[key] = piece instanceof Raw ? piece : structuredClone(piece);
    }
  }
}

/** Whether what the other side will read fits the contract after all. */
function fits(schema: z.ZodType, params: unknown): boolean {
  return schema.safeParse(JSON.parse(asRaw(params))).success;
}

/**
 * Parameters of a method, broken in one to three places: JSON that the method's schema does not take. Where breaking them leaves them
 * right, as where all of a form is optional, they are replaced by something of another kind.
 */
export function mutated(random: Random, schema: z.ZodType, valid: unknown): string {
  for (let tries = 0; tries < 12; tries++) {
    const root = { params: structuredClone(valid) };
    for (let i = random.integer(3); i >= 0; i--) breakOnce(random, root);
    if (!fits(schema, root.params)) return asRaw(root.params);
  }
  const other = [null, 7, 'text', [], true].filter((value) => !fits(schema, value));
  return asRaw(other[random.integer(other.length)]);
}
