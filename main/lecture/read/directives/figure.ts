import { isId } from '../names.ts';
import { suggestedSlide } from '../near-miss.ts';
import { quoted } from '../problems.ts';
import { makeWidget, refuse } from '../reading.ts';
import type { Directive } from './directives.ts';

/** The figure of a slide of lecture 1, by that slide's id: `::figure{of=large-models}`. It builds up with the slide's steps. */
export const figure: Directive = {
  attributes: ['of', 'steps'],
  form: 'leaf',
  read({ reading, node, attributes }) {
    const of = attributes['of'] ?? '';
    const figures = reading.world.lecture1?.slides ?? [of];
    if (!isId(of) || !figures.includes(of))
      return refuse(
        reading,
        node,
        `Lecture 1 has no figure ${quoted(of)}.`,
        suggestedSlide(of, figures),
      );
    const steps = Number(attributes['steps'] ?? '1');
    if (!(Number.isInteger(steps) && steps >= 1 && steps <= 20))
      return refuse(reading, node, 'Steps are a number from 1 to 20.', 'Write steps=2.');
    reading.steps = Math.max(reading.steps, steps);
    return [makeWidget(reading, { kind: 'figure', of })];
  },
};
