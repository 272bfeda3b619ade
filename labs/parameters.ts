import { z } from 'zod';

/** How a parameter is shown and moved. */
export interface Control {
  label: string;
  /** Shown after the value: 'ms', '/s'; empty for a bare number. */
  unit: string;
  /** What stands where the value is 0 and 0 means something of its own: "no limit". */
  zero?: string;
  /** The parameter that this one overrules while it is not 0: its control then stands in that one's place. */
  insteadOf?: string;
  /** The part of the story whose question its words answer: while that is open, they are not shown beside it. */
  answers?: string;
  /**
   * True for what the learner answers with, such as a candidate that is chosen in the figure: it is
   * no setting that a question is about.
   */
  ownChoice?: boolean;
  /** One or two sentences: what it does and what to try. */
  help: string;
  step: number;
  scale: 'linear' | 'log';
  /** True where moving it means training or measuring again; false where the panel can follow at once. */
  needsRun: boolean;
}

export interface NumberParameter extends Control {
  name: string;
  kind: 'number';
  min: number;
  max: number;
  integer: boolean;
  default: number;
}

export interface ChoiceParameter extends Control {
  name: string;
  kind: 'choice';
  options: string[];
  default: string;
}

export type ParameterDescription = NumberParameter | ChoiceParameter;

type Meta = Partial<Control> & Pick<Control, 'label' | 'help'>;

const complete = (meta: Meta): Control => ({
  unit: '',
  step: 1,
  scale: 'linear',
  needsRun: true,
  ...meta,
});

/** A numeric parameter with its range, default and control. */
export function numberParameter(
  options: Meta & { min: number; max: number; default: number; integer?: boolean },
) {
  const { min, max, default: initial, integer, ...meta } = options;
  const base = integer ? z.number().int() : z.number();
  return base
    .min(min)
    .max(max)
    .default(initial)
    .meta({ control: complete(meta) });
}

/** A parameter that is one of a few words. */
export function choiceParameter<const T extends [string, ...string[]]>(
  options: Meta & { options: T; default: T[number] },
) {
  const { options: words, default: initial, ...meta } = options;
  return z
    .enum(words)
    .default(initial as never)
    .meta({ control: complete(meta) });
}

/** Lists a schema's parameters for controls, help texts and the command line. */
export function describeParameters(schema: z.ZodObject): ParameterDescription[] {
  return Object.entries(schema.shape).map(([name, field]) => {
    const wrapped = field as z.ZodDefault<z.ZodNumber | z.ZodEnum>;
    const control = wrapped.meta()?.control as Control;
    const inner = wrapped.unwrap();
    const initial = wrapped.parse(undefined);
    if (inner instanceof z.ZodNumber) {
      const integer = inner.format === 'safeint';
      return {
        name,
        kind: 'number',
        min: inner.minValue ?? 0,
        max: inner.maxValue ?? 1,
        integer,
        default: initial as number,
        ...control,
      };
    }
    return {
      name,
      kind: 'choice',
      options: inner.options.map(String),
      default: String(initial),
      ...control,
    };
  });
}

export interface ParameterProblem {
  name: string;
  what: string;
}

/**
 * Fills in defaults and checks names and ranges.
 * Returns the parameters, or every problem found, each a plain sentence; never throws.
 */
export function parseParameters<S extends z.ZodObject>(
  schema: S,
  given: Record<string, unknown>,
): { ok: true; parameters: z.output<S> } | { ok: false; problems: ParameterProblem[] } {
  const known = new Map(describeParameters(schema).map((p) => [p.name, p]));
  const problems: ParameterProblem[] = [];
  for (const [name, value] of Object.entries(given)) {
    const parameter = known.get(name);
    if (!parameter)
      problems.push({
        name,
        what: `There is no parameter "${name}". There are: ${[...known.keys()].join(', ')}.`,
      });
    else if (!schema.shape[name]!.safeParse(value).success)
      problems.push({ name, what: wrongValue(parameter, value) });
  }
  if (problems.length > 0) return { ok: false, problems };
  const parsed = schema.safeParse(given);
  if (parsed.success) return { ok: true, parameters: parsed.data };
  return {
    ok: false,
    problems: parsed.error.issues.map((issue) => ({
      name: issue.path.join('.'),
      what: issue.message,
    })),
  };
}

function wrongValue(parameter: ParameterDescription, value: unknown): string {
  const shown = JSON.stringify(value) ?? String(value);
  if (parameter.kind === 'choice')
    return `${parameter.name} is one of ${parameter.options.join(', ')}; ${shown} is not.`;
  const kind = parameter.integer ? 'a whole number' : 'a number';
  return (
    `${parameter.name} is ${kind} from ${parameter.min} to ${parameter.max}` +
    `${parameter.unit ? ` (${parameter.unit})` : ''}; ${shown} is not.`
  );
}
