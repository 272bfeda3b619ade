import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import {
  formatAddress,
  formatLink,
  parseAddress,
  type Address,
  type Known,
} from '../../renderer/model/address/address.ts';
import { handedFile, parseOpenRequest, linkedRooms, linkHash, longestLink } from './deep-link.ts';
import { appOrigin, isOurs } from './origin.ts';
import { isPresenter } from './presenter.ts';

const argument = fc.oneof(
  fc.string(),
  fc.string({ unit: 'binary' }),
  fc.webUrl(),
  fc.string({ unit: 'grapheme' }).map((rest) => `lectern://${rest}`),
  fc
    .tuple(
      fc.constantFrom(
        'lectern://',
        'LECTERN:///',
        'lectern:',
        'file:///',
        'file://host/',
        '/',
        'C:\\',
        '\\\\host\\',
        './',
        '--',
      ),
      fc.constantFrom(...linkedRooms, 'present', 'x.json', '..', ''),
      fc.string(),
    )
    .map((parts) => parts.join('')),
  // And what is nearly right, or the properties would say nothing.
  fc
    .tuple(
      fc.constantFrom(...linkedRooms, 'present'),
      fc.stringMatching(/^[\w\-.~!$&'()*+,;=:@/?%]{0,12}$/),
    )
    .map(([room, rest]) => `lectern://${room}${rest}`),
  fc
    .tuple(
      fc.constantFrom('/', 'C:\\', './', 'file:///'),
      fc.stringMatching(/^[\w .\-\\/:%]{1,12}$/),
      fc.constantFrom('.json', '.jsonl'),
    )
    .map((parts) => parts.join('')),
);

describe('links', () => {
  const place = {
    id: 'latency',
    step: 'queue',
    preset: 'lunch-rush',
    seed: 7,
    parameters: { waitMs: 2.5, model: 'it’s "odd" & <new>' },
  };
  const addresses: Exclude<Address, { room: 'present' }>[] = [
    { room: 'slides', slide: 'latency-matters', step: 3, lab: null },
    { room: 'slides', slide: 'latency-matters', step: 1, lab: place },
    { room: 'labs', lab: place },
    { room: 'notebook', run: 'run-00012' },
    { room: 'notebook', run: null },
    { room: 'exercises' },
    { room: 'read', slide: 'title', print: null },
    { room: 'read', slide: null, print: 'notes' },
    { room: 'glossary', term: 'p99' },
  ];
  test.each(addresses)('what “Copy link” copies opens the same address: %o', (address) => {
    expect(linkHash(formatLink(address))).toBe(formatAddress(address));
    expect(parseOpenRequest([formatLink(address)], '/', 'linux')).toEqual({
      hash: formatAddress(address),
      file: null,
    });
  });

  it('covers each room of an address but the presenter’s', () => {
    expect([...new Set(addresses.map(({ room }) => room))].sort()).toEqual([...linkedRooms].sort());
    expect(linkHash(formatLink({ room: 'present' }))).toBeNull();
  });

  test.each([
    ['lectern:///labs/latency', '#/labs/latency'],
    ['LECTERN://notebook/', '#/notebook/'],
    ['lectern://slides', '#/slides'],
    ['lectern://read?print=notes', '#/read?print=notes'],
  ])('%s opens %s', (text, hash) => expect(linkHash(text)).toBe(hash));

  test.each([
    '',
    'lectern:',
    'lectern://',
    'lectern:slides/title',
    'lectern:////slides',
    'lectern://elsewhere/x',
    'lectern://constructor',
    'lectern://present',
    'lectern://settings',
    ' lectern://slides',
    'lectern://slides ',
    'lectern://slides/a b',
    'lectern://slides/a"b',
    'lectern://slides/<script>',
    'lectern://slides/`x`',
    'lectern://slides/a\\b',
    'lectern://slides/a\nb',
    'lectern://slides/a\0',
    'lectern://slides/é',
    'lectern://slides/title#/present',
    'lectern://sl%69des/title',
    'lectern://javascript:alert(1)',
    'javascript:alert(1)',
    'https://lectern/#/slides',
    'app://lectern/#/slides',
    `lectern://slides/${'x'.repeat(longestLink)}`,
  ])('%j opens nothing', (text) => {
    expect(linkHash(text)).toBeNull();
    expect(parseOpenRequest([text], '/', 'linux')).toBeNull();
  });
});

describe('files', () => {
  test.each([
    ['/home/me/run.json', 'linux', '/home/me/run.json'],
    ['run.json', 'linux', '/work folder/run.json'],
    ['../a/Note Book.JSONL', 'darwin', '/a/Note Book.JSONL'],
    ['file:///home/me/my%20run.json', 'linux', '/home/me/my run.json'],
    ['C:\\Users\\me\\run.json', 'win32', 'C:\\Users\\me\\run.json'],
    ['C:/Users/me/run.json', 'win32', 'C:\\Users\\me\\run.json'],
    ['file:///C:/Users/me/run.json', 'win32', 'C:\\Users\\me\\run.json'],
  ])('%s on %s is %s', (text, platform, path) =>
    expect(handedFile(text, platform === 'win32' ? 'D:\\work' : '/work folder', platform)).toBe(
      path,
    ),
  );

  test.each([
    ['/home/me/run.txt', 'linux'],
    ['/home/me/run.json/', 'linux'],
    ['/home/me/.json', 'linux'],
    ['/a\0.json', 'linux'],
    ['/a\n.json', 'linux'],
    ['file://host/a.json', 'linux'],
    ['file:///a%2fb.json', 'linux'],
    ['file:///%', 'linux'],
    ['https://example.org/a.json', 'linux'],
    ['data:application/json,x.json', 'linux'],
    [`/${'x'.repeat(5_000)}.json`, 'linux'],
    ['', 'linux'],
    ['\\\\host\\share\\run.json', 'win32'],
    ['//host/share/run.json', 'win32'],
    ['file://host/share/run.json', 'win32'],
    ['\\\\.\\pipe\\run.json', 'win32'],
    ['\\\\?\\C:\\run.json', 'win32'],
    ['C:\\run.txt:hidden.json', 'win32'],
  ])('%j on %s is none', (text, platform) =>
    expect(handedFile(text, platform === 'win32' ? 'D:\\work' : '/work', platform)).toBeNull(),
  );
});

describe('a command line', () => {
  test.each([
    [['/opt/Lectern/lectern', 'lectern://slides/title'], { hash: '#/slides/title', file: null }],
    [
      ['electron', '/src/lectern', '--inspect=0', '--', 'lectern://notebook'],
      { hash: '#/notebook', file: null },
    ],
    [
      ['lectern', '--original-process-start-time=1', '/a/run.json'],
      { hash: '#/notebook', file: '/a/run.json' },
    ],
    [['lectern', 'lectern://slides/title', '/a/run.json'], { hash: '#/slides/title', file: null }],
    [['lectern', 'lectern://slides/title', 'lectern://notebook'], null],
    [['lectern', 'lectern://elsewhere', '/a/run.json'], null],
    [['lectern', '/a/run.json', '/b/run.json'], null],
    [['lectern', '--file=/a/run.json'], null],
    [['lectern'], null],
    [[], null],
  ])('%j hands in %o', (args, given) =>
    expect(parseOpenRequest(args, '/work', 'linux')).toEqual(given),
  );

  const known: Known = { slides: [{ id: 'title', steps: 1 }], labs: {} };
  it(
    'whatever it says: never throws, never leaves our pages and known rooms, never opens ' +
      'the presenter’s, and names at most one absolute file',
    () => {
      let opened = 0;
      fc.assert(
        fc.property(
          fc.array(argument, { maxLength: 4 }),
          fc.constantFrom('linux', 'darwin', 'win32'),
          fc.string(),
          (args, platform, folder) => {
            const given = parseOpenRequest(args, folder, platform);
            if (!given) return;
            opened += 1;
            const address = `${appOrigin}/${given.hash}`;
            expect(
              isOurs(address, appOrigin) &&
                new URL(address).pathname === '/' &&
                !isPresenter(address, appOrigin),
            ).toBe(true);
            expect(linkedRooms).toContain(/^#\/([a-z]+)/.exec(given.hash)![1]);
            expect(given.hash).toMatch(/^#[\x21-\x7e]+$/);
            expect(given.hash).not.toMatch(/[<>"`\\^{|}]/);
            expect(given.hash.length).toBeLessThanOrEqual(longestLink);
            expect(linkedRooms).toContain(parseAddress(given.hash, known).address.room);
            if (given.file !== null)
              expect(given.file).toMatch(
                platform === 'win32' ? /^[a-z]:\\[^:]*\.jsonl?$/i : /^\/.*\.jsonl?$/i,
              );
          },
        ),
        { numRuns: 2_000 },
      );
      expect(opened).toBeGreaterThan(100);
    },
  );
});
