import { useCallback, useEffect, useState } from 'react';
import type { Column } from '../../../data/column.ts';
import { chosenColumns, type KindChoice } from '../../../data/open-table.ts';
import type { ProblemData } from '../../../data/problem.ts';
import type { ReadingChoice, Survey } from '../../../data/survey.ts';
import { readerStopped } from '../../../kit/file-intake.ts';
import { workerClient, type WithoutId } from '../../../kit/panel/worker-client.ts';
import { exampleRoles } from '../../own/leak-example.ts';
import type { LeakReport } from '../../own/leak-report.ts';
import type { TableAnswer, TableRequest } from '../../own/table.worker.ts';
import type { TableAnswers, TableRoles } from '../../own/table-mapping.ts';
import { tableRoles } from '../../own/roles/table-roles.ts';

/** What all rows of a file told, and what was said of its columns. */
export interface Opened {
  file: File;
  survey: Survey;
  /** Kinds that were chosen instead of what the cells told. */
  kinds: KindChoice;
  answers: TableAnswers;
}

/** What the columns are taken for, with the kinds that were chosen. */
export function rolesOf({ survey, kinds, answers }: Opened): TableRoles & { columns: Column[] } {
  const columns = chosenColumns(survey, kinds);
  return { ...tableRoles(columns, answers), columns };
}

export type TableState =
  | { kind: 'empty' }
  | { kind: 'looking'; file: File; fraction: number }
  | { kind: 'mapping'; file: File; opened: Opened }
  | { kind: 'reading'; file: File; opened: Opened; phase: string; fraction: number }
  | {
      kind: 'report';
      file: File;
      opened: Opened;
      report: LeakReport;
      notices: string[];
      labelWords: [string, string];
      hash: string;
    }
  | {
      kind: 'problem';
      file: File;
      problem: ProblemData;
      /** There where another mapping may help. */ opened: Opened | null;
    };

const startReader = () =>
  workerClient<WithoutId<TableRequest>, TableAnswer>(
    () => new Worker(new URL('../../own/table.worker.ts', import.meta.url), { type: 'module' }),
  );

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
        setState({ kind: 'problem', file, opened: null, problem: readerStopped }),
      );
    },
    [reader],
  );

  const look = useCallback(
    (
      file: File,
      choice: ReadingChoice | undefined,
      open: (survey: Survey) => Opened,
      then: (opened: Opened) => void = (opened) => setState({ kind: 'mapping', file, opened }),
    ) => {
      setState({ kind: 'looking', file, fraction: 0 });
      ask({ kind: 'survey', file, ...(choice && { choice }) }, file, (answer) => {
        if (answer.kind === 'progress')
          setState({ kind: 'looking', file, fraction: answer.fraction });
        if (answer.kind === 'surveyed') then(open(answer.survey));
        if (answer.kind === 'problem')
          setState({ kind: 'problem', file, problem: answer.problem, opened: null });
      });
    },
    [ask],
  );
  const choose = useCallback(
    (file: File) => look(file, undefined, (survey) => ({ file, survey, kinds: {}, answers: {} })),
    [look],
  );
  /** Reads the file anew, its first row or its missing cells taken for something else. */
  const readAnew = useCallback(
    (opened: Opened, choice: ReadingChoice) =>
      look(opened.file, choice, (survey) =>
        // Other names: what was said of the old ones says nothing of these.
        survey.layout.header === opened.survey.layout.header
          ? { ...opened, survey }
          : { file: opened.file, survey, kinds: {}, answers: {} },
      ),
    [look],
  );

  const read = useCallback(
    (opened: Opened) => {
      const { file, survey } = opened;
      const { mapping } = rolesOf(opened);
      if (!mapping) return;
      setState({ kind: 'reading', file, opened, phase: 'Reading rows', fraction: 0 });
      ask({ kind: 'read', file, survey, mapping }, file, (answer) => {
        if (answer.kind === 'progress')
          setState({
            ...{ kind: 'reading', file, opened },
            phase: answer.phase,
            fraction: answer.fraction,
          });
        if (answer.kind === 'report') {
          const { report, notices, labelWords, hash } = answer;
          setState({ kind: 'report', file, opened, report, notices, labelWords, hash });
        }
        if (answer.kind === 'problem')
          setState({ kind: 'problem', file, opened, problem: answer.problem });
      });
    },
    [ask],
  );

  /** Makes the sample file and reads it at once: nothing of it has to be asked. */
  const openExample = useCallback(() => {
    const name = new File([], 'made-up-shop.csv');
    setState({ kind: 'looking', file: name, fraction: 0 });
    ask({ kind: 'example' }, name, (answer) => {
      if (answer.kind === 'problem')
        setState({ kind: 'problem', file: name, problem: answer.problem, opened: null });
      if (answer.kind !== 'example') return;
      const { file } = answer;
      const opened = (survey: Survey) => ({ file, survey, kinds: {}, answers: exampleRoles });
      look(file, undefined, opened, read);
    });
  }, [ask, look, read]);

  const back = useCallback(
    (opened: Opened) => {
      reader.end();
      setState({ kind: 'mapping', file: opened.file, opened });
    },
    [reader],
  );
  const clear = useCallback(() => {
    reader.end();
    setState({ kind: 'empty' });
  }, [reader]);
  return { state, choose, openExample, readAnew, read, back, clear };
}
