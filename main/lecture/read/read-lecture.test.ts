import { describe, expect, it } from 'vitest';
import { folderSlide, lectureOutline } from '../../contract/lecture-folder.ts';
import { lectureOf } from '../fixtures/lecture-of.ts';

describe('a lecture of its own', () => {
  it('is read from Markdown files, parted by rules', () => {
    const { outline, slides } = lectureOf({
      'lecture.yaml': 'title: Waves\nlecturer: A. Person\nminutes: 40\n',
      'slides.md':
        '# First\n\nWords.\n\n---\n\n## Second\n\nMore.\n\n---\nid: third\ntitle: The third\n---\n\nThe end.\n',
    });
    expect(outline.facts).toMatchObject({ title: 'Waves', lecturer: 'A. Person' });
    expect(outline.problems).toEqual([]);
    expect(outline.parts).toHaveLength(1);
    expect(outline.parts[0]!.minutes).toBe(40);
    expect(outline.parts[0]!.slides.map(({ id, title, line }) => [id, title, line])).toEqual([
      ['first', 'First', 1],
      ['second', 'Second', 7],
      ['third', 'The third', 12],
    ]);
    expect(slides.get('first')!.shown).toBe('Words.');
  });

  it.each([
    ['a title and a sentence', 'lecturer: A. Person', '# Waves\n\n::lead[Of all kinds]', 'title'],
    ['a date alone', 'date: 2026-03-01', '# Waves', 'title'],
    ['nobody who gives it', 'title: Waves', '# Waves', 'titled'],
    ['a layout of its own', 'date: May', '---\nlayout: titled\n---\n\n# Waves', 'titled'],
    ['more than a few words', 'date: May', `# Waves\n\n${'Words. '.repeat(40)}`, 'titled'],
    ['a question', 'date: May', '# Waves\n\n::poll[Ready?]{options="Yes | No"}', 'titled'],
    ['code', 'date: May', '# Waves\n\n```js\na();\n```', 'titled'],
    [
      'an edition',
      'extends: lecture-1\ndate: May\nafter: {agenda: slides.md}',
      '# Waves',
      'titled',
    ],
  ])('the first slide with %s has its layout', (_name, settings, text, layout) => {
    const { outline } = lectureOf({
      'lecture.yaml': `${settings}\n`,
      'slides.md': `${text}\n\n---\n\n# Then\n`,
    });
    const layouts = outline.parts.flatMap((part) => part.slides.map((slide) => slide.layout));
    expect([outline.problems, layouts]).toEqual([[], [layout, 'titled']]);
  });

  it('crosses the wire as it is', () => {
    const { outline, slides } = lectureOf({ ...data, 'slides.md': everything });
    expect(lectureOutline.parse({ ...outline, revision: 1, folder: '/a' })).toBeTruthy();
    for (const slide of slides.values()) expect(folderSlide.parse(slide)).toEqual(slide);
    expect(outline.problems.filter(({ level }) => level === 'error')).toEqual([]);
  });

  it('reads each directive', () => {
    const { outline, slides } = lectureOf({ ...data, 'slides.md': everything });
    const [slide] = outline.parts[0]!.slides;
    expect(outline.problems).toEqual([]);
    expect(slide).toMatchObject({
      steps: 7,
      lab: { id: 'latency', step: 'batch', cue: 'what do batches buy?' },
      poll: { question: 'Who has done it?', options: [{ id: 'yes' }, { id: 'no' }] },
    });
    expect(slides.get(slide!.id)!.notes.map(({ kind }) => kind)).toEqual(['say', 'ask', 'mistake']);
    const kinds = [
      ...JSON.stringify(slides.get(slide!.id)!.body).matchAll(/"kind":"([\w-]+)"/g),
    ].map((match) => match[1]);
    expect(kinds).toEqual(
      'lead step columns column column step code lab poll countdown groups chart figure table-reveal source recap sources source'.split(
        ' ',
      ),
    );
  });
});

