import { toString } from 'mdast-util-to-string';
import { wrongOfLab } from './lab-names.ts';
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
    const { part, figure, preset, seed } = attributes;
    const wrong = wrongOfLab(reading.world, id, { part, figure, preset, seed });
    if (wrong) return refuse(reading, node, wrong.what, wrong.fix);
    const words = toString(label).slice(0, 200) || reading.world.labs[id]!.title;
    const place = {
      preset: preset ?? null,
      seed: seed === undefined ? null : Number(seed),
    };
    reading.lab ??= { id, step: part ?? null, cue: words, ...place };
    return [
      makeWidget(reading, {
        kind: 'lab',
        lab: id,
        part: part ?? null,
        figure: figure ?? null,
        words,
        ...place,
      }),
    ];
  },
};
