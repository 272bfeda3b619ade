const monthDays = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

const dash = 45;
const colon = 58;

function digits(text: string, from: number, count: number): number {
  let value = 0;
  for (let i = from; i < from + count; i++) {
    const digit = text.charCodeAt(i) - 48;
    if (!(digit >= 0 && digit <= 9)) return NaN;
    value = value * 10 + digit;
  }
  return value;
}

const is = (text: string, at: number, code: number) => text.charCodeAt(at) === code;

/**
 * The usual layouts, read without a regular expression: a million rows have two million of them. Milliseconds since 1970; null for anything
 * else, which the patterns then judge.
 */
export function usualIso(text: string): number | null {
  const zoned = text.charCodeAt(text.length - 1) === 90;
  const length = zoned ? text.length - 1 : text.length;
  if (
    (length !== 10 && length !== 16 && length !== 19 && length !== 23) ||
    (zoned && length === 10)
  )
    return null;
  if (!is(text, 4, dash) || !is(text, 7, dash)) return null;
  const year = digits(text, 0, 4);
  const month = digits(text, 5, 2);
  const day = digits(text, 8, 2);
  let hour = 0;
  let minute = 0;
  let second = 0;
  let ms = 0;
  if (length > 10) {
    if (!(is(text, 10, 84) || is(text, 10, 32)) || !is(text, 13, colon)) return null;
    hour = digits(text, 11, 2);
    minute = digits(text, 14, 2);
    if (length > 16) {
      if (!is(text, 16, colon)) return null;
      second = digits(text, 17, 2);
      if (length === 23) {
        if (!is(text, 19, 46)) return null;
        ms = digits(text, 20, 3);
      }
    }
  }
  const sound =
    month >= 1 &&
    month <= 12 &&
    day >= 1 &&
    day <= monthDays[month - 1]! &&
    (month !== 2 || day < 29) &&
    hour < 24 &&
    minute < 60 &&
    second < 60 &&
    ms >= 0 &&
    year >= 1000;
  return sound ? Date.UTC(year, month - 1, day, hour, minute, second, ms) : null;
}
