import { z } from 'zod';
import type { Shared } from '../../../../renderer/host/use-shared.ts';
import { makeGroups, mostPeople } from './groups.ts';

const seed = z.number().int().min(0).max(4_294_967_295);

/** Who is grouped, and the shuffles so far: the last one counts. */
const schema = z.object({
  /** Null where people were only counted. */
  names: z.array(z.string().max(400)).max(mostPeople).nullable(),
  people: z.number().int().min(0).max(mostPeople),
  seeds: z.array(seed).max(20),
  /** The people are the phones that joined the room, by their numbers: each phone says its group. */
  phones: z.boolean().default(false),
});
export type Grouped = z.infer<typeof schema>;

/** The breakout's groups as all windows share them, kept over a restart. */
export const sharedGroups: Shared<Grouped> = {
  key: 'breakout/groups',
  schema,
  fallback: { names: null, people: 0, seeds: [], phones: false },
  keep: true,
};

/** The groups that the last shuffle made; null before anybody was grouped. */
export function groupsOf({ names, people, seeds }: Grouped): string[][] | null {
  const members = names ?? Array.from({ length: people }, (_, index) => String(index + 1));
  const last = seeds.at(-1);
  return last === undefined || members.length === 0 ? null : makeGroups(members, last);
}
