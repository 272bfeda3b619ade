import { useCallback, useEffect, useState } from 'react';
import type { Guess, Mapping } from '../../data/guess.ts';
import type { Peek } from '../../data/peek.ts';
import type { ProblemData } from '../../data/problem.ts';
import { readerStopped } from '../../kit/file-intake.ts';
import { workerClient, type WithoutId } from '../../kit/panel/worker-client.ts';
import type { LeakReport } from '../leak-report.ts';
import type { TableAnswer, TableRequest } from '../table.worker.ts';

export type TableState =
  | { kind: 'empty' }
  | { kind: 'peeking'; file: File }
  | { kind: 'mapping'; file: File; peek: Peek; guess: Guess }
  | { kind: 'reading'; file: File; peek: Peek; guess: Guess; phase: string; fraction: number }
  | {
      kind: 'report';
      file: File;
      peek: Peek;
      guess: Guess;
      report: LeakReport;
      notices: string[];
      labelWords: [string, string];
      hash: string;
    }
  | {
      kind: 'problem';
      file: File;
      problem: ProblemData;
      /** There where another mapping may help. */ peek: Peek | null;
      guess: Guess | null;
    };

const startReader = () =>
  workerClient<WithoutId<TableRequest>, TableAnswer>(
    () => new Worker(new URL('../table.worker.ts', import.meta.url), { type: 'module' }),
  );

/** A guess that stands for what the learner has chosen, so that the form opens as it was left. */
const guessOf = (mapping: Mapping): Guess => ({ ...mapping });

/** Reads a file in a worker of its own. Only what was found comes back; cancelling ends the worker, and with it all that it held. */
export function useTable() {
  const [state, setState] = useState<TableState>({ kind: 'empty' });
  const [reader] = useState(startReader);
  useEffect(() => reader.end, [reader]);

  /** Asks a worker of its own: what the last one held is gone. */
  const ask = useCallback(
    (request: WithoutId<TableRequest>, file: File, hear: (answer: TableAnswer) => void) => {
      reader.end();
      reader.ask(request, hear, () =>
        setState({ kind: 'problem', file, peek: null, guess: null, problem: readerStopped }),
      );
    },
    [reader],
  );

  const choose = useCallback(
    (file: File) => {
      setState({ kind: 'peeking', file });
      ask({ kind: 'peek', file }, file, (answer) => {
        if (answer.kind === 'peeked')
          setState({ kind: 'mapping', file, peek: answer.peek, guess: answer.guess });
        if (answer.kind === 'problem')
          setState({ kind: 'problem', file, problem: answer.problem, peek: null, guess: null });
      });
    },
    [ask],
  );

  const read = useCallback(
    (file: File, peek: Peek, mapping: Mapping) => {
      const guess = guessOf(mapping);
      setState({ kind: 'reading', file, peek, guess, phase: 'Reading rows', fraction: 0 });
      ask({ kind: 'read', file, mapping, delimiter: peek.delimiter }, file, (answer) => {
        if (answer.kind === 'progress')
          setState({
            kind: 'reading',
            file,
            peek,
            guess,
            phase: answer.phase,
            fraction: answer.fraction,
          });
        if (answer.kind === 'report') {
          const { report, notices, labelWords, hash } = answer;
          setState({ kind: 'report', file, peek, guess, report, notices, labelWords, hash });
        }
        if (answer.kind === 'problem')
          setState({ kind: 'problem', file, peek, guess, problem: answer.problem });
      });
    },
    [ask],
  );

  const back = useCallback(
    (file: File, peek: Peek, guess: Guess) => {
      reader.end();
      setState({ kind: 'mapping', file, peek, guess });
    },
    [reader],
  );
  const clear = useCallback(() => {
    reader.end();
    setState({ kind: 'empty' });
  }, [reader]);
  return { state, choose, read, back, clear };
}
