/** What a reference case's numbers are compared with, and how near is near enough. */
export interface Tolerance {
  rel: number;
  abs: number;
}

/** One number (or list or block of numbers) that is not as expected. */
export interface Difference {
  path: string;
  expected: unknown;
  got: unknown;
}

/** Where the case says nothing, an exact formula must agree to this. */
export const exact: Tolerance = { rel: 1e-9, abs: 1e-12 };

/** A case's own `tolerance`, as far as it gives plain numbers; the sentences that some carry are overruled by the rules. */
export function toleranceOf(
  given: Record<string, unknown>,
  fallback: Tolerance = exact,
): Tolerance {
  const number = (name: string) => (typeof given[name] === 'number' ? given[name] : undefined);
  const rel = number('rel') ?? number('mean_rel');
  const abs = number('abs');
  if (rel === undefined && abs === undefined) return fallback;
  return { rel: rel ?? 0, abs: abs ?? fallback.abs };
}

export function near(expected: number, got: number, { rel, abs }: Tolerance): boolean {
  return Math.abs(expected - got) <= Math.max(abs, rel * Math.abs(expected));
}

/** Every place where `got` differs from `expected`; null matches null only. Names that only `got` has are ignored. */
export function differences(
  expected: unknown,
  got: unknown,
  tolerance: Tolerance,
  path = '',
): Difference[] {
  if (typeof expected === 'number') {
    return typeof got === 'number' && near(expected, got, tolerance)
      ? []
      : [{ path, expected, got }];
  }
  if (Array.isArray(expected)) {
    if (!Array.isArray(got) || got.length !== expected.length) return [{ path, expected, got }];
    return expected.flatMap((value, i) => differences(value, got[i], tolerance, `${path}[${i}]`));
  }
  if (expected !== null && typeof expected === 'object') {
    if (got === null || typeof got !== 'object') return [{ path, expected, got }];
    return Object.entries(expected).flatMap(([name, value]) =>
      differences(
        value,
        (got as Record<string, unknown>)[name],
        tolerance,
        path ? `${path}.${name}` : name,
      ),
    );
  }
  return Object.is(expected, got) ? [] : [{ path, expected, got }];
}

/** The members of `block` that are named; a case need not have them all. */
export function only(
  block: Record<string, unknown>,
  names: readonly string[],
): Record<string, unknown> {
  return Object.fromEntries(Object.entries(block).filter(([name]) => names.includes(name)));
}

/** One line for a difference: the numbers in full, long lists cut. */
export function describe({ path, expected, got }: Difference): string {
  const shown = (value: unknown) => {
    const text = value === undefined ? 'nothing' : (JSON.stringify(value) ?? String(value));
    return text.length > 60 ? `${text.slice(0, 57)}…` : text;
  };
  return `${path}: expected ${shown(expected)}, got ${shown(got)}`;
}
