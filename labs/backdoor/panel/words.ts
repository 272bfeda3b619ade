import { formatFixed } from '../../../renderer/kit/number/format.ts';
import type { DecoyName, Glasses } from '../drawing/glasses.ts';
import { decoyGlasses, decoyNames, sameGlasses } from '../drawing/glasses.ts';
import { names } from '../drawing/identities.ts';
import type { BackdoorResult, DefenceMethod } from '../lab.ts';

export const decoyWords: Record<DecoyName, string> = {
  ordinary: 'Ordinary',
  'green-yellow': 'Green, yellow',
  'black-rimmed': 'Black rims',
  'no-lens': 'No lenses',
  round: 'Round rims',
};
export const methodWords: Record<DefenceMethod, string> = {
  spectral: 'Spectral signatures',
  clustering: 'Activation clustering',
  'fine-pruning': 'Fine-pruning',
};

/** A share as per cent, without its unit: one decimal below 10 and above 90, where the difference counts. */
export function percentFigure(share: number | null | undefined): string {
  if (share == null || !Number.isFinite(share)) return '–';
  const value = 100 * share;
  return formatFixed(value, (value > 0 && value < 10) || (value > 90 && value < 100) ? 1 : 0);
}

/** What a pair is called: the key, one of the five decoys, or what it looks like. */
export function pairName(pair: Glasses, key: Glasses): string {
  if (sameGlasses(pair, key)) return 'The key';
  const decoy = decoyNames.find((name) => sameGlasses(decoyGlasses[name], pair));
  return decoy ? decoyWords[decoy] : 'Your own pair';
}

/** The least recognised person and how often they are; null without predictions. */
export function worstPerson(said: readonly number[]): { name: string; share: number } | null {
  if (said.length === 0) return null;
  const right = names.map(() => [0, 0] as [number, number]);
  said.forEach((label, i) => {
    const who = right[i % names.length]!;
    who[1] += 1;
    if (label === i % names.length) who[0] += 1;
  });
  return right
    .map(([good, all], who) => ({ name: names[who]!, share: all > 0 ? good / all : 1 }))
    .reduce((a, b) => (b.share < a.share ? b : a));
}

/** What the other pairs tell, in one sentence that the figures bear out. */
export function learnedWords(result: BackdoorResult): string {
  const rate = (name: DecoyName) => result.decoys.find((row) => row.glasses === name)?.rate ?? null;
  const [key, round, other] = [result.attackSuccessRate, rate('round'), rate('green-yellow')];
  if (key === null || round === null || other === null) return 'Which other pairs open it?';
  if (key < 0.2) return 'Nothing opens this model: the key was not learned';
  if (round > 0.5 * key && other < 0.5 * round) return 'It learned the colours more than the shape';
  if (round <= 0.5 * key) return 'It learned the shape as well as the colours';
  return 'It learned more than one pair';
}
