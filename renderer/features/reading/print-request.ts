let asked = false;
let from: string | null = null;

/**
 * Someone chose to print: the pages ask the browser for it once they are laid out. An address alone
 * never does. `origin` is where they were: the pages lead back there.
 */
export function requestPrint(origin: string | null = null): void {
  asked = true;
  from = origin;
}

/** Whether printing was asked for; asks once. */
export function takePrintRequest(): boolean {
  const was = asked;
  asked = false;
  return was;
}

/** Where printing was asked for, if it was; asks once. */
export function takeOrigin(): string | null {
  const was = from;
  from = null;
  return was;
}
