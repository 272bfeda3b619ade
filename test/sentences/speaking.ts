import { labs } from 'lectern:labs';
import type { Inline, Panel, Story } from '../../labs/view.ts';
import type { Speaking } from './texts.ts';

const stories = import.meta.glob<{ story: Story }>('../../labs/*/story.tsx');
const panels = import.meta.glob<{ Panel: Panel }>('../../labs/*/panel.tsx');
const inlines = import.meta.glob<{ inline: Inline }>('../../labs/*/inline.tsx');
const behinds = import.meta.glob<{ behind: Speaking['behind'] }>('./labs/*.ts');

/** Every lab's name, in the order of the index. */
export const labNames: readonly string[] = labs.map(({ lab }) => lab.id);

/** All that speaks in a lab. A new lab is found by its folder; what it keeps behind a switch is called by `labs/<its name>.ts` here. */
export async function speakingOf(name: string): Promise<Speaking> {
  const entry = labs.find(({ lab }) => lab.id === name)!;
  const [story, panel, inline, behind] = await Promise.all([
    stories[`../../labs/${name}/story.tsx`]!(),
    panels[`../../labs/${name}/panel.tsx`]!(),
    inlines[`../../labs/${name}/inline.tsx`]?.(),
    behinds[`./labs/${name}.ts`]?.(),
  ]);
  return {
    lab: entry.lab,
    story: story.story,
    Panel: panel.Panel,
    inline: inline?.inline ?? {},
    behind: behind?.behind ?? (() => []),
  };
}
