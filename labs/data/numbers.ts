/** What stands between whole and part of a column's numbers. */
export type Decimal = '.' | ',';

/** What a cell's figures allow, as bits. Nothing set: it is no number. */
export const shape = {
  /** It can be read with a decimal point, with a decimal comma; with both where it has neither. */
  point: 1,
  comma: 2,
  /** The two readings differ: `1.234` and `1,234`. */
  unclear: 4,
  percent: 8,
  grouped: 16,
  integer: 32,
  leadingZero: 64,
  currency: 128,
} as const;

const currency = /^(?:[$€£¥₹₽]|usd|eur|gbp|chf)\s?|\s?(?:[$€£¥₹₽]|usd|eur|gbp|chf|kr)$/i;
const exponent = '(?:e[+-]?\\d+)?';
const plainPoint = new RegExp(`^(?:\\d+\\.?\\d*|\\.\\d+)${exponent}$`, 'i');
const plainComma = new RegExp(`^(?:\\d+|\\d*,\\d+)${exponent}$`, 'i');
const eitherMark = /^[1-9]\d{0,2}[.,]\d{3}$/;
const commaGroups = /^\d{1,3}(?:,\d{2,3})*,\d{3}(?:\.\d*)?$/;
const pointGroups = /^\d{1,3}(?:\.\d{3})+(?:,\d*)?$/;
const spaceGroups = /^\d{1,3}(?:[ \u00a0\u2009\u202f'’]\d{3})+(?:([.,])\d*)?$/;

/** No figure that somebody wrote has more characters. */
const longest = 40;

/** The bits of `shape` that a trimmed cell has; 0 where it is no number. */
export function numberShape(cell: string): number {
  const quick = usual(cell);
  return quick >= 0 ? quick : unusual(cell);
}

/** Digits, perhaps with a sign and one point: nearly all cells. −1 for anything else. */
function usual(cell: string): number {
  const length = cell.length;
  if (length > longest) return -1;
  const sign = cell.charCodeAt(0);
  const start = sign === 45 || sign === 43 ? 1 : 0;
  let at = start;
  while (at < length && isDigit(cell.charCodeAt(at))) at++;
  const before = at - start;
  const zero = cell.charCodeAt(start) === 48;
  if (at === length) {
    if (before === 0) return -1;
    const leading = zero && before > 1 ? shape.leadingZero : 0;
    return shape.point | shape.comma | shape.integer | leading;
  }
  if (cell.charCodeAt(at) !== 46) return -1;
  let end = at + 1;
  while (end < length && isDigit(cell.charCodeAt(end))) end++;
  const after = end - at - 1;
  if (end !== length || before + after === 0) return -1;
  const unclear = after === 3 && before >= 1 && before <= 3 && !zero;
  return unclear ? shape.point | shape.comma | shape.unclear : shape.point;
}

const isDigit = (code: number) => code >= 48 && code <= 57;

function unusual(cell: string): number {
  const { body, bits } = bare(cell);
  if (body === '' || body.length > longest) return 0;
  // 1e999 is more than any number here can be: an infinite weight would spoil every sum in silence.
  if (/e/i.test(body) && !Number.isFinite(Number(body.replace(',', '.')))) return 0;
  const spaced = spaceGroups.exec(body);
  if (spaced) {
    const grouped = bits | shape.grouped;
    if (spaced[1] === '.') return grouped | shape.point;
    if (spaced[1] === ',') return grouped | shape.comma;
    return grouped | shape.point | shape.comma | shape.integer;
  }
  if (eitherMark.test(body)) return bits | shape.point | shape.comma | shape.unclear;
  if (plainPoint.test(body)) {
    const whole = /^\d+$/.test(body);
    return bits | shape.point | (whole ? shape.comma | shape.integer : 0);
  }
  if (plainComma.test(body)) return bits | shape.comma;
  const whole = (mark: string) => (body.includes(mark) ? 0 : shape.integer);
  if (commaGroups.test(body)) return bits | shape.point | shape.grouped | whole('.');
  if (pointGroups.test(body)) return bits | shape.comma | shape.grouped | whole(',');
  return 0;
}

/** The figures without sign, per cent and currency signs. */
function bare(cell: string): { body: string; bits: number; negative: boolean } {
  let body = cell;
  let bits = 0;
  if (/%$/.test(body)) {
    bits |= shape.percent;
    body = body.slice(0, -1).trimEnd();
  }
  let negative = false;
  const takeSign = () => {
    if (!/^[+\-−]/.test(body)) return;
    negative = body[0] !== '+';
    body = body.slice(1).trimStart();
  };
  takeSign();
  const without = body.replace(currency, '');
  if (without !== body) {
    bits |= shape.currency;
    body = without;
    takeSign();
  }
  return { body, bits, negative };
}

/**
 * Reads a trimmed cell as a number: thousands marks go, a per cent sign divides by 100. NaN where it is no number with this decimal
 * mark.
 */
export function parseNumber(cell: string, decimal: Decimal): number {
  const quick = usual(cell);
  if (quick > 0 && (decimal === '.' || quick & shape.integer)) return Number(cell);
  const bits = numberShape(cell);
  if (!(bits & (decimal === '.' ? shape.point : shape.comma))) return NaN;
  const { body, negative } = bare(cell);
  const joined = body.replace(
    decimal === '.' ? /[, \u00a0\u2009\u202f'’]/g : /[. \u00a0\u2009\u202f'’]/g,
    '',
  );
  const value = Number(decimal === ',' ? joined.replace(',', '.') : joined);
  const signed = negative ? -value : value;
  return bits & shape.percent ? signed / 100 : signed;
}
