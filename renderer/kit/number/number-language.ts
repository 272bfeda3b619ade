import type { NumberLanguage } from '../../../main/contract/learner.ts';

/** Between thousands and before decimals. */
export interface NumberMarks {
  group: string;
  decimal: string;
}

const narrowSpace = '\u202f';
const marksOf: Record<Exclude<NumberLanguage, 'system'>, NumberMarks> = {
  en: { group: ',', decimal: '.' },
  de: { group: '.', decimal: ',' },
  fr: { group: narrowSpace, decimal: ',' },
  ch: { group: '’', decimal: '.' },
};

let marks: NumberMarks = marksOf.en;

/** The marks of the language in use. */
export const numberMarks = (): NumberMarks => marks;

/** From here on numbers are written and read in this language. What is on screen already must be drawn anew. */
export function setNumberLanguage(language: NumberLanguage, systemLocale?: string): void {
  marks = language === 'system' ? systemMarks(systemLocale) : marksOf[language];
}

/** The marks that a locale uses, with figures 0 to 9 whatever its own are; English ones where it can't be told. */
function systemMarks(locale?: string): NumberMarks {
  try {
    const parts = new Intl.NumberFormat(locale, {
      numberingSystem: 'latn',
      useGrouping: true,
    }).formatToParts(1_234_567.5);
    const find = (type: 'group' | 'decimal') => parts.find((part) => part.type === type)?.value;
    return {
      group: find('group') ?? marksOf.en.group,
      decimal: find('decimal') ?? marksOf.en.decimal,
    };
  } catch {
    return marksOf.en;
  }
}

/** A number as the English write it, in the language in use: 1,234.5 → 1.234,5. Only for text that is a number and nothing else. */
export function inLanguage(english: string): string {
  return english.replace(/[,.]/g, (mark) => (mark === ',' ? marks.group : marks.decimal));
}

/** The numbers in a short text of figures as the English write them, such as "0.71 → 0.63"; everything else stands. Not for prose. */
export function figuresInLanguage(text: string): string {
  return text.replace(/\d[\d,]*(\.\d+)?/g, (figure) =>
    /^(\d+|\d{1,3}(,\d{3})+)(\.\d+)?$/.test(figure) ? inLanguage(figure) : figure,
  );
}

/**
 * Reads what a person typed as a number, in the language in use: its own mark before decimals, its own or a space or an apostrophe between
 * thousands, a true minus. Null where it is none, and where the marks fit no number of that language: better asked again than misread.
 * A point is the decimal mark of every numeric keypad, so it is one wherever the language can't
 * mean thousands by it: German 0.5, never 1.234.
 */
export function readTyped(text: string): number | null {
  const { group, decimal } = marks;
  const bare = text
    .trim()
    .replace(/[\s\u00a0\u202f'’]/g, '')
    .replace(/[\u2212\u2013]/g, '-');
  let plain = bare;
  if ((group === ',' || group === '.') && inGroups(group, decimal).test(bare))
    plain = bare.replaceAll(group, '').replace(decimal, '.');
  else if (decimal === ',' && !(bare.includes(',') && bare.includes('.')))
    plain = bare.replace(',', '.');
  if (!/^-?(\d+\.?\d*|\.\d+)(e-?\d+)?$/i.test(plain)) return null;
  const value = Number(plain);
  return Number.isFinite(value) ? value : null;
}

/** 1.234.567,5: from one to three figures, the first not 0, then threes. */
const inGroups = (group: string, decimal: string) =>
  new RegExp(`^-?[1-9]\\d{0,2}(\\${group}\\d{3})+(\\${decimal}\\d*)?$`);