const data = {
  'lecture.yaml': 'title: All of it\n',
  'cost.csv': 'year,cost,gain\n2020,1,2\n2021,3,4.5\n',
};
const everything = `# All of it

::lead[What it is about]

:::step
Second.
:::

::::columns{shares="2 1"}
Left

::column

:::step
Right
:::
::::

\`\`\`js {1|2-3|all}
const a = 1;
const b = 2;
a + b;
\`\`\`

::lab[what do batches buy?]{id=latency part=batch figure=batch}

::poll[Who has done it?]{options="Yes | No"}

::countdown{minutes=8}

::groups

::chart[Cost]{type=bar file=cost.csv x=year y="cost, gain" unit="million €"}

::figure{of=large-models}

:::table-reveal
| a | b |
| - | -: |
| 1 | 2 |
| 3 | 4 |
| 5 | 6 |
:::

A footnote[^1], $a^2 + b^2$, costs $5 or $6, at 5:00pm, a <kbd>key</kbd>, [page](https://example.org/x), https://example.org.

$$
\\frac{1}{2}
$$

- [x] done
- [ ] not done

[^1]: Said *here*.

::source[Akamai, 2017]

::recap

::sources

:::notes
Say: hello.

Ask: who?

Mistake: none.
:::
`;

describe('what is wrong is said with file, line and mend', () => {
  it.each([
    [
      'an unknown directive',
      '# A\n\n:::stp\nx\n:::\n',
      3,
      'There is no directive “stp”.',
      'Did you mean “step”?',
    ],
    ['HTML', '# A\n\n<div onclick="x()">y</div>\n', 3, 'HTML is not shown', 'Markdown'],
    ['script', 'x <script>alert(1)</script>\n', 1, 'HTML is not shown: “<script>”', 'Markdown'],
    [
      'a remote picture',
      '![x](https://example.org/a.png)',
      1,
      'is not in the folder',
      'beside the slides',
    ],
    ['a data picture', '![x](data:image/png;base64,AAAA)', 1, 'is not in the folder', 'beside'],
    ['a picture outside', '![x](../../etc/a.png)', 1, 'leads out of the folder', 'folder'],
    ['an encoded way out', '![x](%2e%2e/%2e%2e/a.png)', 1, 'leads out of the folder', 'folder'],
    [
      'a missing picture',
      '![x](photos/cat.png)',
      1,
      'is not there',
      'Did you mean “photos/cats.png”?',
    ],
    ['a large picture', '![x](big.png)', 1, 'is larger than 10 MB', 'another'],
    ['javascript:', '[x](javascript:alert(1))', 1, 'may not be opened', 'https'],
    ['JaVaScript:', '[x](JaVaScript:alert(1))', 1, 'may not be opened', 'https'],
    ['file:', '[x](file:///etc/passwd)', 1, 'may not be opened', 'https'],
    ['http:', '[x](http://example.org)', 1, 'is not https', 'https://'],
    ['a password', '[x](https://a:b@example.org)', 1, 'leads nowhere', 'https'],
    ['a dead link', '# A\n\n[x](#nowhere)', 3, 'leads to a slide “nowhere”', 'Known slides: a.'],
    [
      'a lab that is not there',
      '::lab{id=latncy}',
      1,
      'There is no lab “latncy”.',
      'Did you mean “latency”?',
    ],
    ['a preset that is not there', '::lab{id=latency preset=fst}', 1, 'no preset “fst”', '“fast”'],
    [
      'a figure that is not there',
      '::figure{of=large-model}',
      1,
      'no figure “large-model”',
      '“large-models”',
    ],
    [
      'a chart without its file',
      '::chart{file=nothing.csv}',
      1,
      '“nothing.csv” is not there',
      'Known CSV files',
    ],
    [
      'words in a chart',
      '::chart{file=words.csv x=a y=b}',
      1,
      'Row 3 of “words.csv” holds something that is no number',
      'point',
    ],
    [
      'an answer too long for so many',
      `# A\n\n::poll[Which?]{options="${'one | two | three | four | five | six | '}${'x'.repeat(25)}"}\n`,
      3,
      'An answer has 25 characters; of 7 answers each has room for about 24.',
      'fewer answers',
    ],
    [
      'a question too long to stand above its answers',
      `::poll[${'x'.repeat(151)}]{options="a | b"}`,
      1,
      'The question has 151 characters',
      'fewer words',
    ],
    ['a formula', 'x $\\frac{1$ y', 1, 'The formula', 'TeX'],
    [
      'tabs in YAML',
      '---\nid: a\n\ttitle: b\n---\nx\n',
      3,
      'A tab stands where YAML wants spaces',
      'spaces',
    ],
    [
      'a key that is not known',
      '---\nid: a\ntitel: b\n---\nx\n',
      3,
      '“titel” is not known',
      '“title”',
    ],
    [
      'an id in capitals',
      '---\nid: My Slide\n---\nx\n',
      2,
      '“My Slide” can’t be an id',
      'small letters',
    ],
    ['a reference in YAML', '---\nid: &a x\ntitle: *a\n---\nx\n', 3, 'References', 'out'],
    [
      'two slides with one id',
      '---\nid: a\n---\nx\n\n---\nid: a\n---\ny\n',
      7,
      'Two slides have the id “a”',
      'another',
    ],
    [
      'colons that close nothing',
      '# A\n\n:::columns\nl\n\n::column\n\n:::step\nr\n:::\n:::\n',
      11,
      'opens or closes nothing',
      'colons',
    ],
    [
      'minutes that the clock can’t show',
      '::countdown{minutes=120}',
      1,
      'from 1 to 99 minutes',
      '8',
    ],
    ['one column', ':::columns\nl\n:::\n', 1, 'only one column', '::column'],
    ['a leaf written as a block', ':::countdown\n:::\n', 1, 'three colons', 'two'],
    [
      'blocks that are never closed',
      ':::step\n'.repeat(12),
      9,
      'more stands in each other',
      'close',
    ],
    ['nesting', `${'> '.repeat(500)}x`, 1, 'more stands in each other', 'brackets'],
  ])('%s', (_name, text, line, what, fix) => {
    const { outline } = lectureOf(
      { 'slides.md': text, 'words.csv': 'a,b\n1,2\n2,many\n' },
      { 'photos/cats.png': 'c'.repeat(16) },
      { 'big.png': 'is larger than 10 MB' },
    );
    const found = outline.problems.find((one) => one.what.includes(what));
    expect(found, JSON.stringify(outline.problems)).toMatchObject({ file: 'slides.md', line });
    expect(`${found!.what} ${found!.fix}`).toContain(fix);
  });

  it('says nothing of answers that fit', () => {
    const options = (count: number, letters: number) => Array(count).fill('x'.repeat(letters));
    const problems = (all: string[]) =>
      lectureOf({ 'slides.md': `::poll[Which?]{options="${all.join(' | ')}"}` }).outline.problems;
    const said = (all: string[]) => problems(all).some(({ what }) => what.includes('has room'));
    expect([said(options(2, 100)), said(options(5, 54)), said(options(12, 24))]).toEqual([
      false,
      false,
      false,
    ]);
  });

  it('puts the message where the block stood, and shows the rest', () => {
    const { slides } = lectureOf({ 'slides.md': 'before\n\n:::stp\nx\n:::\n\nafter' });
    const [slide] = slides.values();
    expect(slide!.shown).toBe('before · There is no directive “stp”. · after');
  });

  it('says of lecture.yaml what is wrong, at its line', () => {
    const { outline } = lectureOf({
      'lecture.yaml':
        'title: A\nformat: 2\nlangauge: es\nextends: lecture-1\nhide: grading\nafter:\n  grading: my.md\nlabs:\n  latencyy: {seed: 1}\n',
    });
    expect(outline.problems.map(({ line, what }) => [line, what])).toEqual([
      [3, 'The key “langauge” is not known, and is not used.'],
      [2, 'This lecture was made for a newer Lectern (format 2).'],
      [9, 'There is no lab “latencyy”.'],
      [5, '“hide” can’t be read.'],
      [7, 'There is no Markdown file “my.md” in the folder.'],
    ]);
  });
});

