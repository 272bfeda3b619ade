import { inlineNodes } from '../inlines.ts';
import { isId } from '../names.ts';
import { quoted } from '../problems.ts';
import { lineOf, makeWidget, refuse } from '../reading.ts';
import type { Directive } from './directives.ts';

/** The grey sentence under the title: `::lead[What the slide is about.]` */
export const lead: Directive = {
  attributes: [],
  form: 'leaf',
  read: ({ reading, label }) => [
    makeWidget(reading, { kind: 'lead' }, inlineNodes(reading, label)),
  ],
};

/** Where a number comes from: `::source[Akamai, 2017]{of=akamai-2017}`; `of` names entries of `sources` in lecture.yaml. */
export const source: Directive = {
  attributes: ['of'],
  form: 'leaf',
  read({ reading, node, attributes, label }) {
    const of = (attributes['of'] ?? '').split(/\s+/).filter(Boolean);
    const wrong = of.find((id) => !isId(id));
    if (wrong !== undefined || of.length > 20)
      return refuse(
        reading,
        node,
        `${quoted(wrong ?? '')} is no source’s id.`,
        'Ids are in small letters, words joined by a hyphen.',
      );
    for (const id of of) reading.cited.push({ id, line: lineOf(reading, node) });
    return [makeWidget(reading, { kind: 'source', of }, inlineNodes(reading, label))];
  },
};

/** The lecture's parts, each a link to its first slide. */
export const recap: Directive = {
  attributes: [],
  form: 'leaf',
  read: ({ reading }) => [makeWidget(reading, { kind: 'recap' })],
};

/** All that the lecture quotes, as lecture.yaml lists it. */
export const sources: Directive = {
  attributes: [],
  form: 'leaf',
  read: ({ reading }) => [makeWidget(reading, { kind: 'sources' })],
};
