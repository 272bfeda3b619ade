import { fold } from './fold.ts';

/** What a column of a list of people may hold. */
export type Heading =
  | 'name'
  | 'first'
  | 'last'
  | 'email'
  | 'canvas-id'
  | 'sis-id'
  | 'login'
  | 'section'
  | 'id-number'
  | 'username';

/** What course systems and spreadsheets call them: Canvas, Moodle, and plain English, German, French and Spanish. */
const words: Readonly<Record<Heading, readonly string[]>> = {
  name: [
    'name',
    'names',
    'full name',
    'fullname',
    'student',
    'students',
    'student name',
    'participant',
    'participants',
    'nom complet',
    'vollstandiger name',
    'nombre completo',
  ],
  first: ['first name', 'firstname', 'first', 'given name', 'vorname', 'prenom', 'nombre'],
  last: [
    'last name',
    'lastname',
    'last',
    'surname',
    'family name',
    'nachname',
    'nom',
    'apellido',
    'apellidos',
    'apellido(s)',
  ],
  email: ['email', 'e-mail', 'mail', 'email address', 'e-mail address', 'e-mail-adresse', 'correo'],
  'canvas-id': ['id'],
  'sis-id': ['sis user id'],
  login: ['sis login id', 'login', 'login id'],
  section: ['section', 'sections', 'group', 'groups', 'class'],
  'id-number': [
    'id number',
    'idnumber',
    'student id',
    'student number',
    'matriculation number',
    'matrikelnummer',
  ],
  username: ['username', 'user name', 'user', 'user id'],
};

const kinds = new Map(
  (Object.entries(words) as [Heading, readonly string[]][]).flatMap(([kind, all]) =>
    all.map((word) => [word, kind] as const),
  ),
);

/** What a column of this heading holds; null where no heading of that kind is known. */
export const headingOf = (text: string): Heading | null => kinds.get(fold(text)) ?? null;

/** Whether a row is a line of headings: it has one that is known, and nothing that a person has. */
export const isHeader = (row: readonly string[]): boolean =>
  row.some((cell) => headingOf(cell) !== null) &&
  !row.some((cell) => cell.includes('@') || /^\d+$/.test(cell.trim()));
