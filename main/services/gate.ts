/** Lets one thing happen alone: while it lasts, requests wait at the gate, and are answered after it in the order they came. */
export function gate(): {
  alone<T>(act: () => Promise<T>): Promise<T>;
  all<H extends object>(handlers: H): H;
} {
  let closed: Promise<unknown> | null = null;
  return {
    alone(act) {
      const done = act();
      const mine = done
        .catch(() => undefined)
        .then(() => void (closed === mine && (closed = null)));
      closed = mine;
      return done;
    },
    all<H extends object>(handlers: H): H {
      const behind =
        (handler: (...given: unknown[]) => unknown) =>
        (...given: unknown[]) =>
          closed ? closed.then(() => handler(...given)) : handler(...given);
      return Object.fromEntries(
        Object.entries(handlers).map(([name, handler]) => [name, behind(handler as never)]),
      ) as H;
    },
  };
}
