import { fold, nameKey, nameKeys } from '../../../../labs/data/people/fold.ts';
import { headingOf, type Heading } from '../../../../labs/data/people/headings.ts';
import { nameChoices, nameIn } from '../../../../labs/data/people/name-choices.ts';
import { readPeople } from '../../../../labs/data/people/read-list.ts';
import type { Submission } from '../submission.ts';
import { placeNames } from '../students.ts';

/** Someone who should hand something in, as the roster has them. */
export interface Person {
  /** Their place in the roster, from 0: two people may share a name. */
  at: number;
  name: string;
  /** What else the roster says of them that a gradebook asks for. */
  fields: Partial<Record<Heading, string>>;
}

/** Rows that Canvas writes into its gradebook beside the students: one to try things out with, and what can be had. */
const ofCanvas: ReadonlySet<string> = new Set(['Student, Test', 'Points Possible'].map(nameKey));

/**
 * The people of a roster: any list that `readPeople` reads, such as what Canvas or Moodle export.
 * Nobody where it holds no name.
 */
export function readRoster(text: string): Person[] {
  const list = readPeople(text);
  const [choice] = nameChoices(list);
  if (!choice) return [];
  const kinds = (list.header ?? []).map(headingOf);
  const fromCanvas = kinds.includes('canvas-id');
  return list.rows
    .map((row) => ({
      name: nameIn(row, choice.columns),
      fields: Object.fromEntries(
        kinds.flatMap((kind, at) => (kind && row[at] ? [[kind, row[at]]] : [])),
      ),
    }))
    .filter(({ name }) => name !== '' && !(fromCanvas && ofCanvas.has(nameKey(name))))
    .map((person, at) => ({ at, ...person }));
}

/** Whose a file is. `several`: people of one name, any of whom it could be; it is nobody's then. */
export interface Whose {
  people: Person[];
  several: Person[];
}

/**
 * Finds whose each file is. Surest first: what the course system wrote before its name (Canvas: the
 * student's ID, Moodle: their name), then the name in the notebook. A pair that hands in one file
 * names both, with "and", "&", "+", "/", ";" or a comma between.
 */
export function rosterIndex(roster: readonly Person[]): (file: Submission) => Whose {
  const byName = new Map<string, Person[]>();
  const byId = new Map<string, Person>();
  const byMail = new Map<string, Person>();
  for (const person of roster) {
    for (const key of nameKeys(person.name)) byName.set(key, [...(byName.get(key) ?? []), person]);
    const { 'canvas-id': id, email } = person.fields;
    if (id) byId.set(id, person);
    if (email) byMail.set(fold(email), person);
  }
  const named = (name: string) => [
    ...new Set(nameKeys(name).flatMap((key) => byName.get(key) ?? [])),
  ];
  return (file) => {
    const { folder, ids } = placeNames(file.file);
    const byPlace = ids.map((id) => byId.get(id)).find((person) => person !== undefined);
    if (byPlace) return { people: [byPlace], several: [] };
    const said = file.learner?.who.name ?? '';
    for (const name of [folder, said]) {
      if (name === null || name === '') continue;
      const found = named(name);
      if (found.length === 1) return { people: found, several: [] };
      if (found.length > 1) return { people: [], several: found };
    }
    const mail = byMail.get(fold(said));
    if (mail) return { people: [mail], several: [] };
    const pair = said.split(/\s+(?:and|und|et|y)\s+|[&+/;,]/iu).map(named);
    const all = pair.length > 1 && pair.every((found) => found.length === 1);
    return { people: all ? pair.flat() : [], several: [] };
  };
}
