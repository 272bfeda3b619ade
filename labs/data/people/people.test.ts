import { describe, expect, it } from 'vitest';
import { nameKey } from './fold.ts';
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
