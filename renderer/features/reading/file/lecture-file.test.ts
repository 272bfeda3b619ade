import { expect, it, test } from 'vitest';
import { lectureFile, lecturePolicy } from './lecture-file.ts';
import { keptLink } from './slide-copy.ts';

const player = { script: 'play()', style: '.p{top:0}', hash: 'sha256-abc=' };
const slide = (title: string) => ({
  id: 'one',
  number: 1,
  title,
  shots: ['<p>first</p>', '<p>second</p>'],
  notes: '<p>said</p>',
});

it('a file holds each slide with all its steps and its notes, and one script that the policy names', () => {
  const html = lectureFile({ title: 'A', css: '.a{}', slides: [slide('T')], player });
  expect(html.match(/<section/g)).toHaveLength(1);
  expect(html).toContain('<div data-shot="1"><p>first</p></div>');
  expect(html).toContain('<div data-shot="2" data-last><p>second</p></div>');
  expect(html).toContain('<aside aria-label="Notes"><p>said</p></aside>');
  expect(html.match(/<script/g)).toHaveLength(1);
  expect(html).toContain('<script>play()</script>');
  expect(html).toContain('script-src &#39;sha256-abc=&#39;');
  // The policy comes before anything that it speaks of.
  expect(html.indexOf('Content-Security-Policy')).toBeLessThan(html.indexOf('<style'));
});

it('who gives the lecture stands in its head, where somebody says so', () => {
  const file = (author?: string) =>
    lectureFile({
      title: 'A',
      ...(author !== undefined && { author }),
      css: '',
      slides: [],
      player,
    });
  expect(file('A. Person, "Here"')).toContain(
    '<meta name="author" content="A. Person, &quot;Here&quot;">',
  );
  expect(file()).not.toContain('name="author"');
});

it('nothing is allowed but what is inside', () => {
  expect(lecturePolicy('sha256-abc=')).toBe(
    "default-src 'none'; script-src 'sha256-abc='; style-src 'unsafe-inline'; img-src data:; " +
      "font-src data:; base-uri 'none'; form-action 'none'",
  );
});

it('titles stay text', () => {
  const title = '</title><script>alert(1)</script>" onload="x';
  const html = lectureFile({ title, css: '', slides: [slide(title)], player });
  expect(html.match(/<script/g)).toHaveLength(1);
  expect(html).not.toContain('onload="x');
  expect(html).toContain('&lt;script&gt;alert(1)');
});

it('a style that ends its own element does not', () => {
  const css = '.a{content:"</style><script>x</script>"}';
  const html = lectureFile({ title: 'A', css, slides: [slide('T')], player });
  expect(html.match(/<\/style>/g)).toHaveLength(1);
});

test.each([
  ['https://example.org/a', true],
  ['#/slides/one', true],
  ['#/slides/one?step=2', true],
  ['#/slides/gone', false],
  ['#/labs/latency', false],
  ['http://example.org/', false],
  ['javascript:alert(1)', false],
  [' https://example.org', false],
  ['file:///etc/passwd', false],
  ['data:text/html,x', false],
])('of the link %s: %s', (href, kept) => {
  expect(keptLink(href, new Set(['one']))).toBe(kept);
});
