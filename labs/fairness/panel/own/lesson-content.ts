import type { ReportContent } from '../../../view.ts';
import type { Lesson } from '../../table/lesson.ts';
import type { LessonSection } from '../../table/lesson-section.ts';

/** The lab's steps on a table, as the notebook keeps them: beside the audit of the same file. `day`: as it is to be read. */
export function lessonContent(
  audited: ReportContent,
  { about, sections }: Pick<Lesson, 'about' | 'sections'>,
  day: string,
): ReportContent {
  return {
    ...audited,
    step: 'audit-read',
    found: `The lab’s steps: ${audited.found}`,
    body: {
      title: `The fairness lab’s steps on ${audited.file.name}`,
      about: [`Made on ${day}.`, ...about],
      sections: sections.map(asSection),
    },
  };
}

const asSection = ({ part, ...section }: LessonSection) => ({ ...section, part });
