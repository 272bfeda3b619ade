import { expect, test } from 'vitest';
import { keptRules, plainSelector, rulesOf, variablesIn } from './css-rules.ts';
import { neededFaces, needs, rangesOf } from './used-fonts.ts';

test('a style sheet falls apart into its rules, whatever stands in strings and comments', () => {
  const css = `@charset "utf-8";/* } */.a{content:"}{";color:red}@media print{.b{color:blue}.c{x:y}}.d::after{content:'\\'}'}`;
  expect(rulesOf(css)).toEqual([
    { prelude: '.a', body: 'content:"}{";color:red' },
    { prelude: '@media print', body: '.b{color:blue}.c{x:y}' },
    { prelude: '.d::after', body: "content:'\\'}'" },
  ]);
  expect(rulesOf('')).toEqual([]);
  expect(rulesOf('.cut{color:red')).toEqual([]);
});

test('a selector is asked for without what says how it is drawn', () => {
  expect(plainSelector('.a:hover > b::before, .c:not(:first-child):focus-visible')).toBe(
    '.a > b, .c:not(:first-child)',
  );
  expect(plainSelector('*, ::before')).toBe('*, *');
  expect(plainSelector(':is(.a, .b):disabled')).toBe(':is(.a, .b)');
  expect(plainSelector('.hovering')).toBe('.hovering');
});

test('only rules of what is there are kept, groups with what is left of them', () => {
  const css =
    ':root{--x:1}.a{color:var(--x)}.b{color:red}@media print{.a{top:0}.b{top:1px}}@media ' +
    'screen{.b{top:0}}@font-face{src:url(x)}@keyframes k{from{top:0}}@page{margin:0}';
  const kept = keptRules(css, (selector) => selector === '.a');
  expect(kept).toBe('.a { color:var(--x) }\n@media print {\n.a { top:0 }\n}');
  expect(variablesIn(`${kept} var( --y, 2)`)).toEqual(['--x', '--y']);
});

test('of the shipped fonts only those are taken that a text needs', () => {
  expect(rangesOf('U+0-FF, U+2212,u+4??')).toEqual([
    [0, 255],
    [0x2212, 0x2212],
    [0x400, 0x4ff],
  ]);
  expect(needs('a − b', [[0x2212, 0x2212]])).toBe(true);
  expect(needs('a - b', [[0x2212, 0x2212]])).toBe(false);
  const face = (family: string, range: string) =>
    `@font-face{font-family:${family};font-style:normal;font-weight:100 ` +
    `900;src:url(./${range}.woff2) format("woff2");unicode-range:${range}}`;
  const css = [
    face('Inter Variable', 'U+0-FF'),
    face('Inter Variable', 'U+370-3FF'),
    face('KaTeX_Main', 'U+0-FF'),
  ].join('');
  expect(neededFaces(css, 'plain', /Inter/).map(({ url }) => url)).toEqual(['./U+0-FF.woff2']);
  expect(neededFaces(css, 'α', /Inter/).map(({ url }) => url)).toEqual(['./U+370-3FF.woff2']);
});
