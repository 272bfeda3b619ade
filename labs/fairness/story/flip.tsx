import { formatFixed } from '../../../renderer/kit/number/format.ts';
import { Term } from '../../../renderer/glossary/term.tsx';
import type { StoryPart } from '../../view.ts';
import { said } from '../../kit/compare.ts';
import { distance, flippedPercent, readResult } from '../panel/read-result.ts';

/** Part 3: the test of the study that the lecture names, with its control. */
export const flip: StoryPart = {
  id: 'flip',
  title: 'Flip',
  lesson:
    'A flip test sees only what the group column does; harm through other columns stays invisible.',
  controls: ['groupPenalty', 'zonePenalty', 'zoneLink'],
  steps: [
    {
      kind: 'read',
      id: 'flip-read',
      title: 'The same person, the other group',
      body: (
        <>
          <p>
            Take applicants of the minority whom the first model rejects though they would repay.
            Change nothing but the group bit. How many are approved now?
          </p>
          <p>
            The lecture quotes such a finding for mortgages, after a news report: 1.3 million
            rejections, 2008–2015. The working paper (Bartlett, Morse, Stanton & Wallace, NBER
            w25943, 2019) gives 0.74 to 1.3 million for 2009–2015, and finds that lenders who decide
            by algorithm did not discriminate in approvals, only in prices.
          </p>
        </>
      ),
    },
    {
      kind: 'predict',
      id: 'flip-predict',
      title: 'How many?',
      body: <p>They share income, credit score, debt, tenure and zone with themselves.</p>,
      question: 'How many of 100 are approved once only the bit is flipped?',
      unit: 'of 100',
      input: { kind: 'number', min: 0, max: 100, step: 1, scale: 'linear' },
      outcome: (result) => flippedPercent(result),
      verdict: (said, result) => {
        const was = flippedPercent(result);
        return was === null ? '' : distance(said, was, 0);
      },
    },
    {
      kind: 'run',
      id: 'flip-run',
      title: 'Flip the bit',
      preset: 'default',
      reuseMeasurements: false,
      body: (result) => {
        const [minority, majority] = [flippedPercent(result), flippedPercent(result, 'majority')];
        return minority === null ? (
          <p>
            Press <strong>Run</strong>. The majority’s rejected are the{' '}
            <Term id="control">control</Term>: their bit is flipped too.
          </p>
        ) : (
          <p>
            {formatFixed(minority, 0)} in 100 are approved{allWords(minority)}. Their zone stays as
            it was.
            {majority !== null &&
              ` Of the majority’s rejected, ${formatFixed(majority, 0)} in 100 are approved as members of the minority.`}
          </p>
        );
      },
    },
    {
      kind: 'explore',
      id: 'flip-explore',
      title: 'When does a flip show nothing?',
      controls: ['groupPenalty', 'zonePenalty', 'zoneLink'],
      body: (
        <>
          <p>
            Set the <strong>group penalty</strong> to 0 and keep the one for the zone. Run. What
            does the flip find now? Did the gap of part 1 go away as well?
          </p>
        </>
      ),
    },
    {
      kind: 'check',
      id: 'flip-check',
      title: 'Whom does the test see?',
      body: (
        <p>
          A <Term id="flip-test">flip test</Term> asks what the group bit does, all else equal.
        </p>
      ),
      question: 'Which harm can it not see?',
      unit: '',
      input: {
        kind: 'choice',
        options: [
          'A weight on the group column',
          'A weight on a zone where the group lives',
          'Neither: it sees both',
        ],
      },
      judge: (answer, result) =>
        readResult(result).deletionTest
          ? answer === 'A weight on a zone where the group lives'
          : null,
      hints: ['What changes in the flip, and what stays?', 'The zone stays as it was.'],
      worked: () => (
        <p>
          The zone is held fixed, so whatever works through it is invisible. A passed flip test does
          not clear a model.
        </p>
      ),
    },
    {
      kind: 'reflect',
      id: 'flip-reflect',
      title: 'In your words',
      body: (
        <p>
          Datta, Tschantz & Datta (2015) ran a like test on an ad system and saw better-paid jobs
          shown to men more often; they could not tell whether advertisers, the system or users
          caused it.
        </p>
      ),
      question: 'What does an effect without a known cause allow you to say, and what not?',
    },
  ],
};

/** ", not all" after a number in a hundred. */
const allWords = (inHundred: number) =>
  said(
    { value: inHundred },
    { value: 100 },
    { less: ', fewer than all', equal: ', so all of them', more: '', unclear: '' },
    { format: (value) => formatFixed(value, 0) },
  );
