import type { Random } from '../../math/random.ts';
import type { OwnRows } from '../own/own-audit.ts';
import { smallGroup } from '../small-group.ts';
import { decisionsOf, prepare, twoGroups, type Prepared } from './table-models.ts';

const only = 'Only the audit is of this table.';
const show = (n: number) => n.toLocaleString('en-US');

/**
 * Why the lab's other steps can't be made of a table; null where they can. It looks at the very rows that models would learn from and be
 * tried on: `sample` and `random` are those of the steps. Nothing is trained.
 */
export function onlyAudit(
  own: OwnRows,
  sample: Uint32Array,
  threshold: number,
  random: Random,
): string | null {
  const column = own.groups[0]!.name;
  if (sample.length === 0) return `No row says what turned out, so models can’t be judged. ${only}`;
  const groups = twoGroups(own, decisionsOf(own, threshold));
  if (!groups)
    return `Models compare two groups of at least ${smallGroup} people; “${column}” does not have them. ${only}`;
  return whyNot(prepare({ own, sample, features: [] }, groups, threshold, random.fork('split')));
}

function whyNot({ groups, train, test }: Prepared): string | null {
  if (new Set(train.decision).size < 2)
    return `Models learn from rows whose outcome is known: ${show(train.rows)} here. All of them have the same decision, so there is nothing to learn. ${only}`;
  for (const [code, name] of groups.names.entries()) {
    const rows = test.group.reduce((sum, one) => sum + (one === code ? 1 : 0), 0);
    if (rows < smallGroup)
      return `Of “${name}” only ${show(rows)} rows are left to try models on: too few. ${only}`;
    for (const label of [0, 1])
      if (!test.label.some((value, i) => value === label && test.group[i] === code))
        return `In “${name}” no row to try models on has the label ${label}: rates would be undefined. ${only}`;
  }
  return null;
}
