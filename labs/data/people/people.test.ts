import { describe, expect, it } from 'vitest';
import { nameKey } from './fold.ts';
import { readListFile, textOf } from './list-file.ts';
import { nameChoices, namesBy } from './name-choices.ts';
import { readPeople } from './read-list.ts';

/** The names that are taken where nobody chooses another column. */
function names(text: string): string[] {
  const list = readPeople(text);
  const [likeliest] = nameChoices(list);
  return likeliest ? namesBy(list, likeliest) : [];
}
const choices = (text: string) => nameChoices(readPeople(text)).map(({ label }) => label);

describe('class list columns', () => {
  it.each([
    ['a name on each line', 'Ana Gómez\n\n  Bo Lindqvist \r\n'],
    ['bullets and numbers', '- Ana Gómez\n2. Bo Lindqvist'],
    ['CSV with headings', 'Name,E-mail,Section\nAna Gómez,ana@x.org,A\n\nBo Lindqvist,bo@x.org,B'],
    ['CSV in Excel’s German', 'Nachname;Vorname;E-Mail\nGómez;Ana;a@x.org\nLindqvist;Bo;b@x.org'],
    ['a spreadsheet', '12345\tAna Gómez\tana@x.org\n67890\tBo Lindqvist\tbo@x.org'],
    ['a mail program', 'Ana Gómez <ana@x.org>, "Lindqvist, Bo" <bo@x.org>'],
    ['a mail program, line by line', 'Ana Gómez <ana@x.org>\nBo Lindqvist <bo@x.org>;'],
    ['last, first', 'Gómez, Ana\nLindqvist, Bo'],
    ['last, first under a heading', 'Student,ID\n"Gómez, Ana",17\n"Lindqvist, Bo",18'],
    [
      'Moodle',
      'First name,Last name,ID number,Email address\nAna,Gómez,7,a@x.org\nBo,Lindqvist,8,b@x.org',
    ],
    [
      'Canvas',
      'Student,ID,SIS User ID,SIS Login ID,Section,Quiz (12)\n    Points Possible,,,,,10\n' +
        '"Gómez, Ana",17,s17,ana,A,9\n"Lindqvist, Bo",18,s18,bo,A,7',
    ],
    ['one line with commas', 'Ana Gómez, Bo Lindqvist'],
    ['a heading alone', 'Students\nAna Gómez\nBo Lindqvist'],
    [
      'two headings over names with addresses',
      'Name, Email\nAna Gómez <a@x.org>\nBo Lindqvist <b@x.org>',
    ],
    ['a byte order mark', '\uFEFFName\tMail\nAna Gómez\ta@x.org\nBo Lindqvist\tb@x.org'],
  ])('%s', (_, text) => expect(names(text)).toEqual(['Ana Gómez', 'Bo Lindqvist']));

  it('names the columns by their headings, or by what they look like; never by what is in a row', () => {
    expect(choices('Name,E-mail\nAna,a@x.org')).toEqual(['Name', 'E-mail']);
    expect(choices('1\tAna Li\ta@x.org\n2\tBo Ek\tb@x.org')).toEqual([
      'Column 2, names',
      'Column 1, numbers',
      'Column 3, e-mail addresses',
    ]);
    expect(choices('Li, Ana\nEk, Bo')[0]).toBe('Column 2, names, then Column 1, names');
  });

  it('keeps two people of one name, and names that are written from the right', () => {
    expect(names('Name,Id\nBo Li,1\nBo Li,2\nדנה כהן,3\nمريم حداد,4')).toEqual([
      'Bo Li',
      'Bo Li',
      'דנה כהן',
      'مريم حداد',
    ]);
  });

  it.each<[string, string, string[]]>([
    [
      'lines without an address',
      'Ana <a@x>\nBo <b@x>\nCy <c@x>\nDora Diaz\nEmil Ek',
      ['Ana', 'Bo', 'Cy', 'Dora Diaz', 'Emil Ek'],
    ],
    [
      'a bare address behind others',
      'Ana Gómez <a@x>, Bo Lindqvist <b@x>, Ana Gómez <a2@x>, dora@x.edu',
      ['Ana Gómez', 'Bo Lindqvist', 'Ana Gómez', 'dora'],
    ],
    [
      'a bare address behind a quoted name',
      '"Gómez, Ana" <a@x>, Bo <b@x>, dora@x.edu',
      ['Ana Gómez', 'Bo', 'dora'],
    ],
    [
      'a bare address in the middle',
      'Ana <a@x>, dora@x.edu, Bo <b@x>\nCy <c@x>; emil@x.edu; Fia Ek <f@x>',
      ['Ana', 'dora', 'Bo', 'Cy', 'emil', 'Fia Ek'],
    ],
    [
      'a name alone in the middle',
      'Ana <a@x>, Dora Diaz, Bo Ek <b@x>',
      ['Ana', 'Dora Diaz', 'Bo Ek'],
    ],
    [
      'last, first without quotes',
      'Gómez, Ana <a@x>, Ek, Bo <b@x>\nDiaz, Dora <d@x>; Li, Cy <c@x>',
      ['Ana Gómez', 'Bo Ek', 'Dora Diaz', 'Cy Li'],
    ],
    [
      'last, first without an address',
      'Ana <a@x>\nBo <b@x>\nDiaz, Dora',
      ['Ana', 'Bo', 'Dora Diaz'],
    ],
    ['a nickname', 'Ana "Annie" Li <a@x>, Bo <b@x>', ['Ana "Annie" Li', 'Bo']],
    ['two addresses of one person', 'Ana <a@x> <a2@x>, Bo <b@x>', ['Ana', 'Bo']],
  ])('keeps everybody of a mail program’s list: %s', (_, text, all) =>
    expect(names(text)).toEqual(all),
  );

  it.each<[string, string, string[]]>([
    [
      'half of the lines',
      'Ana Gómez <ana@x.edu>\nbo.lindqvist@x.edu\nCy <cy@x.edu>\nDora Diaz',
      ['Ana Gómez', 'bo.lindqvist', 'Cy', 'Dora Diaz'],
    ],
    ['one of many lines', 'Ana Li\nBo Ek\nCy Oz\nDi <d@x.edu>', ['Ana Li', 'Bo Ek', 'Cy Oz', 'Di']],
    ['addresses alone', 'ana@x.edu\nbo@x.edu', ['ana', 'bo']],
    ['addresses with commas', 'ana@x.edu, bo@x.edu\ncy@x.edu, di@x.edu', ['ana', 'bo', 'cy', 'di']],
    ['addresses without brackets', 'Ana Li ana@x.edu\nBo Ek (bo@x.edu)', ['Ana Li', 'Bo Ek']],
    ['a broken bracket', 'Ana Li <ana@x.edu\nBo Ek < bo@x.edu >', ['Ana Li', 'Bo Ek']],
    ['an address as a name', '"ana@x.edu" <ana@x.edu>\nBo <bo@x.edu>', ['ana', 'Bo']],
    ['under a heading', 'Students\n1. Ana Li <a@x.edu>\n2. bo@x.edu', ['Ana Li', 'bo']],
    ['in CSV', 'Name,Section\nAna Li <a@x.edu>,A\nbo@x.edu,B', ['Ana Li', 'bo']],
    ['in a spreadsheet', '1\tAna Li <a@x.edu>\t7\n2\tBo Ek <b@x.edu>\t8', ['Ana Li', 'Bo Ek']],
    ['last, first', 'Li, Ana <a@x.edu>\nEk, Bo\nOz, Cy', ['Ana Li', 'Bo Ek', 'Cy Oz']],
    ['two columns', 'First,Last\nAna,Li <a@x.edu>\nb@x.edu,Ek', ['Ana Li', 'Ek']],
  ])('leaves no address in a name: %s', (_, text, all) => {
    expect(names(text)).toEqual(all);
    const list = readPeople(text);
    const shown = nameChoices(list).flatMap((choice) => namesBy(list, choice));
    expect(shown.filter((name) => name.includes('@'))).toEqual([]);
  });

  it.each<[string, string, string[]]>([
    ['in columns', 'King, Martin Luther, Jr.\nLi, Ana', ['Martin Luther King Jr.', 'Ana Li']],
    ['quoted', 'Name,Id\n"King, Martin Luther, Jr.",1', ['Martin Luther King Jr.']],
    ['under headings', 'Last,First\nKing,Martin,Jr.\nLi,Ana', ['Martin King Jr.', 'Ana Li']],
    ['said in order', 'Martin King, Jr.\nLi, Ana\nEk, Bo', ['Martin King Jr.', 'Ana Li', 'Bo Ek']],
    ['in one line', 'Martin King, Jr., Ana Li', ['Martin King Jr.', 'Ana Li']],
    ['with an address', 'King, Martin, Jr. <m@x>\nLi, Ana <a@x>', ['Martin King Jr.', 'Ana Li']],
    ['not a section', 'Li, Ana, II\nEk, Bo, III', ['Ana Li', 'Bo Ek']],
  ])('keeps what stands behind a name: %s', (_, text, all) => expect(names(text)).toEqual(all));

  it('takes an Arabic comma for a comma', () => {
    expect(names('علي، محمد\nحداد، مريم')).toEqual(['محمد علي', 'مريم حداد']);
    expect(names('علي، محمد\nLi, Ana')).toEqual(['محمد علي', 'Ana Li']);
    expect(names('Name,Id\n"علي، محمد",1')).toEqual(['محمد علي']);
    expect(names('علي، محمد <m@x>\nAna <a@x>')).toEqual(['محمد علي', 'Ana']);
  });

  it('finds nobody in nothing', () => {
    expect(names('')).toEqual([]);
    expect(names(' \n\t\n')).toEqual([]);
    expect(names('Name,E-mail\n')).toEqual([]);
  });
});

