import { createElement, type ReactNode } from 'react';
import type { Lab } from '../../labs/lab.ts';
import type {
  Inline,
  Panel,
  PanelProps,
  Story,
  StoryPart,
  StoryStep,
  Values,
} from '../../labs/view.ts';
import type { RunCard, RunSnapshot } from '../../main/contract/run.ts';
import { newRun } from '../../main/services/runs/new-run.ts';
import { createHostStore, type Host } from '../../renderer/host/host.ts';
import { HostProvider } from '../../renderer/host/use-host.ts';
import { outcomeWords as boundWords } from '../../renderer/model/prediction/outcome-words.ts';
import { isAtLeast, type Outcome } from '../../renderer/model/prediction/outcome.ts';
import { scorePrediction } from '../../renderer/model/prediction/score.ts';
import type { Text } from './check-text.ts';
import { htmlOf, linesIn, linesOf } from './plain-text.ts';
import { unmarked } from './recorder.ts';
import type { RealResult } from './result.ts';

/** What a lab says, and what says it. */
export interface Speaking {
  lab: Lab;
  story: Story;
  Panel: Panel;
  inline: Inline;
  /** What stands behind a switch of a panel and is not drawn at once: called by hand. */
  behind: (real: RealResult) => { part: string; what: string; text: string }[];
}

/** Nobody is connected: nobody’s model is asked. */
const nobody: Host = {
  store: createHostStore(),
  call: () => new Promise(() => undefined),
  share: () => undefined,
  report: () => undefined,
};

type Add = (text: Omit<Text, 'part' | 'step'>) => void;

/** Every text that a lab shows for one result, and those that it shows before there is one. */
export function textsOf(speaking: Speaking, real: RealResult): Text[] {
  const { lab, story } = speaking;
  const texts: Text[] = [];
  for (const part of story.parts) {
    for (const step of part.steps) {
      const add: Add = (text) => texts.push({ part: part.id, step: step.id, ...text });
      stepTexts(step, real, add);
    }
    for (const [what, text] of panelTexts(speaking, part, real))
      texts.push({ part: part.id, step: '', what, text, computed: true });
  }
  const elsewhere = (what: string, text: string) =>
    texts.push({ part: '', step: '', what, text, computed: true });
  const recap = lab.recap(real.result as never);
  if (recap) elsewhere('recap', `${recap.what}: ${recap.value} ${recap.unit}`);
  for (const [name, { Figure, speaks }] of Object.entries(speaking.inline))
    for (const result of [real.result, ...real.partials])
      if (speaks(result))
        for (const line of linesOf(
          createElement(Figure, { result, parameters: real.parameters, run: 'run 7' }),
        ))
          elsewhere(`slide’s line “${name}”`, line);
  for (const { part, what, text } of speaking.behind(real))
    texts.push({ part, step: '', what, text, computed: true });
  return texts;
}

function stepTexts(step: StoryStep, real: RealResult, add: Add): void {
  const { result, parameters } = real;
  const say = (what: string, node: ReactNode, computed: boolean) => {
    for (const text of linesOf(node)) add({ what, text, computed });
  };
  say('title', step.title, false);
  if (typeof step.body === 'function') {
    say('body', step.body(result, parameters), true);
    say('body before a run', step.body(null, parameters), false);
  } else say('body', step.body, false);
  if (step.kind === 'predict' || step.kind === 'check' || step.kind === 'reflect')
    say('question', step.question, false);
  if (step.kind === 'predict') {
    const was = step.outcome(result);
    if (was !== null)
      // A choice is one of the words that could be said; its verdict says what they rest on.
      say('outcome', outcomeWords(was), typeof was === 'number');
    for (const value of answers(step, was)) {
      say(`verdict for ${value}`, step.verdict(value, result), true);
      say(`score for ${value}`, scorePrediction(step, { value }, was)?.words ?? '', true);
    }
  }
  if (step.kind === 'check') {
    for (const hint of step.hints) say('hint', hint, false);
    say('worked', step.worked(result), true);
  }
}

/** An outcome as the story’s box shows it: a number’s step has fewer digits still. */
const outcomeWords = (was: Outcome) =>
  typeof was === 'number' ? String(Number(was.toPrecision(4))) : boundWords(was);

/** What somebody might say: both ends, the truth, and values about it; every option of a choice. */
function answers(
  step: Extract<StoryStep, { kind: 'predict' }>,
  was: Outcome | null,
): (number | string)[] {
  const { input } = step;
  if (input.kind === 'choice') return input.options;
  const truth = isAtLeast(was) ? was.atLeast : was;
  const about =
    typeof truth === 'number' ? [truth, truth * 0.5, truth * 0.9, truth * 1.1, truth * 14] : [];
  const all = [input.min, ...about, (input.min + input.max) / 2, input.max];
  return [...new Set(all.map((value) => Math.min(input.max, Math.max(input.min, value))))];
}

