import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { tinyStory } from '../../../model/lab/fixture.ts';
import { stepOf } from '../../../model/prediction/pair.ts';
import type { PredictStep } from '../../../model/runs/choose-run.ts';
import { PartRow } from './part-row.tsx';

const step = stepOf(tinyStory, 'one-predict')!;
const row = (asked: PredictStep, was: number | null) => {
  const [part] = tinyStory.parts;
  const said = { value: 3, lockedAt: '2026-01-01T00:00:00.000Z', usedBy: null };
  const html = renderToStaticMarkup(
    <table>
      <tbody>
        <PartRow
          number={1}
          part={part!}
          prediction={{ part: part!, step: asked, said }}
          outcome={{ state: 'known', was, score: null }}
        />
      </tbody>
    </table>,
  );
  return html.replace(/<[^>]+>/g, ' ');
};

it('says of a run that can’t tell that it can’t, and calls only a decision one', () => {
  expect(row(step, null)).toContain('its run can’t tell');
  expect(row(step, null)).not.toContain('your decision');
  expect(row({ ...step, decides: true }, null)).toContain('your decision');
  expect(row(step, 4)).toContain('4.0 ms');
});
