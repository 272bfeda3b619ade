/**
 * Reads each object once and keeps what it read for as long as the object is there: a result is
 * never changed, a partial one is followed by another, and a story asks for it in every sentence.
 * What is no object is read each time.
 */
export function readOnce<Read>(read: (value: unknown) => Read): (value: unknown) => Read {
  const known = new WeakMap<object, { read: Read }>();
  return (value) => {
    if (typeof value !== 'object' || value === null) return read(value);
    const before = known.get(value);
    if (before) return before.read;
    const now = { read: read(value) };
    known.set(value, now);
    return now.read;
  };
}
