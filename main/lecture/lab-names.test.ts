import { expect, it } from 'vitest';
import { lectureOf, world } from './fixtures/lecture-of.ts';
import { readLecture } from './read/read-lecture.ts';

const parts = 'Known parts: measure, queue, batch.';
it.each([
  ['::lab{id=latency part=zzz}', 3, 'has no part “zzz”.', parts],
  ['::lab{id=latency part=bacth}', 3, 'has no part “bacth”.', 'Did you mean “batch”?'],
  ['::lab{id=latency part=queue-predict}', 0, '', ''],
  ['::lab{id=latency part=write-batches}', 0, '', ''],
  ['::lab{id=latency figure=queue}', 3, 'no figure “queue”.', 'Known figures: convert, batch.'],
  ['::lab{id=latency preset=stedy}', 3, 'no preset “stedy”.', 'Did you mean “steady”?'],
  ['::lab{id=latency seed=4294967296}', 3, 'A seed is a whole number from 0 to 4294967295.', '7'],
  ['[x](#/labs/latency/zzz)', 3, 'leads nowhere: the lab “latency” has no part “zzz”.', parts],
  [
    '[x](#/labs/latency/batch?preset=x&seed=1)',
    3,
    'no preset “x”.',
    'Known presets: fast, steady.',
  ],
  ['[x](#/labs/latency/batch?preset=fast&replicas=2)', 0, '', ''],
  ['[x](#/notebok)', 3, 'names no room of Lectern.', 'Did you mean “notebook”?'],
  ['[x](#/notebook) [y](#/glossary/latency)', 0, '', ''],
])('of what a lecture says of labs and rooms: %s', (text, line, what, fix) => {
  const { outline } = lectureOf({ 'lecture.yaml': 'title: x', 'slides.md': `# A\n\n${text}\n` });
  if (line === 0) return expect(outline.problems).toEqual([]);
  expect(outline.problems).toHaveLength(1);
  expect(outline.problems[0]).toMatchObject({ level: 'error', file: 'slides.md', line });
  expect(outline.problems[0]!.what).toContain(what);
  expect(outline.problems[0]!.fix).toContain(fix);
});

it('a slide’s own part of a lab is looked at too, in its front matter', () => {
  const problems = (lab: string) =>
    lectureOf({
      'lecture.yaml': 'title: x',
      'slides.md': `---\nid: a\nlab: ${lab}\n---\n\n# A\n`,
    }).outline.problems;
  expect(problems('latency/queue')).toEqual([]);
  expect(problems('latency/qeue')).toMatchObject([
    { line: 3, what: 'The lab “latency” has no part “qeue”.', fix: 'Did you mean “queue”?' },
  ]);
});

it('without the labs’ stories at hand nothing is said of their parts', () => {
  const { title, presets } = world.labs['latency']!;
  const texts = new Map([
    ['lecture.yaml', 'title: x'],
    ['slides.md', '# A\n\n::lab{id=latency part=zzz}\n'],
  ]);
  const files = { texts, pictures: new Map(), refused: new Map() };
  const { outline } = readLecture(files, { labs: { latency: { title, presets } } }, 'aaaaaaaaaaaa');
  expect(outline.problems).toEqual([]);
});

it('the preset and seed of a lab on a slide are those with which L opens it', () => {
  const { outline } = lectureOf({
    'lecture.yaml': 'title: x',
    'slides.md': '# A\n\n::lab{id=latency part=batch preset=steady seed=7}\n',
  });
  expect(outline.parts[0]!.slides[0]!.lab).toEqual({
    ...{ id: 'latency', step: 'batch', cue: 'Latency', preset: 'steady', seed: 7 },
  });
});
