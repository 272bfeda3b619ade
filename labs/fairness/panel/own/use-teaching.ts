import { useState } from 'react';
import type { ReportContent } from '../../../view.ts';
import { useHost } from '../../../../renderer/host/use-host.ts';
import type { ProblemData } from '../../../data/problem.ts';
import { readerStopped } from '../../../kit/file-intake.ts';
import { dayWords } from '../../../kit/panel/report/day-words.ts';
import { fitted } from '../../../kit/panel/report/fitted.ts';
import { workerClient, type WithoutId } from '../../../kit/panel/worker-client.ts';
import type { LessonAnswer, LessonRequest } from '../../table/lesson.worker.ts';
import { useClassTable } from '../../../kit/panel/class-table/class-table.ts';
import { fairnessTable } from './fairness-table.ts';
import { lessonContent } from './lesson-content.ts';
import { rolesOf, type Opened } from './own-store.ts';

type Teaching =
  | { state: 'idle' }
  | { state: 'working'; phase: string; fraction: number }
  | { state: 'failed'; problem: ProblemData };

const teacher = workerClient<WithoutId<LessonRequest>, LessonAnswer>(
  () => new Worker(new URL('../../table/lesson.worker.ts', import.meta.url), { type: 'module' }),
);

/** Makes the lab's steps of an audited file, keeps them in the notebook, and makes them the class's data. */
export function useTeaching(): {
  teaching: Teaching;
  teach: (opened: Opened, threshold: number, audited: ReportContent) => void;
  cancel: () => void;
} {
  const host = useHost();
  const [, choose] = useClassTable(fairnessTable);
  const [teaching, setTeaching] = useState<Teaching>({ state: 'idle' });
  const fail = (problem: ProblemData) => setTeaching({ state: 'failed', problem });
  const teach = (opened: Opened, threshold: number, audited: ReportContent) => {
    const { mapping } = rolesOf(opened);
    if (!mapping) return;
    const { file, survey, leaveOutEmpty, keepMissingGroups, mergeGroups } = opened;
    const plan = { survey, mapping, leaveOutEmpty, keepMissingGroups, mergeGroups };
    setTeaching({ state: 'working', phase: 'Reading rows', fraction: 0 });
    teacher.ask(
      { file, threshold, plan },
      (answer) => {
        if (answer.kind === 'progress')
          setTeaching({ state: 'working', phase: answer.phase, fraction: answer.fraction });
        if (answer.kind === 'problem') fail(answer.problem);
        if (answer.kind !== 'lesson') return;
        teacher.end();
        // Changed between the audit and now, it would be another table under the same card.
        if (answer.hash !== audited.file.sha256)
          return fail({
            what: 'The file changed since it was audited.',
            next: 'Open it again, and look at its audit first.',
          });
        const content = lessonContent(audited, answer.lesson, dayWords(new Date()));
        host.call('report.keep', fitted(content)).then(
          ({ id }) => {
            choose({ report: id, name: content.file.name.slice(0, 255), shown: true });
            setTeaching({ state: 'idle' });
          },
          (error: unknown) => {
            setTeaching({ state: 'idle' });
            host.report(error);
          },
        );
      },
      () => fail(readerStopped),
    );
  };
  const cancel = () => {
    teacher.end();
    setTeaching({ state: 'idle' });
  };
  return { teaching, teach, cancel };
}
