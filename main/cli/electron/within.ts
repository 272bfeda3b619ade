/** What is asked for, or undefined where it does not come within the limit (milliseconds), or fails. Never throws. */
export function within<T>(limit: number, asked: Promise<T>): Promise<T | undefined> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(undefined), limit);
    asked
      .catch(() => undefined)
      .then((answer) => {
        clearTimeout(timer);
        resolve(answer);
      });
  });
}
