let asked = false;

/** Someone chose to print: the pages ask the browser for it once they are laid out. An address alone never does. */
export function requestPrint(): void {
  asked = true;
}

/** Whether printing was asked for; asks once. */
export function takePrintRequest(): boolean {
  const was = asked;
  asked = false;
  return was;
}
