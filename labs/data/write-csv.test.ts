import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { csvText } from './write-csv.ts';

describe('a table as CSV', () => {
  test('is RFC 4180, and reads back', () => {
    const text = csvText([
      ['a', 'b,c', 'd "e"'],
      ['line\r\nbreak', null, -4.5],
      ['ü', 0, Number.NaN],
    ]);
    expect(text).toBe('a,"b,c","d ""e"""\r\n"line\r\nbreak",,-4.5\r\nü,0,\r\n');
    expect(Papa.parse<string[]>(text, { skipEmptyLines: true }).data).toEqual([
      ['a', 'b,c', 'd "e"'],
      ['line\r\nbreak', '', '-4.5'],
      ['ü', '0', ''],
    ]);
  });

  test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\tx', '\rx', '\n=1', '  =1', '＝1'])(
    'takes %j for text',
    (text) => {
      const [[cell]] = Papa.parse<string[]>(csvText([[text]])).data as [string[]];
      expect(cell).toBe(`'${text}`);
    },
  );

  test('leaves numbers and harmless text as they are', () => {
    expect(csvText([['a=b', 'x-1', -1, Infinity]])).toBe('a=b,x-1,-1,\r\n');
  });
});
