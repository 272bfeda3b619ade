import { useCallback, useEffect, useRef, useState } from 'react';
import type { Guess, Mapping } from '../../data/guess.ts';
import type { Peek } from '../../data/peek.ts';
import type { ProblemData } from '../../data/problem.ts';
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

/** A guess that stands for what the learner has chosen, so that the form opens as it was left. */
const guessOf = (mapping: Mapping): Guess => ({ ...mapping });

/** Reads a file in a worker of its own. Only what was found comes back; cancelling ends the worker, and with it all that it held. */
export function useTable() {
  const [state, setState] = useState<TableState>({ kind: 'empty' });
  const worker = useRef<Worker | null>(null);
  const asked = useRef(0);
  const end = useCallback(() => {
    worker.current?.terminate();
    worker.current = null;
  }, []);
  useEffect(() => end, [end]);

  const ask = useCallback(
    (request: TableRequest, file: File, hear: (answer: TableAnswer) => void) => {
      end();
      const own = new Worker(new URL('../table.worker.ts', import.meta.url), { type: 'module' });
      own.onmessage = ({ data }: MessageEvent<TableAnswer>) => {
        if (data.id === asked.current) hear(data);
      };
      own.onerror = () =>
        setState({
          kind: 'problem',
          file,
          peek: null,
          guess: null,
          problem: {
            what: 'Reading stopped: this window ran out of memory or could not start its reader.',
            next: 'Close other windows, or choose a smaller file.',
          },
        });
      worker.current = own;
      own.postMessage(request);
    },
    [end],
  );

  const choose = useCallback(
    (file: File) => {
      asked.current += 1;
      setState({ kind: 'peeking', file });
      ask({ kind: 'peek', id: asked.current, file }, file, (answer) => {
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
      asked.current += 1;
      const guess = guessOf(mapping);
      setState({ kind: 'reading', file, peek, guess, phase: 'Reading rows', fraction: 0 });
      ask(
        { kind: 'read', id: asked.current, file, mapping, delimiter: peek.delimiter },
        file,
        (answer) => {
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
        },
      );
    },
    [ask],
  );

  const back = useCallback(
    (file: File, peek: Peek, guess: Guess) => {
      asked.current += 1;
      end();
      setState({ kind: 'mapping', file, peek, guess });
    },
    [end],
  );
  const clear = useCallback(() => {
    asked.current += 1;
    end();
    setState({ kind: 'empty' });
  }, [end]);
  return { state, choose, read, back, clear };
}