/**
 * A check whose judge does not take the worked answer, or takes another as well, says two things of one number; so does a choice that
 * comes out as none of its options. Gives what is wrong.
 */
export function judgeProblems({ story }: Speaking, { result }: RealResult): Text[] {
  return story.parts.flatMap((part) =>
    part.steps.flatMap((step) => {
      const found: [what: string, text: string][] = [];
      if (step.kind === 'check')
        found.push(...checkProblems(step, result).map((text): [string, string] => ['judge', text]));
      const was = step.kind === 'predict' ? step.outcome(result) : null;
      if (step.kind === 'predict' && step.input.kind === 'choice' && was !== null)
        if (!step.input.options.includes(String(was)))
          found.push(['outcome', `“${String(was)}” is none of the options`]);
      return found.map(([what, text]) => {
        return { part: part.id, step: step.id, what, text, computed: true };
      });
    }),
  );
}

function checkProblems(
  { input, unit, judge, worked }: Extract<StoryStep, { kind: 'check' }>,
  result: unknown,
): string[] {
  if (input.kind === 'choice') {
    const judged = input.options.map((option) => judge(option, result));
    const right = judged.filter((one) => one === true).length;
    return judged.every((one) => one === null) || (right === 1 && !judged.includes(null))
      ? []
      : [`${right} of ${judged.length} options are right to the step’s own judge`];
  }
  const html = linesOf(strongOf(worked(result))).join(' ');
  const answer = /^\s*(−?[\d,]+(?:\.\d+)?)/.exec(unmarked(html))?.[1];
  if (answer === undefined) return [];
  const value = Number(answer.replace('−', '-').replaceAll(',', ''));
  const takes = (one: number) => judge(inUnit(html, one, unit), result) === true;
  const far = 3 * Math.abs(value) + 3;
  return [
    ...(takes(value) ? [] : [`the worked answer ${answer} is not right to the step’s own judge`]),
    ...(takes(far) ? [`${far} is right to the step’s own judge as well as ${answer}`] : []),
  ];
}

/** A duration is written in the unit that suits it; a judge takes the step's own. */
function inUnit(words: string, value: number, unit: string): number {
  if (unit === 'ms' && /µs/.test(words)) return value / 1000;
  return unit === 'ms' && /\ds\b|\d s\b/.test(words) ? value * 1000 : value;
}

/** What stands in the first <strong> of a node. */
function strongOf(node: ReactNode): ReactNode {
  const html = htmlOf(node);
  return /<strong>(.*?)<\/strong>/s.exec(html)?.[1]?.replace(/<[^>]*>/g, '') ?? '';
}

/**
 * What a part's panel draws for the whole result and for what was known on the way; and for a report, where what was said is drawn and
 * the part is at its end.
 */
function* panelTexts(
  { Panel }: Speaking,
  part: StoryPart,
  real: RealResult,
): Generator<[string, string]> {
  const drawn = (
    run: RunSnapshot | null,
    card: RunCard | null,
    parameters: Values,
    besides: Partial<PanelProps> = {},
  ) =>
    htmlOf(
      createElement(
        HostProvider,
        { value: nobody },
        createElement(Panel, {
          part: part.id,
          step: part.steps[0]!.id,
          run,
          card,
          parameters,
          setParameter: () => undefined,
          prediction: null,
          pins: [],
          mode: 'full',
          ...besides,
        }),
      ),
    );
  const run = runOf(real, real.result, true);
  const card = { ...run, measured: null } as unknown as RunCard;
  for (const line of linesIn(drawn(run, card, real.parameters))) yield ['panel', line];
  const atEnd = { step: part.steps.at(-1)!.id, mode: 'paper', prediction: saidIn(part) } as const;
  // What the learner said is their word, and no claim of the lab.
  const own = `◇ ${atEnd.prediction?.value}`;
  for (const line of linesIn(drawn(run, card, real.parameters, atEnd)))
    yield ['panel at the end', line.replaceAll(own, '◇')];
  for (const partial of real.partials)
    for (const line of linesIn(drawn(runOf(real, partial, false), null, real.parameters)))
      yield ['panel on the way', line];
}

/** Something that can be said in a part; null where it asks for nothing. */
function saidIn(part: StoryPart): PanelProps['prediction'] {
  const step = part.steps.find((one) => one.kind === 'predict');
  if (!step) return null;
  const { input, unit } = step;
  return { value: input.kind === 'choice' ? input.options[0]! : input.min, unit };
}

function runOf(real: RealResult, result: unknown, complete: boolean): RunSnapshot {
  const { lab, version, parameters, seed, preset, backend } = real;
  return {
    ...newRun({
      id: '00000000-0000-4000-8000-000000000007',
      number: 7,
      lab,
      labVersion: version,
      parameters,
      seed,
      preset,
      prediction: null,
      measuredFrom: null,
    }),
    status: complete ? 'finished' : 'running',
    complete,
    backend,
    result: result as RunSnapshot['result'],
  };
}
