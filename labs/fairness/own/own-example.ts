import type { OwnAnswers } from './own-roles.ts';
import { seededRandom } from '../../math/random.ts';
import { drawPeople, redlinedZones, type World } from '../data.ts';

const world: World = {
  groupPenalty: 1.1,
  zonePenalty: 0.55,
  zoneLink: 0.85,
  abilityShift: 0.35,
  incomeShift: 0.1,
};
const rows = 20_000;

/** What its columns are: nothing of them has to be asked. */
export const exampleRoles: OwnAnswers = {
  label: 'repaid',
  decision: 'approved',
  groups: ['group', 'area'],
};

/**
 * A file to begin with: what the made-up lender's own staff decided, as a CSV. Its label is
 * repayment, which a real file would lack for the rejected.
 */
export function exampleCsv(): string {
  const people = drawPeople(seededRandom(7).fork('example'), rows, world);
  const lines = ['repaid,approved,group,area'];
  for (let i = 0; i < rows; i++)
    lines.push(
      `${people.repay[i]},${people.approval[i]}` +
        `,${people.group[i] ? 'minority' : 'majority'},` +
        (people.zone[i]! < redlinedZones ? 'redlined' : 'other'),
    );
  return `${lines.join('\n')}\n`;
}
