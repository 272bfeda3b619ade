import util from 'node:util';

/** tfjs-node 4.22 calls `util.isNullOrUndefined`, which Node 23 and later no longer have. Call before it is loaded. */
export function patchNode(): void {
  const old = util as unknown as { isNullOrUndefined?: (value: unknown) => boolean };
  old.isNullOrUndefined ??= (value) => value === null || value === undefined;
}
