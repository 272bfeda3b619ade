import type { RawData } from 'ws';
import {
  fromPhone,
  maxPhoneMessage,
  type FromPhone,
  type PhoneErrorCode,
} from '../../contract/room-wire.ts';

/** A phone's message, or why it is none. Never throws. */
export function readMessage(
  data: RawData,
  isBinary: boolean,
): { said: FromPhone } | { refused: PhoneErrorCode } {
  const bytes = Array.isArray(data) ? Buffer.concat(data) : Buffer.from(data as Buffer);
  if (bytes.length > maxPhoneMessage) return { refused: 'too-large' };
  if (isBinary) return { refused: 'bad-message' };
  try {
    const parsed = fromPhone.safeParse(JSON.parse(bytes.toString('utf8')));
    return parsed.success ? { said: parsed.data } : { refused: 'bad-message' };
  } catch {
    return { refused: 'bad-message' };
  }
}

/** What a refusal is about, for the phone to find what it said. */
export function aboutOf(said: FromPhone): string | null {
  if (said.t === 'answer') return said.q;
  return said.t === 'ask' ? said.key : null;
}
