import { z } from 'zod';
import { useShared } from '../../../../renderer/host/use-shared.ts';
import { groupsOf, sharedGroups } from './shared-groups.ts';

/** So many shuffles can be taken back. */
const remembered = 20;

/** Names are never shared while they are typed or pasted: another window may be the projector's. */
const draftSchema = z.object({ people: z.string().max(40) });
const draftShared = {
  key: 'breakout/draft',
  schema: draftSchema,
  fallback: { people: '' },
  keep: false,
};

export interface GroupsState {
  /** Null before anybody was grouped. */
  groups: string[][] | null;
  named: boolean;
  /** The numbers in the groups are those of phones: each phone says its group. */
  phones: boolean;
  canUndo: boolean;
  /** @param names null where people are only counted @param phones where they are counted by their phones */
  group: (names: string[] | null, people: number, phones?: boolean) => void;
  reshuffle: () => void;
  undo: () => void;
  /** The number that is being typed, so that a reload loses nothing. */
  draft: z.infer<typeof draftSchema>;
  write: (draft: z.infer<typeof draftSchema>) => void;
}

const freshSeed = () => crypto.getRandomValues(new Uint32Array(1))[0]!;

/** The breakout's groups as all windows share them, kept over a restart. */
export function useGroups(): GroupsState {
  const [value, change] = useShared(sharedGroups);
  const [draft, write] = useShared(draftShared);
  return {
    groups: groupsOf(value),
    named: value.names !== null,
    phones: value.phones,
    canUndo: value.seeds.length > 1,
    group: (names, people, phones = false) =>
      change({ names, people, seeds: [freshSeed()], phones }),
    reshuffle: () => change({ ...value, seeds: [...value.seeds, freshSeed()].slice(-remembered) }),
    undo: () => change({ ...value, seeds: value.seeds.slice(0, -1) }),
    draft,
    write,
  };
}