it('an edition says where its slides go', () => {
  const { outline } = lectureOf({
    'lecture.yaml':
      'extends: lecture-1\nlecturer: Me\nhide: [grading]\nafter: {title: mine.md}\n' +
      'replace: {agenda: other.md}\nnotes: {recap: said.md}\nminutes: {opening: 3}\n',
    'mine.md': '# Mine\n\n---\n\n# Mine too\n',
    'other.md': '# Other\n',
    'said.md': ':::notes\nSay: this.\n:::\n',
  });
  expect(outline.problems).toEqual([]);
  expect(outline.edition).toMatchObject({
    hide: ['grading'],
    after: { title: ['mine', 'mine-too'] },
    replace: { agenda: ['other'] },
    notes: { recap: 'slide-4' },
    minutes: { opening: 3 },
  });
});

it('an edition’s slide with the id of one of ours that stays is told of at its own line', () => {
  const said = (more: string) =>
    lectureOf({
      'lecture.yaml': `extends: lecture-1\nafter: {title: mine.md}\n${more}`,
      'mine.md': '# Mine\n\n---\n\n# Grading\n',
    }).outline.problems;
  expect(said('')).toMatchObject([{ level: 'error', file: 'mine.md', line: 5, slide: 'grading' }]);
  expect(said('hide: [grading]\n')).toEqual([]);
});

