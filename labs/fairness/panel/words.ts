import { formatFixed } from '../../../renderer/kit/number/format.ts';
import type { ModelName } from '../lab.ts';
import type { RunState } from './state.ts';

/** What each model is called on screen. */
export const modelWords: Record<ModelName, string> = {
  'with-group': 'sees the group',
  'group-deleted': 'group deleted',
  'group-and-zone-deleted': 'group and zone deleted',
  reweighed: 'reweighed, all columns',
  'reweighed-without-group': 'reweighed, group deleted',
  'hardt-biased': 'equalised on past approvals',
  'hardt-oracle': 'equalised on repayment',
};

/** A share in whole people of a hundred. */
export const inHundred = (share: number | null): string =>
  share === null ? 'an unknown number' : formatFixed(100 * share, 0);

/** A part that the run on screen has not reached, or does not have. */
export function missingWords({ running, stopped, none, hidden }: RunState, what: string): string {
  if (hidden) return '';
  if (running) return `${what}: still to come`;
  if (stopped) return `The run was stopped before this: ${lower(what)} is not known`;
  return none ? `Press Run to see ${lower(what)}` : `${what} is not in this run: run once more`;
}

/**
 * Names cut to `letters` letters, in their order. Two that would read alike so keep their ends as well: "women, 30…" and "women, 60…" both
 * begin as "women,…".
 */
export function cutNames(names: readonly string[], letters: number): string[] {
  const short = (name: string) =>
    name.length > letters ? `${name.slice(0, letters - 1).trimEnd()}…` : name;
  const heads = names.map(short);
  return names.map((name, i) => {
    const alike = heads.some((head, other) => other !== i && head === heads[i]);
    if (!alike || name.length <= letters) return heads[i]!;
    const tail = Math.floor((letters - 1) / 2);
    return `${name.slice(0, letters - 1 - tail).trimEnd()}…${name.slice(-tail).trimStart()}`;
  });
}

const lower = (what: string) => what.charAt(0).toLowerCase() + what.slice(1);
