import { expect, it } from 'vitest';
import { z } from 'zod';
import { mostQuestions } from '../../contract/room.ts';
import { Questions } from './questions.ts';
import { sessionQuestion } from './session-question.ts';

it('a class has a most of questions; one that is removed makes room, also after a restart', () => {
  const questions = new Questions();
  const ask = (phone: number) => questions.ask(phone, `question${phone}`, 'Why?', null);
  for (let phone = 1; phone <= mostQuestions; phone += 1) expect(ask(phone)).toBeNull();
  expect(ask(mostQuestions + 1)).toBe('questions-full');
  questions.moderate(1, 'removed');
  expect(ask(mostQuestions + 1)).toBeNull();
  expect(ask(mostQuestions + 2)).toBe('questions-full');
  // The removed one is not asked again by being sent twice.
  expect([ask(1), questions.list().length]).toEqual([null, mostQuestions]);
  // The file that a restart needs is read by this schema: one more would lose all of them.
  const session = z.array(sessionQuestion).max(mostQuestions).parse(questions.session());
  const back = new Questions();
  back.resume(session);
  expect(back.list()).toEqual(questions.list());
  expect(back.ask(9_999, 'question', 'Why?', null)).toBe('questions-full');
});

it('those of some phones that wait are counted, not what was let through or removed', () => {
  const questions = new Questions();
  for (const phone of [1, 2, 2, 2])
    questions.ask(phone, `key${questions.list().length}x`, 'Why?', null);
  questions.moderate(2, 'shown');
  questions.moderate(3, 'removed');
  expect(questions.waitingOf((phone) => phone === 2)).toBe(1);
  expect(questions.waitingOf(() => true)).toBe(2);
});
