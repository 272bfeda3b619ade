import { asof } from './asof.ts';
import { backdoor } from './backdoor.ts';
import { fairness } from './fairness.ts';
import type { Family } from './kind.ts';
import { queueing } from './queueing.ts';
import { ranking } from './ranking.ts';

/** Every family of reference cases that the project answers. */
const families: readonly Family[] = [asof, backdoor, fairness, queueing, ranking];

export const kinds: ReadonlyMap<string, Family[string]> = new Map(
  families.flatMap((family) => Object.entries(family)),
);
