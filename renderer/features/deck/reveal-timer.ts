/**
 * Reveal 6.0.2 starts an interval for each deck that puts a scrolled deck back, and its `destroy` leaves that running: it would keep
 * every deck that ever was on screen in memory, and look at it each second. Called before a deck starts; what is returned ends that
 * deck's interval. The interval is told from others by what it looks at.
 */
export function catchScrollTimer(
  scope: { setInterval: typeof setInterval; clearInterval: typeof clearInterval } = window,
): () => void {
  const own = scope.setInterval;
  let timer: ReturnType<typeof setInterval> | undefined;
  const caught = ((handler: () => void, ms?: number, ...rest: unknown[]) => {
    const id = own.call(scope, handler as never, ms, ...(rest as []));
    if (timer === undefined && String(handler).includes('wrapper.scrollLeft')) {
      timer = id;
      giveBack();
    }
    return id;
  }) as typeof setInterval;
  const giveBack = () => {
    if (scope.setInterval === caught) scope.setInterval = own;
  };
  scope.setInterval = caught;
  return () => {
    giveBack();
    if (timer !== undefined) scope.clearInterval(timer);
  };
}
