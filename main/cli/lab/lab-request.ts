import { labs } from 'lectern:labs';
import type { Lab } from '../../../labs/lab.ts';
import { describeParameters, parseParameters } from '../../../labs/parameters.ts';
import type { Parameters } from '../../contract/run.ts';
import { noSuch, parseCommand, UsageError, wholeNumber } from '../usage.ts';

/** What `npm run lab` was asked to do, checked against the lab's manifest. */
export interface LabRequest {
  lab: Lab;
  preset: string | null;
  parameters: Parameters;
  seed: number;
  json: string | null;
  measured: string | null;
  quiet: boolean;
}

export const labHelp = `npm run lab -- <id> [options]
  --preset p       start from a named set of parameters
  --set name=value change one parameter; may be given several times
  --seed n         0 to 4294967295 (1 otherwise)
  --json file      write the run card there
  --measured file  reuse the measurements of a run card instead of measuring anew
  --quiet          no progress line and no table
npm run lab -- fairness --table FILE [--label C --decision C|--score C --group C …]
  goes through the lab's steps with a table of decisions in place of the built-in people; --table FILE --help
npm run lab -- time-leak --table FILE [--time C --label C --owner C …]
  the same with a table of events in time
npm run lab -- replay card.json
  runs a card again with its settings, seed and measurements, and says whether every number matches
Labs: ${labs.map(({ lab }) => lab.id).join(', ')}`;

/** Reads the arguments. Null where help was asked for. Throws a `UsageError` that lists what there is. */
export function readLabRequest(args: string[]): LabRequest | null {
  const { values, positionals } = parseCommand(
    {
      args,
      allowPositionals: true,
      options: {
        preset: { type: 'string' },
        set: { type: 'string', multiple: true },
        seed: { type: 'string' },
        json: { type: 'string' },
        measured: { type: 'string' },
        quiet: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    },
    labHelp,
  );
  if (values.help) return null;
  const [id, ...more] = positionals;
  if (id === undefined) throw new UsageError(`Which lab?\n${labHelp}`);
  if (more.length > 0)
    throw new UsageError(
      `One lab at a time: "${more.join(' ')}" is too much. Parameters are given as --set name=value.`,
    );
  const lab: Lab | undefined = labs.find((entry) => entry.lab.id === id)?.lab;
  if (!lab)
    throw new UsageError(
      noSuch(
        'lab',
        id,
        labs.map((entry) => entry.lab.id),
      ),
    );

  const preset = lab.presets.find(({ id }) => id === values.preset);
  if (values.preset !== undefined && !preset) {
    throw new UsageError(
      `The lab "${id}" has no preset "${values.preset}". It has: ${lab.presets.map((p) => p.id).join(', ')}.`,
    );
  }
  const parsed = parseParameters(lab.parameters, {
    ...preset?.parameters,
    ...readSettings(lab, values.set ?? []),
  });
  if (!parsed.ok) throw new UsageError(parsed.problems.map((problem) => problem.what).join('\n'));
  return {
    lab,
    preset: preset?.id ?? null,
    parameters: parsed.parameters as Parameters,
    seed: values.seed === undefined ? 1 : wholeNumber(values.seed, '--seed', 0, 4_294_967_295),
    json: values.json ?? null,
    measured: values.measured ?? null,
    quiet: values.quiet ?? false,
  };
}

/** `name=value` pairs; a value becomes a number where the parameter is one and the text reads as one. */
function readSettings(lab: Lab, pairs: string[]): Record<string, number | string> {
  const numeric = new Set(
    describeParameters(lab.parameters)
      .filter((p) => p.kind === 'number')
      .map((p) => p.name),
  );
  return Object.fromEntries(
    pairs.map((pair) => {
      const at = pair.indexOf('=');
      if (at < 1) throw new UsageError(`--set takes name=value; "${pair}" is not.`);
      const name = pair.slice(0, at);
      const text = pair.slice(at + 1);
      return [
        name,
        numeric.has(name) && text.trim() !== '' && Number.isFinite(Number(text))
          ? Number(text)
          : text,
      ];
    }),
  );
}