describe('links and sources', () => {
  const said = (yaml: string, words: string) =>
    lectureOf({ 'lecture.yaml': yaml, 'slides.md': `# A\n\n${words}\n` }).outline.problems.map(
      ({ line, what }) => [line, what],
    );
  const own = 'title: Mine\n';
  const edition = 'extends: lecture-1\nafter: {title: slides.md}\nhide: [grading]\n';
  const none = (id: string) => [[3, `The link leads to a slide “${id}”, and there is none.`]];
  it.each<[string, string, unknown[]]>([
    [own, '[x](#/slides/a)', []],
    [own, '[x](#/slides/nope?step=2)', none('nope')],
    [own, '[x](#/read/nope)', none('nope')],
    [own, '[x](#/labs/latency/queue)', []],
    [own, '[x](#/labs/lateness)', [[3, 'The link “#/labs/lateness” names no lab.']]],
    [own, '[x](#agenda)', none('agenda')],
    [edition, '[x](#agenda) [y](#a) [z](#/slides/a)', []],
    [edition, '[x](#grading)', none('grading')],
    [edition, '::source[x]{of=hertz-1887}', []],
    [edition, '::source[x]{of=herz-1887}', [[3, 'The source “herz-1887” is not listed.']]],
    [own, '::source[x]{of=hertz-1887}', [[3, 'The source “hertz-1887” is not listed.']]],
  ])('of %j: %s', (yaml, words, problems) => expect(said(yaml, words)).toEqual(problems));
});

it('says which keys an edition does not use', () => {
  const { outline } = lectureOf({
    'lecture.yaml':
      'extends: lecture-1\nminutes: 60\nparts: [{title: Mine, file: mine.md}]\nhide: [grading]\n',
  });
  expect(outline.problems.map(({ line, what }) => [line, what.slice(0, 10)])).toEqual([
    [2, '“minutes” '],
    [3, '“parts” is'],
  ]);
});

describe('a slide’s name', () => {
  const named = (text: string) =>
    lectureOf({ 'slides.md': text }).outline.parts[0]!.slides.map(({ id, poll }) => [id, poll?.id]);
  const ask = '::poll[Who?]{options="Yes | No"}';
  it('is its poll’s too, also where two slides have one title', () => {
    expect(named(`# Vote\n\n${ask}\n\n---\n\n# Vote\n\n${ask}\n`)).toEqual([
      ['vote', 'aaaaaaaaaaaa-vote'],
      ['vote-2', 'aaaaaaaaaaaa-vote-2'],
    ]);
    const id = 'a'.repeat(75);
    const long = `---\nid: ${id}\n---\n\n${ask}\n`;
    const polls = named(`${long}\n${long}`).map(([, poll]) => poll);
    expect(new Set(polls).size).toBe(2);
  });
  it('comes of its front matter’s title before its heading or its number', () => {
    const front = `---\ntitle: The vote\n---\n\n${ask}\n`;
    expect(named(front)).toEqual([['the-vote', 'aaaaaaaaaaaa-the-vote']]);
    expect(named(`# Before\n\n${front}`)[1]).toEqual(['the-vote', 'aaaaaaaaaaaa-the-vote']);
    expect(named(front.replace('::poll', '# Other\n\n::poll'))[0]).toEqual([
      'the-vote',
      'aaaaaaaaaaaa-the-vote',
    ]);
  });
});

it.each([
  ['A heading', ''],
  ['Another title', 'A heading'],
])('with title: %s the heading’s words on the slide are “%s”', (title, shown) => {
  const { slides } = lectureOf({ 'slides.md': `---\ntitle: ${title}\n---\n\n# A heading\n` });
  expect([...slides.values()].map((slide) => slide.shown)).toEqual([shown]);
});

it('a second reading with the same cache gives the same lecture', () => {
  const cache = new Map();
  const first = lectureOf({ 'slides.md': everything }, {}, {}, cache);
  expect(cache.size).toBe(1);
  expect(lectureOf({ 'slides.md': everything }, {}, {}, cache)).toEqual(first);
});
