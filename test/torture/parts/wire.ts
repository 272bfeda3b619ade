import { errorData, lecternErrorCode } from '../../../main/contract/errors.ts';
import type { Malformed } from './malformed.ts';

/** A connection that raw text is sent over. */
export interface Line {
  send(text: string): void;
  hear(listener: (text: string) => void): void;
  /** Called once, when the other side ended it. */
  closed(listener: () => void): void;
}

interface Heard {
  id?: string | number | null;
  method?: string;
  error?: { code?: number; message?: string; data?: unknown };
}

/** A message that was not met as it must be. */
export interface Amiss {
  kind: string;
  why: string;
  text: string;
}

const answerMs = 15_000;

/** What is wrong with an error's answer; null where it is a typed one that a person can read. */
function wrongWith({ error }: Heard): string | null {
  if (!error) return 'it was answered as if it were right';
  const data = errorData.safeParse(error.data);
  if (error.code !== lecternErrorCode || !data.success)
    return `the error is not a typed one: ${JSON.stringify(error).slice(0, 200)}`;
  if (data.data.code === 'internal')
    return `it is called a fault of Lectern's own: ${data.data.what.slice(0, 200)}`;
  if (/\n\s+at |\[object/.test(data.data.what))
    return `the message is none for a person: ${data.data.what.slice(0, 200)}`;
  return null;
}

/**
 * Sends one malformed message and looks at what comes of it. `probe` is a right request whose answer shows that everything sent
 * before was dealt with.
 */
export async function sendMalformed(
  line: Line,
  sent: Malformed,
  probe: (id: string) => string,
): Promise<Amiss | null> {
  const { kind, text, id, outcome } = sent;
  const amiss = (why: string): Amiss => ({ kind, why, text: text.slice(0, 300) });
  return new Promise((resolve) => {
    const timer = setTimeout(
      () => finish(amiss(`nothing came of it within ${answerMs / 1000} s`)),
      answerMs,
    );
    let open = true;
    const finish = (result: Amiss | null) => {
      if (!open) return;
      open = false;
      clearTimeout(timer);
      resolve(result);
    };
    const probeId = `probe-${Math.random()}`;
    line.closed(() => finish(outcome === 'closed' ? null : amiss('the connection was closed')));
    line.hear((answer) => {
      if (!open) return;
      const heard = JSON.parse(answer) as Heard;
      if (heard.method !== undefined) return;
      if (heard.id === probeId)
        return finish(outcome === 'nothing' ? null : amiss('it was not answered'));
      const expected =
        outcome === 'error' ? heard.id === id : outcome === 'nameless error' && heard.id === null;
      if (!expected)
        return finish(amiss(`an answer that nobody waited for: ${answer.slice(0, 200)}`));
      const wrong = wrongWith(heard);
      finish(wrong === null ? null : amiss(wrong));
    });
    line.send(text);
    if (outcome === 'nothing') line.send(probe(probeId));
  });
}
