import { expect, test } from 'vitest';
import { escapeHtml } from './escape-html.ts';

test('text may stand between tags and in either kind of quotes', () => {
  expect(escapeHtml('a<b>&"\'')).toBe('a&lt;b&gt;&amp;&quot;&#39;');
});

test('control characters and those that turn the writing direction are dropped', () => {
  expect(escapeHtml('a\u0007b\u202Ec\u2066d\r')).toBe('abcd');
});

test('lines, tabs and every script stay as they are', () => {
  expect(escapeHtml('a\n\tü 名 ع')).toBe('a\n\tü 名 ع');
});
