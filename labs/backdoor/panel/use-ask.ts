import { useEffect, useRef, useState } from 'react';
import type { z } from 'zod';
import { useHost } from '../../../renderer/host/use-host.ts';
import { askQuestions } from '../questions.ts';

type Questions = typeof askQuestions;
export type QuestionOf<N extends keyof Questions> = z.input<Questions[N]['question']>;
export type AnswerOf<N extends keyof Questions> = z.output<Questions[N]['answer']>;

export interface Asked<A> {
  /** The newest answer of this run; stays while a newer one is on its way. */
  answer: A | null;
  /** Whether `answer` is to the question asked now. */
  current: boolean;
  waiting: boolean;
  /** Why the question asked now has no answer. */
  problem: string | null;
}

interface Told<A> {
  key: string;
  run: string;
  answer: A | null;
  problem: string | null;
}

/**
 * Asks a finished run and follows the question: while one is being answered, of those that come in
 * only the newest is asked next. Asks nothing while `run` or `question` is null.
 */
export function useAsk<N extends keyof Questions>(
  run: string | null,
  name: N,
  question: QuestionOf<N> | null,
): Asked<AnswerOf<N>> {
  const host = useHost();
  const key = run !== null && question !== null ? JSON.stringify([run, question]) : null;
  const [told, setTold] = useState<Told<AnswerOf<N>> | null>(null);
  const busy = useRef(false);
  const wanted = useRef<string | null>(null);
  const alive = useRef(true);

  useEffect(() => {
    alive.current = true;
    return () => {
      alive.current = false;
    };
  }, []);

  useEffect(() => {
    wanted.current = key;
    const next = async () => {
      while (alive.current && wanted.current !== null && !busy.current) {
        const now = wanted.current;
        const [id, body] = JSON.parse(now) as [string, never];
        busy.current = true;
        const said = await host.call('lab.ask', { run: id, name, question: body }).then(
          (answer) => ({
            answer: askQuestions[name].answer.parse(answer) as AnswerOf<N>,
            problem: null,
          }),
          (error: unknown) => ({
            answer: null,
            problem: error instanceof Error ? error.message : String(error),
          }),
        );
        busy.current = false;
        if (!alive.current) return;
        setTold((old) => ({
          key: now,
          run: id,
          answer: said.answer ?? (old?.run === id ? old.answer : null),
          problem: said.problem,
        }));
        if (wanted.current === now) return;
      }
    };
    void next();
  }, [host, key, name]);

  // An answer of another run says nothing of this one.
  const mine = told !== null && told.run === run ? told : null;
  const current = mine !== null && mine.key === key;
  return {
    answer: mine?.answer ?? null,
    current,
    waiting: key !== null && !current,
    problem: current ? mine.problem : null,
  };
}
