import type { SharedValues } from '../../../../main/contract/shared-state.ts';
import type { Shared } from '../../../../renderer/host/use-shared.ts';
import type { SlideRoom } from '../../../../renderer/model/lecture/slide-room.ts';
import { freshCountdown, sharedCountdown } from './countdown.ts';
import { groupsOf, sharedGroups, type Grouped } from './shared-groups.ts';

/**
 * What phones are told on the breakout's slides: their group, where phones were grouped, and what is
 * left of the time. Where names or counted people were grouped, nobody knows whose phone is whose.
 */
export const slideRoom: SlideRoom = {
  ask: (shared) => {
    const grouped = readShared(shared, sharedGroups);
    const { endsAt, leftMs } = readShared(shared, sharedCountdown);
    const groups = groupsOf(grouped);
    const isBegun = endsAt !== null || leftMs !== freshCountdown.leftMs;
    if (!groups && !isBegun) return null;
    return {
      kind: 'group',
      id: 'group/breakout',
      text: 'Breakout: talk in your group',
      ...(grouped.phones && groups ? byPhone(grouped, groups) : { groupOf: [], groups: 0 }),
      countdown: isBegun ? { endsAt, leftMs } : null,
      predicted: null,
    };
  },
};

/** The group of each number, both from 1. */
function byPhone({ people }: Grouped, groups: readonly (readonly string[])[]) {
  const groupOf = Array.from({ length: people }, () => 1);
  groups.forEach((members, index) => {
    for (const member of members) groupOf[Number(member) - 1] = index + 1;
  });
  return { groupOf, groups: groups.length };
}

function readShared<T>(shared: SharedValues, { key, schema, fallback }: Shared<T>): T {
  const parsed = schema.safeParse(shared[key]);
  return parsed.success ? parsed.data : fallback;
}
