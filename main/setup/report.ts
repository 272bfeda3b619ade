/** How long-lasting work tells the person what it is doing. Everything goes to the error stream: results have the other. */
export interface Report {
  /** What is being done now; `detail` may change often ("41 of 195 MB"). Replaces what was said before it. */
  doing(what: string, detail?: string): void;
  /** A line that stays. */
  say(line: string): void;
  /** The work is over: removes the moving line. */
  done(): void;
}

interface Stream {
  write(text: string): unknown;
  isTTY?: boolean;
  columns?: number;
}

/** Where the line can't be redrawn, a new one is written at most this often (milliseconds). */
const sparse = 10_000;
/** Work shorter than this is not mentioned (milliseconds). */
const patience = 500;

/** One moving line in a terminal; in a log file a line now and then. `now` is a clock in milliseconds. */
export function createReport(
  stream: Stream = process.stderr,
  now: () => number = () => performance.now(),
): Report {
  let current = '';
  let since = 0;
  let written = -Infinity;
  let shown = false;
  /** The line that was written last, where lines stay: the same one again says nothing new. */
  let last = '';

  const draw = (text: string) => {
    if (stream.isTTY) {
      stream.write(`\r\x1b[K${text.slice(0, (stream.columns ?? 80) - 1)}`);
      shown = true;
    } else if (text !== last && now() - written >= sparse) {
      stream.write(`${text}\n`);
      written = now();
      last = text;
    }
  };
  const clear = () => {
    if (shown) stream.write('\r\x1b[K');
    shown = false;
  };
  return {
    doing(what, detail) {
      if (what !== current) {
        current = what;
        since = now();
        written = -Infinity;
      }
      if (detail === undefined || now() - since >= patience)
        draw(detail === undefined ? `${what} …` : `${what}: ${detail}`);
    },
    say(line) {
      clear();
      stream.write(`${line}\n`);
    },
    done() {
      clear();
      current = '';
    },
  };
}

/** Says nothing but the lines that stay. */
export function quietReport(stream: Stream = process.stderr): Report {
  return {
    doing: () => undefined,
    say: (line) => void stream.write(`${line}\n`),
    done: () => undefined,
  };
}

/** Calls `tick` with the seconds gone by, four times a second, while `work` lasts. */
export async function whileTicking<T>(
  work: Promise<T>,
  tick: (seconds: number) => void,
): Promise<T> {
  const start = performance.now();
  const timer = setInterval(() => tick(Math.floor((performance.now() - start) / 1000)), 250);
  try {
    return await work;
  } finally {
    clearInterval(timer);
  }
}
