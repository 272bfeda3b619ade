import { expect, it } from 'vitest';
import { lectureNode } from './lecture-tree.ts';

const element = (tagName: string, properties: unknown) => ({
  type: 'element',
  tagName,
  properties,
  children: [{ type: 'text', value: 'x' }],
});

it.each([
  ['words', element('p', {})],
  ['an https link', element('a', { href: 'https://example.org/page' })],
  ['a place of the app', element('a', { href: '#/slides/results' })],
  ['a picture of the folder', element('img', { src: '/lecture-files/0123456789abcdef/a.png' })],
  ['a formula', element('mo', { stretchy: 'true' })],
])('%s crosses', (_name, node) => expect(lectureNode.parse(node)).toEqual(node));

it.each([
  ['a script', element('script', {})],
  ['raw HTML', { type: 'raw', value: '<b>' }],
  ['javascript:', element('a', { href: 'javascript:alert(1)' })],
  ['a link with a password', element('a', { href: 'https://a:b@example.org' })],
  ['a picture from elsewhere', element('img', { src: 'https://example.org/a.png' })],
  ['a way out of the folder', element('img', { src: '/lecture-files/../a.png' })],
  ['a handler', element('p', { onClick: 'x' })],
  ['a style', element('p', { style: 'color: red' })],
  ['a prototype', element('p', JSON.parse('{"__proto__": {"x": 1}}'))],
  ['a class of our own', element('p', { className: ['deck'] })],
  ['a script in what is harmless', { ...element('p', {}), children: [element('script', {})] }],
  ['a widget that is not known', { ...element('x-widget', {}), data: { kind: 'frame' } }],
])('%s does not', (_name, node) => expect(lectureNode.safeParse(node).success).toBe(false));
