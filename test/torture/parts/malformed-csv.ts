import type { Random } from '../../../labs/math/random.ts';

/** Whose table it is: the time-leak lab's report on one's own table, or the fairness lab's audit of one's own decisions. */
export type Table = 'leak' | 'audit';

export interface MalformedCsv {
  kind: string;
  table: Table;
  file: File;
}

type Rows = string[][];
type Parts = BlobPart[];

const day = (n: number) =>
  `2024-${String(1 + (Math.floor(n / 28) % 12)).padStart(2, '0')}-${String(1 + (n % 28)).padStart(2, '0')}`;

/** A good table of either kind, to be spoilt. */
function good(table: Table, random: Random, rows: number): Rows {
  if (table === 'leak')
    return [
      ['time', 'label', 'user', 'x'],
      ...Array.from({ length: rows }, (_, i) => [
        day(i),
        String(random.integer(2)),
        `u${random.integer(40)}`,
        random.normal().toFixed(3),
      ]),
    ];
  return [
    ['y', 'approved', 'sex', 'weight'],
    ...Array.from({ length: rows }, () => [
      String(random.integer(2)),
      String(random.integer(2)),
      random.uniform() < 0.5 ? 'f' : 'm',
      (1 + random.integer(3)).toString(),
    ]),
  ];
}

const text = (rows: Rows, sign = ',') => rows.map((row) => row.join(sign)).join('\n');
const place = (random: Random, rows: Rows) => 1 + random.integer(rows.length - 1);
const column = (name: string, rows: Rows) => rows[0]!.indexOf(name);

/** Writes one thing into a random row of a column. */
const put =
  (name: string, value: string) =>
  (rows: Rows, random: Random): Parts => {
    rows[place(random, rows)]![column(name, rows)] = value;
    return [text(rows)];
  };
/** Writes the same into every row of a column. */
const fill =
  (name: string, value: (row: number) => string) =>
  (rows: Rows): Parts => {
    rows.slice(1).forEach((row, i) => (row[column(name, rows)] = value(i)));
    return [text(rows)];
  };
const bytes = (...values: number[]) => [new Uint8Array(values)];

type Spoil = (rows: Rows, random: Random) => Parts;

const spoiltForm: Record<string, Spoil> = {
  'not a byte': () => [''],
  'blank lines only': () => ['\n \n\n\r\n'],
  'header only': (rows) => [text([rows[0]!])],
  'a byte of nothing': (rows, random) => [
    text(rows).slice(0, 1 + random.integer(200)),
    '\0',
    text(rows),
  ],
  'an archive': () => [...bytes(0x50, 0x4b, 3, 4, 20, 0), 'xl/workbook.xml'],
  'UTF-16': (rows) => [
    ...bytes(0xff, 0xfe),
    new Uint8Array(Uint16Array.from(text(rows), (one) => one.charCodeAt(0)).buffer),
  ],
  'UTF-16, the other way round': () => bytes(0xfe, 0xff, 0, 65, 0, 44),
  'Latin-1': (rows, random) => [
    text(rows.slice(0, place(random, rows))),
    ...bytes(10, 0xe4, 0xf6, 0xfc, 0x2c, 0x31),
  ],
  'a quotation mark left open': (rows, random) => {
    const row = rows[place(random, rows)]!;
    row[random.integer(row.length)] = '"open';
    return [text(rows)];
  },
  'words after a closing quotation mark': (rows, random) => {
    const row = rows[place(random, rows)]!;
    row[2] = '"closed" and on';
    return [text(rows)];
  },
  'a row too long': (rows, random) => {
    rows[place(random, rows)]!.push('one', 'two');
    return [text(rows)];
  },
  'a row too short': (rows, random) => {
    rows[place(random, rows)]!.pop();
    return [text(rows)];
  },
  'cut off in a row': (rows, random) => [
    text(rows.slice(0, -1)),
    '\n',
    rows
      .at(-1)!
      .slice(0, 1 + random.integer(3))
      .join(','),
  ],
  'two columns of one name': (rows, random) => {
    rows[0]![random.integer(3)] = rows[0]![3]!;
    return [text(rows)];
  },
  'a column without a name': (rows, random) => {
    rows[0]![random.integer(4)] = ' ';
    return [text(rows)];
  },
  'ten thousand columns': () => [
    `${Array.from({ length: 10_000 }, (_, i) => `c${i}`).join(',')}\n`,
  ],
  'another sign in the second half': (rows) => [
    text(rows.slice(0, 20)),
    '\n',
    text(rows.slice(20), ';'),
  ],
  JSON: (rows) => [JSON.stringify(rows.slice(0, 9), null, 1)],
  'a web page': () => [
    '<!doctype html>\n<html><head><title>Log in</title></head>\n<body>Please, log in, first.</body></html>\n',
  ],
  'random bytes': (_rows, random) => [
    Uint8Array.from({ length: 4_000 }, () => 128 + random.integer(128)),
  ],
  'a picture': () => [...bytes(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13), 'IHDR'],
  'a line of five million signs': () => ['x'.repeat(5_000_000), '\n1'],
  'five million commas': () => [','.repeat(5_000_000)],
  'a quoted cell that never ends': (rows) => [text(rows), '\n"', 'x\n'.repeat(2_600_000)],
  'blank lines, a long table, and in the end a row too short': (rows) => [
    '\n'.repeat(3_000_000),
    text(rows),
    `\n${text(rows.slice(1))}`.repeat(30),
    '\n1',
  ],
};

