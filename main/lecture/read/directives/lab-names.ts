import { maxSeed } from '../../../contract/run.ts';
import type { LectureWorld } from '../files.ts';
import { isId } from '../names.ts';
import { suggestion } from '../near-miss.ts';
import { quoted } from '../problems.ts';

/** What a lecture says of a lab beside its name; null or left out where it says nothing. */
interface Said {
  /** A part of its story, or a step. */
  part?: string | null | undefined;
  figure?: string | null | undefined;
  preset?: string | null | undefined;
  seed?: string | null | undefined;
}

/**
 * What of a lab is not there, and what to write instead; null where all is. Wherever a lecture names a lab it is asked: a directive, a link,
 * a slide's front matter. Parts and figures are known where a check has read the labs' stories; elsewhere any name is taken.
 */
export function wrongOfLab(
  { labs }: LectureWorld,
  id: string,
  { part, figure, preset, seed }: Said,
): { what: string; fix: string } | null {
  const known = Object.hasOwn(labs, id) ? labs[id] : undefined;
  if (!known)
    return {
      what: `There is no lab ${quoted(id)}.`,
      fix: suggestion(id, Object.keys(labs), 'labs'),
    };
  const { places, presets } = known;
  const lacks = (kind: string, name: string, all: readonly string[], listed = all) => ({
    what: `The lab “${id}” has no ${kind} ${quoted(name)}.`,
    fix: near(name, all, listed, `${kind}s`),
  });
  if (preset != null && !presets.includes(preset)) return lacks('preset', preset, presets);
  if (seed != null && !(/^\d{1,10}$/.test(seed) && Number(seed) <= maxSeed))
    return { what: `A seed is a whole number from 0 to ${maxSeed}.`, fix: 'Write seed=7.' };
  for (const [kind, name] of [
    ['part', part],
    ['figure', figure],
  ] as const)
    if (name != null && !isId(name))
      return {
        what: `${quoted(name)} is no name of a ${kind}.`,
        fix: 'Names are in small letters, words joined by a hyphen.',
      };
  if (places && part != null && ![...places.parts, ...places.steps].includes(part))
    return lacks('part', part, [...places.parts, ...places.steps], places.parts);
  if (places && figure != null && !places.figures.includes(figure))
    return lacks('figure', figure, places.figures);
  return null;
}

/** The nearest of all names; of those that are listed, which there are. */
function near(
  name: string,
  all: readonly string[],
  listed: readonly string[],
  kinds: string,
): string {
  const said = suggestion(name, all, kinds);
  return said.startsWith('Did you mean') ? said : suggestion(name, listed, kinds);
}
