/** Typed arrays that may cross. */
const typedArrays = {
  Float64Array,
  Float32Array,
  Int32Array,
  Uint32Array,
  Int16Array,
  Uint16Array,
  Int8Array,
  Uint8Array,
  Uint8ClampedArray,
} as const;
type TypedName = keyof typeof typedArrays;

/** Something that can be named but not carried: a promise, a function, a map. */
export interface Named {
  readonly $: string;
}

/** What goes into a program and comes out of it: JSON, what JSON lacks, and typed arrays. `undefined` in an array may also be a hole. */
export type Data =
  | null
  | undefined
  | boolean
  | number
  | string
  | Named
  | Float64Array
  | Float32Array
  | Int32Array
  | Uint32Array
  | Int16Array
  | Uint16Array
  | Int8Array
  | Uint8Array
  | Uint8ClampedArray
  | readonly Data[]
  | { readonly [name: string]: Data };

const numberWords: Record<string, number> = {
  NaN: NaN,
  '-0': -0,
  Infinity: Infinity,
  '-Infinity': -Infinity,
};

function numberText(value: number): string {
  if (Object.is(value, -0)) return '{"$":"-0"}';
  return Number.isFinite(value) ? String(value) : `{"$":"${value}"}`;
}

/**
 * A value as text: JSON, where `{"$": …}` stands for what JSON has no word for. Throws a TypeError for
 * an object with a property `$` and for what is no `Data`.
 */
export function encode(value: Data): string {
  if (value === undefined) return '{"$":"undefined"}';
  if (typeof value === 'number') return numberText(value);
  if (value === null || typeof value === 'boolean' || typeof value === 'string')
    return JSON.stringify(value);
  if (ArrayBuffer.isView(value)) {
    const name = value.constructor.name;
    return `{"$":"typed","of":"${name}","values":[${Array.from(value as Float64Array, numberText).join(',')}]}`;
  }
  if (Array.isArray(value)) return `[${Array.from(value as readonly Data[], encode).join(',')}]`;
  if (typeof value !== 'object') throw new TypeError(`A ${typeof value} can't be handed in.`);
  const entries = Object.entries(value as Record<string, Data>);
  if (entries.some(([name]) => name === '$')) throw new TypeError('No property is called "$".');
  return `{${entries.map(([name, one]) => `${JSON.stringify(name)}:${encode(one)}`).join(',')}}`;
}

/** A value out of parsed JSON text as `encode`, or the harness, wrote it. Throws a TypeError where it is none. */
export function fromJson(json: unknown): Data {
  if (json === null || ['string', 'number', 'boolean'].includes(typeof json))
    return json as null | string | number | boolean;
  if (Array.isArray(json)) return json.map(fromJson);
  if (typeof json !== 'object') throw new TypeError('This is no value.');
  const given = json as Record<string, unknown>;
  if (!Object.hasOwn(given, '$')) {
    // Without a prototype: a property that is called "__proto__" is one like any other.
    const plain = Object.create(null) as Record<string, Data>;
    for (const [name, one] of Object.entries(given)) plain[name] = fromJson(one);
    return plain;
  }
  const word = given['$'];
  if (typeof word !== 'string') throw new TypeError('This is no value.');
  if (word === 'undefined') return undefined;
  if (Object.hasOwn(numberWords, word)) return numberWords[word];
  if (word !== 'typed') return { $: word };
  const Typed = typedArrays[given['of'] as TypedName] as Float64ArrayConstructor | undefined;
  if (!Typed || !Array.isArray(given['values'])) throw new TypeError('This is no value.');
  return new Typed(given['values'].map((one) => Number(fromJson(one))));
}