const spoiltLeak: Record<string, Spoil> = {
  'a third label': put('label', '2'),
  'one label only': fill('label', () => '1'),
  'no label at all': fill('label', () => ''),
  'no time at all': fill('time', () => ''),
  'words for a time': put('time', 'yesterday'),
  '30 February': put('time', '2024-02-30'),
  'hour 27': put('time', '2024-01-01 27:00'),
  'another way to write times': put('time', '13/02/2024'),
  'one time with its zone': put('time', '2024-01-01T10:00+02:00'),
  'a time far beyond': put('time', '99999999-01-01'),
};

const spoiltAudit: Record<string, Spoil> = {
  'a label of 2': put('y', '2'),
  'a label in words': put('y', 'yes'),
  'a label of nothing': put('y', ''),
  'a decision in words': put('approved', 'maybe'),
  'a weight below nothing': put('weight', '-1'),
  'a weight in words': put('weight', 'heavy'),
  'a weight with a comma': put('weight', '"1,5"'),
  'a weight without end': put('weight', '1e999'),
  'a thousand groups': fill('sex', (row) => `g${row}`),
  'a weight of code': put('weight', '=1+1'),
};

const kinds: { kind: string; table: Table; spoil: Spoil }[] = [
  ...Object.entries(spoiltForm).flatMap(([kind, spoil]) =>
    (['leak', 'audit'] as const).map((table) => ({ kind, table, spoil })),
  ),
  ...Object.entries(spoiltLeak).map(([kind, spoil]) => ({ kind, table: 'leak' as const, spoil })),
  ...Object.entries(spoiltAudit).map(([kind, spoil]) => ({ kind, table: 'audit' as const, spoil })),
];

/** So many malformed tables, of every kind in turn and spoilt at other places each time. */
export function* malformedCsv(random: Random, count: number): Generator<MalformedCsv> {
  // A few of each are of every kind, not the first kinds only.
  const order = random.permutation(kinds.length);
  for (let n = 0; n < count; n++) {
    const { kind, table, spoil } = kinds[order[n % kinds.length]!]!;
    const rows = good(
      table,
      random,
      kind === 'a thousand groups' ? 1_200 : 60 + random.integer(200),
    );
    yield {
      kind: `${kind} (${table})`,
      table,
      file: new File(spoil(rows, random), 'table.csv', { type: 'text/csv' }),
    };
  }
}
