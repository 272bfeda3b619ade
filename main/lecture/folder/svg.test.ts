import { expect, it } from 'vitest';
import { cleanSvg } from './svg.ts';

/** Each line names the one before so many times: a few hundred letters that a browser would draw as 10 to the power of `lines`. */
const laughs = (lines: number) =>
  `<svg>${Array.from({ length: lines }, (_, n) =>
    n === 0
      ? '<g id="l0"><path d="M0 0"/></g>'
      : `<g id="l${n}">${`<use href="#l${n - 1}"/>`.repeat(10)}</g>`,
  ).join('')}</svg>`;

it('a drawing whose parts name each other over and over is no drawing', () => {
  expect(cleanSvg(laughs(3))).toContain('href="#l1"');
  expect(cleanSvg(laughs(12))).toBeNull();
});

it('letters that are drawings, as programs write them, stay', () => {
  const letter = '<defs><path id="a" d="M0 0L1 1"/></defs>';
  const plot = `<svg>${letter}<g id="axis">${'<use href="#a" x="1"/>'.repeat(3_000)}</g></svg>`;
  expect(cleanSvg(plot)).toContain('href="#a"');
});

it('parts that name themselves or each other are drawn by no browser, and taken', () => {
  expect(cleanSvg('<svg><g id="a"><use href="#a"/></g></svg>')).toContain('<use');
  const each = '<g id="a"><use href="#b"/></g><g id="b"><use href="#a"/></g>';
  expect(cleanSvg(`<svg>${each}</svg>`)).toContain('<use');
});

it('a chain of thousands of parts ends', () => {
  const chain = Array.from(
    { length: 5_000 },
    (_, n) => `<g id="l${n}"><use href="#l${n + 1}"/></g>`,
  );
  expect(cleanSvg(`<svg>${chain.join('')}</svg>`)).toBeNull();
});
