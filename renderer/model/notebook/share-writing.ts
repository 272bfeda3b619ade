import type { Host } from '../../host/host.ts';

type Keep = () => Promise<void>;

const fields = new WeakMap<Host, Set<{ keep: Keep }>>();

/**
 * Says that words which go into a saved file are being written, and how the host comes to have them.
 * Returns what ends that.
 */
export function whileWriting(host: Host, keep: Keep): () => void {
  const all = fields.get(host) ?? new Set();
  fields.set(host, all);
  const field = { keep };
  all.add(field);
  return () => void all.delete(field);
}

/**
 * Resolves once the host has everything that stands in this window's fields: to be awaited before a file is made from what the host
 * said. Rejects where it can't be kept; the file would not say what the field says.
 */
export async function written(host: Host): Promise<void> {
  await Promise.all([...(fields.get(host) ?? [])].map(({ keep }) => keep()));
}
