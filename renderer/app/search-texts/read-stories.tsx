import { prerender } from 'react-dom/static';
import type { Story, StoryStep, Values } from '../../../labs/view.ts';
import { labs, loadStory } from '../../model/lab/registry.ts';
import type { StepText } from '../../model/search/slide-text.ts';
import { wordsInHtml } from './words-in-html.ts';

/**
 * What every step of every lab's story says before anything was run: its title, its words and its
 * question. Throws what a step throws, with its id.
 */
export async function readStories(): Promise<StepText[]> {
  const all = await Promise.all(
    labs.map(async (lab) => {
      const parameters = lab.parameters.parse({}) as Values;
      const { parts }: Story = await loadStory(lab.id);
      return Promise.all(
        parts
          .flatMap(({ steps }) => steps)
          .map(async (step) => ({
            lab: lab.id,
            step: step.id,
            shown: await read(step, parameters),
          })),
      );
    }),
  );
  return all.flat();
}

async function read(step: StoryStep, parameters: Values): Promise<string> {
  const failures: unknown[] = [];
  const body = typeof step.body === 'function' ? step.body(null, parameters) : step.body;
  const { prelude } = await prerender(
    <>
      <h2>{step.title}</h2>
      <div>{body}</div>
      {'question' in step && <p>{step.question}</p>}
    </>,
    { progressiveChunkSize: Infinity, onError: (error) => void failures.push(error) },
  );
  if (failures.length > 0)
    throw new Error(`The step ${step.id} can't be drawn without a browser`, {
      cause: failures[0],
    });
  return wordsInHtml(await new Response(prelude).text());
}
