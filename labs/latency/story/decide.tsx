import { said as saying } from '../../kit/compare.ts';
import { formatFixed } from '../../../renderer/kit/number/format.ts';
import { Term } from '../../../renderer/glossary/term.tsx';
import type { StoryPart, Values } from '../../view.ts';
import type { LatencyResult } from '../result.ts';
import { stakeholderWords } from '../panel/decide/decide-words.ts';
import {
  chosenTogether,
  droppedIn,
  choiceOf,
  differentFavourites,
  idWords,
  unbeatenIn,
  type Favourites,
  type Winner,
} from './read-decision.ts';
import { readResult } from './read-result.ts';

const weights = ['wMl', 'wSales', 'wProduct', 'wManager'];

/** Part 5: who says which model ships. */
export const decide: StoryPart = {
  id: 'decide',
  title: 'Decide',
  lesson:
    'Dropping what is beaten costs nobody anything; to choose among the rest is to choose whom to hear.',
  controls: weights,
  steps: [
    {
      kind: 'read',
      id: 'decide-read',
      title: 'Four people, one product',
      body: (
        <>
          <p>
            Every model, on one replica or four, one by one or in batches, is a{' '}
            <strong>candidate</strong>.
          </p>
          <p>
            The <Term id="machine-learning">ML</Term> team wants <Term id="auc">AUC</Term>, sales
            want offers that sell, product a short <Term id="p99">p99</Term>, the manager money left
            over.
          </p>
          <p>
            One is <strong>beaten</strong> where another is as good for all four and better for one.
            The rest are the{' '}
            <strong>
              <Term id="pareto-set">Pareto set</Term>
            </strong>
            : to choose there is to choose whom to hear.
          </p>
        </>
      ),
    },
    {
      kind: 'predict',
      id: 'decide-predict',
      title: 'Who gets their way?',
      body: (result, parameters) => (
        <p>
          Each of the four scores every candidate from 0 to 1. All four votes have one weight.
          Requests come at {loadWords(readResult(result), parameters)}.
        </p>
      ),
      question: 'Which model do they choose together?',
      unit: '',
      input: { kind: 'choice', options: ['small', 'medium', 'large'] },
      outcome: (result) => chosenTogether(readResult(result))?.model ?? null,
      verdict: (said, result) => {
        const winner = chosenTogether(readResult(result));
        if (!winner) return '';
        const beginning = said === winner.model ? 'So it is:' : 'They choose';
        return `${beginning} ${idWords(winner.id)}${winnerWords(winner)}.`;
      },
    },
    {
      kind: 'run',
      id: 'decide-run',
      title: 'Let them vote',
      preset: 'default',
      reuseMeasurements: true,
      body: (result) => {
        const read = readResult(result);
        const found = differentFavourites(read);
        const front = unbeatenIn(read);
        if (found === null || front === null)
          return (
            <p>
              Press <strong>Run</strong>. Every candidate is simulated from your timings, at the
              same arrivals.
            </p>
          );
        return (
          <p>
            {favouriteWords(found)} Of all candidates{' '}
            {front.length === 1 ? 'one is' : `${front.length} are`} unbeaten. Whoever sets the
            weights has decided.
          </p>
        );
      },
    },
    {
      kind: 'explore',
      id: 'decide-explore',
      title: 'Turn the weights',
      controls: [...weights, 'valuePerConversion', 'replicaPrice'],
      body: (
        <>
          <p>
            Set a weight to 0 and that vote is not heard. The figure is live: it follows a slider at
            once. Can you make each unbeaten candidate win?
          </p>
          <p>
            Value, rate and price are <strong>assumptions</strong>. From which price on does the
            manager give up three replicas?
          </p>
          <p>
            Then choose in the list: the one <strong>you</strong> would ship.
          </p>
        </>
      ),
    },
    {
      kind: 'check',
      id: 'decide-check',
      title: 'What is left to argue about?',
      body: (
        <p>
          Whatever the four care about most, nobody loses when a beaten candidate is dropped, or one
          whose queue has no end.
        </p>
      ),
      question: 'Only the unbeaten candidates of your run stay. How many are dropped?',
      unit: '',
      input: { kind: 'number' },
      judge: (answer, result) => {
        const counted = droppedIn(readResult(result));
        return counted === null ? null : answer === counted.dropped;
      },
      hints: [
        'A filled dot in the list is an unbeaten candidate. Which are the others?',
        'Weights move no dot, but prices and arrivals do. If you have changed those, press “Back to the question’s settings”: the question is about the run.',
      ],
      worked: (result) => {
        const counted = droppedIn(readResult(result));
        if (!counted) return null;
        const { all, front, dropped } = counted;
        return (
          <p>
            <strong>{dropped}</strong>: {all} candidates, of which {front.length} are unbeaten,{' '}
            {front.map(idWords).join(', ')}. Each of the others has a queue without end, or one of
            these is as good for all four.
          </p>
        );
      },
    },
    {
      kind: 'reflect',
      id: 'decide-reflect',
      title: 'Defend your choice',
      body: (result, parameters) => {
        const choice = choiceOf(readResult(result), parameters);
        if (!choice)
          return (
            <p>Choose the row in the figure that you would ship. Somebody will not like it.</p>
          );
        const { team } = stakeholderWords[choice.least];
        if (choice.rather.includes(choice.id))
          return (
            <p>
              You ship <strong>{idWords(choice.id)}</strong>, and nobody would rather have another.
              Suppose that next year ten requests come for each of today’s.
            </p>
          );
        return (
          <p>
            You ship <strong>{idWords(choice.id)}</strong>. It has {formatFixed(choice.score, 2)} of
            1 from {team}, {leastWords(choice)}. They would take {ratherWords(choice.rather)}{' '}
            instead.
          </p>
        );
      },
      question: 'Defend your choice to whoever likes it least, in one sentence.',
    },
  ],
};

