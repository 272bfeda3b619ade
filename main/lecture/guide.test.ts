import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { lectureOf } from './fixtures/lecture-of.ts';
import { directives } from './read/directives/directives.ts';

const guide = readFileSync(new URL('README.md', import.meta.url), 'utf8');
/** Every example of the guide, by its language. */
const examples = (language: string) =>
  [...guide.matchAll(new RegExp(`^(\`{3,4})${language}\\n([\\s\\S]*?)\\n\\1$`, 'gm'))].map(
    (match) => match[2]!,
  );
const files = {
  'hours.csv': 'task,hours,wished\nData,18,6\nTraining,6,12\n',
  'waves.md': '# Waves\n',
  'grading.md': '# Grading\n',
  'recap-notes.md': ':::notes\nSay: this.\n:::\n',
};

describe('the guide', () => {
  it.each(examples('markdown').map((text) => [text.slice(0, 40), text]))('%s …', (_name, text) => {
    const { outline } = lectureOf({
      ...files,
      'lecture.yaml':
        'title: x\nsources: [{id: hertz-1887, who: H, year: 1887, title: T}]\nparts: [{title: x, file: example.md}]\n',
      'example.md': text,
    });
    expect(outline.problems).toEqual([]);
  });

  it.each(examples('yaml').map((text) => [text.slice(0, 40), text]))('%s …', (_name, text) => {
    expect(lectureOf({ ...files, 'lecture.yaml': text }).outline.problems).toEqual([]);
  });

  it('has an example of every directive', () => {
    const written = new Set(
      examples('markdown').flatMap((text) =>
        [...text.matchAll(/^:{2,}([a-z-]+)/gm)].map((match) => match[1]!),
      ),
    );
    expect(Object.keys(directives).filter((name) => !written.has(name))).toEqual([]);
  });
});
