import { describe, expect, it } from 'vitest';
import { answers, roomQuestion } from '../../../main/contract/room-question.ts';
import { isClose } from '../../../main/contract/room-spread.ts';
import { slidesOf } from '../lecture/lecture.ts';
import { lecture } from '../../../slides/lecture-1/deck.ts';
import { labs, loadStory } from '../lab/registry.ts';
import { scorePrediction } from '../prediction/score.ts';
import { predictStepOf } from '../runs/choose-run.ts';
import { pollQuestion, predictQuestion, questionInLab, stepOfQuestion } from './room-question.ts';

it('every poll of the lecture can be asked', () => {
  const polls = slidesOf(lecture).flatMap(({ poll }) => (poll ? [poll] : []));
  expect(polls.length).toBeGreaterThan(0);
  for (const poll of polls) {
    const question = pollQuestion(poll);
    expect(roomQuestion.parse(question)).toEqual(question);
    for (const { id } of poll.options) expect(answers(question, id)).toBe(true);
    expect(answers(question, 'none of them')).toBe(false);
  }
});

describe.each(labs.map((lab) => [lab.id, lab] as const))('the lab %s', (_id, lab) => {
  it('has predictions that the contract takes, each found again by its name', async () => {
    const story = await loadStory(lab.id);
    let asked = 0;
    for (const part of story.parts) {
      const step = predictStepOf(part);
      if (!step) continue;
      asked += 1;
      const question = predictQuestion(lab, part, step);
      expect(roomQuestion.parse(question)).toEqual(question);
      expect(stepOfQuestion(story, question)).toEqual({ part, step });
      // Every step of the part asks it, so that it stays while the run is on.
      for (const { id } of part.steps) expect(questionInLab(lab, story, id)).toEqual(question);
      expect(questionInLab(lab, story, part.id)).toEqual(question);
    }
    expect(asked).toBeGreaterThan(0);
    expect(questionInLab(lab, story, null)).toBeNull();
    expect(questionInLab(lab, story, 'no-such-step')).toBeNull();
  });

  it('calls close what the lab itself calls close', async () => {
    const story = await loadStory(lab.id);
    for (const part of story.parts) {
      const step = predictStepOf(part);
      if (!step || step.input.kind !== 'number') continue;
      const { min, max, scale } = step.input;
      const { close } = predictQuestion(lab, part, step).predicted!;
      const middle = scale === 'log' ? Math.sqrt(Math.max(min, 1e-3) * max) : (min + max) / 2;
      for (const by of [0.5, 0.79, 0.801, 0.95, 1, 1.05, 1.24, 1.26, 2])
        for (const said of [middle * by, middle + (by - 1) * (max - min)]) {
          const score = scorePrediction(step, { value: said }, middle);
          // "Spot on" is by the field's step, which is finer than close.
          if (score && score.words !== 'spot on')
            expect([said, isClose(said, middle, close)]).toEqual([said, score.hit]);
        }
    }
  });
});
