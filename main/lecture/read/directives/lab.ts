import { toString } from 'mdast-util-to-string';
import { isId } from '../names.ts';
import { suggestion } from '../near-miss.ts';
import { quoted } from '../problems.ts';
import { makeWidget, refuse } from '../reading.ts';
import type { Directive } from './directives.ts';

/**
 * A lab: `::lab[what do batches buy?]{id=latency part=batch figure=batch preset=… seed=7}`. With `figure` the learner's own numbers
 * stand on the slide; without, a link. Either way L opens it.
 */
export const lab: Directive = {
  attributes: ['id', 'part', 'figure', 'preset', 'seed'],
  form: 'leaf',
  read({ reading, node, attributes, label }) {
    const id = attributes['id'] ?? '';
    const known = Object.hasOwn(reading.world.labs, id) ? reading.world.labs[id] : undefined;
    if (!known)
      return refuse(
        reading,
        node,
        `There is no lab ${quoted(id)}.`,
        suggestion(id, Object.keys(reading.world.labs), 'labs'),
      );
    const { preset, seed } = attributes;
    if (preset !== undefined && !known.presets.includes(preset))
      return refuse(
        reading,
        node,
        `The lab “${id}” has no preset ${quoted(preset)}.`,
        suggestion(preset, known.presets, 'presets'),
      );
    if (seed !== undefined && !/^\d{1,9}$/.test(seed))
      return refuse(reading, node, 'A seed is a whole number.', 'Write seed=7.');
    for (const name of ['part', 'figure'] as const)
      if (attributes[name] !== undefined && !isId(attributes[name]))
        return refuse(
          reading,
          node,
          `${quoted(attributes[name])} is no name of a ${name}.`,
          'Names are in small letters, words joined by a hyphen.',
        );
    const words = toString(label).slice(0, 200) || known.title;
    const part = attributes['part'] ?? null;
    reading.lab ??= { id, step: part, cue: words };
    return [
      makeWidget(reading, {
        kind: 'lab',
        lab: id,
        part,
        figure: attributes['figure'] ?? null,
        words,
        preset: preset ?? null,
        seed: seed === undefined ? null : Number(seed),
      }),
    ];
  },
};
