import type { ReportContent } from '../../../view.ts';
import type { LeakReport } from '../../own/leak-report.ts';
import { tableSteps } from '../../own/table-steps.ts';

/** The lab's steps on a table, as the notebook keeps them: beside the leak report of the same file. `day`: as it is to be read. */
export function stepsContent(found: ReportContent, report: LeakReport, day: string): ReportContent {
  return {
    ...found,
    step: 'split-read',
    found: `The lab’s steps: ${found.found}`,
    body: {
      title: `The time-leak lab’s steps on ${found.file.name}`,
      about: [`Made on ${day}.`, ...found.body.about],
      sections: tableSteps(report).map((step) => ({ ...step })),
    },
  };
}