/** "80 % of what one replica of the large model can answer, 1,360 a second"; a rate that was set needs no share. */
function loadWords(
  result: LatencyResult | null,
  { loadPercent, arrivalsPerSecond }: Values,
): string {
  const before = result?.asked ? undefined : result?.candidates?.[0]?.arrivalsPerSecond;
  const set = Number(arrivalsPerSecond) || before || 0;
  if (set > 0) return `${formatFixed(set)} a second`;
  const share = `${formatFixed(Number(loadPercent))} % of what one replica of the large model can answer`;
  return result?.asked
    ? `${share}, ${formatFixed(result.asked.arrivalsPerSecond)} a second`
    : share;
}

const two = (value: number) => formatFixed(value, 2);

/** How many different candidates the four would take, each alone, and to whom several are equally good. */
function favouriteWords({ different, ties }: Favourites): string {
  const all =
    different === 1
      ? 'Asked alone, all four would take a single candidate.'
      : `Asked alone, the four would take ${ties.length > 0 ? 'at least ' : ''}${different} different candidates.`;
  if (ties.length === 0) return all;
  const each = ties.map(({ who, many }) => `${stakeholderWords[who].team} ${many}`).join(', ');
  return `${all} Some like several equally well: ${each}.`;
}

/** "large 1×1", or "large 1×1 or large 4×1, which are equally good to them". */
function ratherWords(rather: readonly string[]): string {
  const names = rather.map(idWords);
  if (names.length === 1) return names[0]!;
  if (names.length > 3) return `any of ${names.length} that are equally good to them`;
  return `${names.slice(0, -1).join(', ')} or ${names.at(-1)!}, which are equally good to them,`;
}

/** How the winner's mean score stands beside the next one's. */
const winnerWords = ({ score, next }: Winner) =>
  next === null
    ? ''
    : saying(
        { value: score },
        { value: next },
        {
          less: '',
          equal: `, whose mean score of ${two(score)} another has as well: the two are the same`,
          more: `, whose mean score of ${two(score)} is higher than that of any other`,
          unclear: '',
        },
        { format: (value) => formatFixed(value, 3) },
      );

/** Whether one stakeholder alone likes the choice least. */
const leastWords = ({ score, next }: { score: number; next: number }) =>
  saying(
    { value: score },
    { value: next },
    {
      less: 'less than from anybody else',
      equal: 'and the same from another',
      more: '',
      unclear: '',
    },
    { format: two },
  );
