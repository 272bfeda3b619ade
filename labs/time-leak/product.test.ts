import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { describeParameters } from '../parameters.ts';
import { shown } from './code/shown.ts';
import { columns } from './features.ts';
import { lab } from './lab.ts';
import { columnWords } from './product.ts';
import { story } from './story.tsx';

const parameters = lab.parameters.parse({});
const steps = story.parts.flatMap((part) => part.steps);

/** What a step says before there is a run. */
function wordsOf(id: string): string {
  const { body } = steps.find((step) => step.id === id)!;
  return renderToStaticMarkup(typeof body === 'function' ? body(null, parameters) : body);
}

it('has a name for every column that a model sees', () => {
  expect(Object.keys(columnWords)).toEqual([...columns]);
});

it('is named before it is used: the shop, what is predicted, and the features', () => {
  const first = wordsOf('split-read');
  expect(first).toMatch(/online shop/);
  expect(first).toMatch(/predicts whether it will end with a purchase/);
  for (const name of ['basket', 'discount', 'purchase rate'] as const)
    expect(first).toContain(columnWords[name].name);
  expect(wordsOf('drift-read')).toMatch(/discount .*turns round/s);
});

it('leaves no letter of a formula to the reader, in no word of the lab', () => {
  const words = [
    ...steps.map(({ id }) => wordsOf(id)),
    ...steps.map((step) => ('question' in step ? step.question : '')),
    ...describeParameters(lab.parameters).map(({ help }) => help),
    ...lab.presets.map(({ about }) => about),
    ...shown.flatMap(({ pieces }) => pieces.map(({ says }) => says)),
  ];
  expect(words.filter((text) => /\bx[12]\b|good end/.test(text))).toEqual([]);
});
