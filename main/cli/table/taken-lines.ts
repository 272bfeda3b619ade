import type { OwnAnswers, OwnRoles } from '../../../labs/fairness/own/own-roles.ts';
import { sidedOf, sideWords } from '../../../labs/fairness/own/own-sides.ts';
import type { TableAnswers, TableRoles } from '../../../labs/time-leak/own/table-mapping.ts';

/** A role with its column in words, and whether somebody said so; null where no column has it. */
interface Taken {
  role: string;
  column: string | null;
  given: boolean;
}

/** Which column was taken for what by its name and its values, which was given, and what there is none for. */
function takenLine(taken: readonly Taken[]): string[] {
  const list = (given: boolean) =>
    taken
      .filter((one) => one.column !== null && one.given === given)
      .map(({ role, column }) => `${role} ${column}`);
  const none = taken.filter(({ column }) => column === null).map(({ role }) => `no ${role}`);
  const said = (lead: string, parts: readonly string[]) =>
    parts.length === 0 ? [] : [`${lead}${parts.join(', ')}.`];
  const sentences = [
    ...said('Taken by names and values: ', list(false)),
    ...said('Given: ', list(true)),
    ...said('', none).map((words) => words[0]!.toUpperCase() + words.slice(1)),
  ];
  return sentences.length === 0 ? [] : [sentences.join(' ')];
}

const quoted = (name: string | undefined) => (name === undefined ? null : `“${name}”`);
const asked = ({ asks }: Pick<OwnRoles, 'asks'>, role: string) =>
  asks.some((ask) => ask.role === role && ask.column === null);

/** What an audit took its columns for. */
export function auditTaken(found: OwnRoles, answers: OwnAnswers): string[] {
  const { label, decision, score, group, weight } = found.roles;
  const threshold = found.mapping && score !== undefined ? found.mapping.threshold : null;
  // The threshold may be given and the score taken, or the other way round.
  const [scoreGiven, cutGiven] = [answers.score !== undefined, answers.threshold !== undefined];
  const cut = threshold === null ? '' : ` (selected from ${threshold} up)`;
  const groups = [group ?? []].flat();
  const columns = takenLine([
    ...(asked(found, 'label')
      ? []
      : [{ role: 'label', column: quoted(label), given: answers.label !== undefined }]),
    ...(decision === undefined
      ? []
      : [{ role: 'decision', column: quoted(decision), given: answers.decision !== undefined }]),
    ...(score === undefined
      ? []
      : [
          {
            role: 'score',
            column: `“${score}”${scoreGiven === cutGiven ? cut : ''}`,
            given: scoreGiven,
          },
        ]),
    ...(threshold === null || scoreGiven === cutGiven
      ? []
      : [{ role: 'threshold', column: `${threshold}`, given: cutGiven }]),
    ...groups.map((name) => ({
      ...{ role: 'group', column: quoted(name) },
      given: (answers.groups ?? []).length > 0,
    })),
    ...(asked(found, 'weight') || found.asks.some(({ role }) => role === 'decimal')
      ? []
      : [{ role: 'weight', column: quoted(weight), given: answers.weight !== undefined }]),
  ]);
  return [...columns, ...sideLines(found, answers)];
}

/** Which value of label and decision counts as 1, where that is not plain; nothing before it is settled. */
function sideLines({ mapping }: OwnRoles, { ones = {}, zeros = {} }: OwnAnswers): string[] {
  if (!mapping) return [];
  return sidedOf(mapping).flatMap((column) => {
    const words = column && sideWords(column, mapping.sides[column.name]);
    if (!column || !words) return [];
    const given = ones[column.name] !== undefined || zeros[column.name] !== undefined;
    return [`${given ? 'Given' : 'Taken by names and values'}: in “${column.name}”, ${words}.`];
  });
}

/** What a leak report took its columns for. */
export function leaksTaken(found: TableRoles, answers: TableAnswers): string[] {
  const { time, timeOfDay, label, owner, written = {} } = found.roles;
  const wanted = (role: string, column: string | undefined, given: boolean) =>
    column === undefined ? [] : [{ role, column: quoted(column), given }];
  const dated = Object.entries(written);
  return takenLine([
    ...wanted('time', time, answers.time !== undefined),
    ...wanted('time of day', timeOfDay, answers.clock !== undefined),
    ...wanted('label', label, answers.label !== undefined),
    ...(asked(found, 'owner')
      ? []
      : [{ role: 'owner', column: quoted(owner), given: answers.owner !== undefined }]),
    ...dated.map(([feature, column]) => ({
      ...{ role: 'written-at time', column: `“${column}” of “${feature}”` },
      given: answers.written?.[feature] !== undefined,
    })),
    ...(dated.length > 0 ? [] : [{ role: 'written-at time', column: null, given: false }]),
  ]);
}
