import { expect, it } from 'vitest';
import { lectureOf } from '../fixtures/lecture-of.ts';
import { checkLecture } from './check-lecture.ts';

const notes = ':::notes\nSay: one thing. Then another one.\n:::\n';
const chart = '::chart[Hours]{type=bar file=hours.csv}';
const found = (slide: string) => {
  const { outline, slides } = lectureOf({
    'lecture.yaml': 'title: x',
    'hours.csv': 'task,hours\nData,18\n',
    'slides.md': `# A\n\n${slide}\n\n${notes}`,
  });
  return checkLecture(outline, slides).map(({ line, what }) => [line, what]);
};

it.each([
  ['a chart', chart, [[1, 'A chart has no source on its slide.']]],
  ['a chart with its source', `${chart}\n\n::source[We asked, 2026]`, []],
  ['a number', 'It takes 90 ms.', [[1, 'A number with a unit has no source on its slide.']]],
  ['a chart and a number', `${chart}\n\n90 %`, [[1, 'A chart has no source on its slide.']]],
  ['a figure of ours', '::figure{of=large-models}\n\n90 %', []],
])('of %s that names no source', (_name, slide, says) => expect(found(slide)).toEqual(says));
