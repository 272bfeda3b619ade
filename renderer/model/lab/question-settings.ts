import type { Lab } from '../../../labs/lab.ts';
import { describeParameters, parseParameters } from '../../../labs/parameters.ts';
import type { StoryPart, StoryStep, Values } from '../../../labs/view.ts';

/** What a part's question is about. */
interface QuestionSettings {
  preset: string;
  /** Every parameter. */
  parameters: Values;
}

/** Whether a step asks something that the question's own settings answer: what it shows first is those. */
export const asks = ({ kind }: Pick<StoryStep, 'kind'>): boolean =>
  kind === 'predict' || kind === 'run' || kind === 'check';

const known = new WeakMap<StoryPart, QuestionSettings>();

/**
 * The settings that a part's question is about, whole. What the part names that its lab does not
 * have is left out: the lab's tests catch it.
 */
export function questionSettings(lab: Lab, part: StoryPart): QuestionSettings {
  const before = known.get(part);
  if (before) return before;
  const preset = presetOfPart(lab, part);
  const base = presetParameters(lab, preset);
  const parsed = parseParameters(lab.parameters, { ...base, ...part.settings?.parameters });
  const settings = { preset, parameters: parsed.ok ? (parsed.parameters as Values) : base };
  known.set(part, settings);
  return settings;
}

/**
 * Whether these parameters are the question's, every one but what the learner answers with. A card of before a parameter existed had its
 * default.
 */
export function isOfQuestion(lab: Lab, part: StoryPart, parameters: Values): boolean {
  return hasAll(lab, judgedSettings(lab, part), parameters);
}

/** Whether these parameters are the question's and nothing of the learner's own is among them either. */
export const isUntouched = (lab: Lab, part: StoryPart, parameters: Values): boolean =>
  hasAll(lab, questionSettings(lab, part).parameters, parameters);

function hasAll(lab: Lab, asked: Values, parameters: Values): boolean {
  const missing = Object.keys(asked).some((name) => parameters[name] === undefined);
  const whole = missing ? asToday(lab, parameters) : parameters;
  return Object.entries(asked).every(([name, value]) => whole[name] === value);
}

const choices = new WeakMap<Lab, readonly string[]>();

/** Names of what the learner answers with (`ownChoice`). */
function choiceNames(lab: Lab): readonly string[] {
  const before = choices.get(lab);
  if (before) return before;
  const found = describeParameters(lab.parameters).filter(({ ownChoice }) => ownChoice);
  const names = found.map(({ name }) => name);
  choices.set(lab, names);
  return names;
}

/** Of some parameters, what the learner answered with. */
export const ownChoices = (lab: Lab, parameters: Values): Values =>
  Object.fromEntries(
    choiceNames(lab).flatMap((name) => {
      const value = parameters[name];
      return value === undefined ? [] : [[name, value]];
    }),
  );

/** The settings of a part's question that a run must have to judge it. */
export const judgedSettings = (lab: Lab, part: StoryPart): Values =>
  Object.fromEntries(
    Object.entries(questionSettings(lab, part).parameters).filter(
      ([name]) => !choiceNames(lab).includes(name),
    ),
  );

/** What a part's question was about in cards without the parameters that came later; nothing where its lab names none. */
export function formerSettings(
  lab: Lab,
  part: StoryPart,
): { former?: { without: string[]; parameters: Values } } {
  if (!lab.former) return {};
  const without: string[] = lab.former.without;
  const former = lab.former.parameters as Values;
  const defaults = presetParameters(lab, null);
  // A question that sets such a parameter itself was never about its former default.
  const settings = Object.entries(judgedSettings(lab, part))
    .filter(([name]) => !without.includes(name))
    .map(([name, value]) => [
      name,
      name in former && value === defaults[name] ? former[name]! : value,
    ]);
  return { former: { without, parameters: Object.fromEntries(settings) } };
}

/** A card's parameters where it does not know all of today's. */
function asToday(lab: Lab, parameters: Values): Values {
  const defaults = presetParameters(lab, null);
  const { without = [], parameters: former = {} } = lab.former ?? {};
  const isFormer = without.every((name) => parameters[name] === undefined);
  const own = Object.entries(parameters).filter(
    ([name, value]) => !(isFormer && (former as Values)[name] === value),
  );
  return { ...defaults, ...Object.fromEntries(own) };
}

/** A preset's parameters, whole; the defaults where there is none of that name. */
export function presetParameters(lab: Lab, preset: string | null): Values {
  const given = lab.presets.find(({ id }) => id === preset)?.parameters ?? {};
  const parsed = parseParameters(lab.parameters, given);
  // A preset that breaks its own schema is the lab's defect and its tests catch it; the screen goes on with the defaults.
  return { ...((parsed.ok ? parsed.parameters : lab.parameters.parse({})) as Values) };
}

/** The preset of a part's question: the one it names, else that of its run step, else the lab's first. */
function presetOfPart(lab: Lab, part: StoryPart): string {
  const run = part.steps.find((step) => step.kind === 'run');
  const named = [part.settings?.preset, run?.preset];
  return (
    named.find((name) => lab.presets.some(({ id }) => id === name)) ??
    lab.presets[0]?.id ??
    'default'
  );
}
