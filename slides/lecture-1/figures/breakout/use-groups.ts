import { z } from 'zod';
import { useShared } from '../../../../renderer/host/use-shared.ts';
import { makeGroups, mostPeople } from './groups.ts';

const seed = z.number().int().min(0).max(4_294_967_295);
/** So many shuffles can be taken back. */
const remembered = 20;

/** Who is grouped, and the shuffles so far: the last one counts. */
const schema = z.object({
  /** Null where people were only counted. */
  names: z.array(z.string().max(400)).max(mostPeople).nullable(),
  people: z.number().int().min(0).max(mostPeople),
  seeds: z.array(seed).max(remembered),
});
const nobody: z.infer<typeof schema> = { names: null, people: 0, seeds: [] };
const shared = { key: 'breakout/groups', schema, fallback: nobody, keep: true };

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
  canUndo: boolean;
  group: (names: string[] | null, people: number) => void;
  reshuffle: () => void;
  undo: () => void;
  /** The number that is being typed, so that a reload loses nothing. */
  draft: z.infer<typeof draftSchema>;
  write: (draft: z.infer<typeof draftSchema>) => void;
}

const freshSeed = () => crypto.getRandomValues(new Uint32Array(1))[0]!;

/** The breakout's groups as all windows share them, kept over a restart. */
export function useGroups(): GroupsState {
  const [value, change] = useShared(shared);
  const [draft, write] = useShared(draftShared);
  const members =
    value.names ?? Array.from({ length: value.people }, (_, index) => String(index + 1));
  const last = value.seeds.at(-1);
  return {
    groups: last === undefined || members.length === 0 ? null : makeGroups(members, last),
    named: value.names !== null,
    canUndo: value.seeds.length > 1,
    group: (names, people) => change({ names, people, seeds: [freshSeed()] }),
    reshuffle: () => change({ ...value, seeds: [...value.seeds, freshSeed()].slice(-remembered) }),
    undo: () => change({ ...value, seeds: value.seeds.slice(0, -1) }),
    draft,
    write,
  };
}
