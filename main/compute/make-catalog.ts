import type { Lab } from '../../labs/lab.ts';
import { parseParameters } from '../../labs/parameters.ts';
import { LecternError } from '../contract/errors.ts';
import type { Parameters } from '../contract/run.ts';
import type { LabCatalog } from './lab-catalog.ts';

/** The manifest of a lab. Throws `unknown-lab`. */
export function findLab(labs: readonly Lab[], id: string): Lab {
  const found = labs.find((lab) => lab.id === id);
  if (found) return found;
  const known = labs.map((lab) => lab.id).join(', ');
  throw new LecternError({
    code: 'unknown-lab',
    what: `There is no lab "${id}".`,
    safe: '',
    next: known ? `The labs are: ${known}.` : 'No lab is installed.',
  });
}

function presetParameters(lab: Lab, id: string | null | undefined): Record<string, unknown> {
  if (id == null) return {};
  const preset = lab.presets.find((p) => p.id === id);
  if (preset) return preset.parameters;
  const known = lab.presets.map((p) => p.id).join(', ');
  throw new LecternError({
    code: 'unknown-preset',
    what: `The lab "${lab.id}" has no preset "${id}".`,
    safe: '',
    next: `Its presets are: ${known}.`,
  });
}

/** A catalog of these labs, from their manifests alone. */
export function makeCatalog(labs: readonly Lab[]): LabCatalog {
  const manifest = (id: string) => findLab(labs, id);
  return {
    ids: () => labs.map((lab) => lab.id),
    describe(id) {
      const { title, version, question, expectedSeconds, presets } = manifest(id);
      return {
        id,
        title,
        version,
        question,
        expectedSeconds,
        presets: presets.map((p) => ({ id: p.id, title: p.title, about: p.about })),
      };
    },
    parse(id, given, preset) {
      const lab = manifest(id);
      const parsed = parseParameters(lab.parameters, {
        ...presetParameters(lab, preset),
        ...given,
      });
      if (parsed.ok)
        return {
          parameters: parsed.parameters as Parameters,
          version: lab.version,
          title: lab.title,
        };
      throw new LecternError({
        code: 'bad-parameters',
        what: parsed.problems.map((problem) => problem.what).join(' '),
        safe: 'No run was started.',
        next: 'Correct the value and run again.',
      });
    },
    acceptsMeasured: (id, measured) => manifest(id).measured.safeParse(measured).success,
    acceptsResult: (id, result) => manifest(id).result.safeParse(result).success,
    elsewhere: (id) => manifest(id).elsewhere ?? {},
    summary: (id, result) => manifest(id).summary(result),
  };
}