it('a name is the same in either order, with and without accents and signs that can’t be seen', () => {
  expect(nameKey('Pérez, José')).toBe(nameKey('Jose  PEREZ'));
  expect(nameKey('\u200fדנה כהן\u200f')).toBe(nameKey('כהן דנה'));
  expect(nameKey('José Pérez')).not.toBe(nameKey('José Peraz'));
});

describe('a class list in a file', () => {
  const list = 'Name\nAna Gómez\n';
  const utf16 = Buffer.from(`\uFEFF${list}`, 'utf16le');
  it.each<[string, Uint8Array]>([
    ['UTF-8', Buffer.from(list)],
    ['UTF-8 with a mark', Buffer.from(`\uFEFF${list}`)],
    ['what Excel calls Unicode text', utf16],
    ['the same, the other way round', Buffer.from(utf16).swap16()],
    ['the Western code page of Windows', Buffer.from(list, 'latin1')],
  ])('%s', (_, bytes) => {
    const read = textOf(bytes);
    expect(read.ok && names(read.text)).toEqual(['Ana Gómez']);
  });

  it('that is a workbook or far too large is refused with what to do', async () => {
    expect(textOf(Buffer.from('PK\u0003\u0004…'))).toMatchObject({
      ok: false,
      problem: expect.stringContaining('Save it as CSV'),
    });
    const large = { size: 1e9 } as Blob;
    expect(await readListFile(large)).toMatchObject({ ok: false });
  });
});
