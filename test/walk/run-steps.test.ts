import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import type { ReactNode } from 'react';
import { labs, loadStory } from '../../renderer/model/lab/registry.ts';
import { resultsOf } from './model/walked.ts';
import { askedSettings } from './own-rules.ts';

test.each(labs.map((lab) => [lab.id, lab] as const))(
  'a run step of %s asks for a run until there is one, and then no more',
  async (id, lab) => {
    const story = await loadStory(id);
    const results = resultsOf(process.cwd(), lab).map(({ result }) => result);
    const asking = [null, ...results].map((result) =>
      story.parts.flatMap((part) =>
        part.steps.flatMap((step) => {
          if (step.kind !== 'run') return [];
          const { body } = step;
          const words =
            typeof body === 'function'
              ? body(result, askedSettings(lab, part))
              : (body as ReactNode);
          return /Press <strong>Run</.test(renderToStaticMarkup(words)) ? [step.id] : [];
        }),
      ),
    );
    const runs = story.parts.flatMap(({ steps }) => steps.filter(({ kind }) => kind === 'run'));
    expect(asking[0]).toEqual(runs.map((step) => step.id));
    for (const after of asking.slice(1)) expect(after).toEqual([]);
  },
);
