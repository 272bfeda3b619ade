import type { Lab } from '../../../labs/lab.ts';
import type { Panel, Story } from '../../../labs/view.ts';

const manifests = import.meta.glob<{ lab: Lab }>('../../../labs/*/lab.ts', { eager: true });
const panels = import.meta.glob<{ Panel: Panel }>('../../../labs/*/panel.tsx');
const stories = import.meta.glob<{ story: Story }>('../../../labs/*/story.tsx');

/** A lab with everything its screen needs. */
export interface LoadedLab {
  lab: Lab;
  story: Story;
  Panel: Panel;
}

const folderOf = new Map(
  Object.entries(manifests).map(([path, { lab }]) => [lab.id, path.replace(/lab\.ts$/, '')]),
);

/** Every lab there is, in the order of its folder. Adding a folder adds a lab: nothing is listed by hand. */
export const labs: readonly Lab[] = Object.values(manifests).map((module) => module.lab);

/** The manifest of a lab, or null where there is none of that id. */
export function findLab(id: string): Lab | null {
  return labs.find((lab) => lab.id === id) ?? null;
}

const loading = new Map<string, Promise<LoadedLab>>();

/**
 * Loads a lab's panel and story, each lab a chunk of its own. The same promise for every call, so that `use` may read it.
 * Rejects with a plain `Error` where there is no such lab or its files can't be had.
 */
export function loadLab(id: string): Promise<LoadedLab> {
  const known = loading.get(id);
  if (known) return known;
  const promise = load(id);
  loading.set(id, promise);
  // A failed load is forgotten, so that "try again" tries again.
  promise.catch(() => loading.delete(id));
  return promise;
}

async function load(id: string): Promise<LoadedLab> {
  const lab = findLab(id);
  const folder = folderOf.get(id);
  if (!lab || folder === undefined) throw new Error(unknownLab(id));
  const panel = panels[`${folder}panel.tsx`];
  if (!panel) throw new Error(`The lab "${lab.title}" has no screen yet.`);
  const [panelModule, story] = await Promise.all([panel(), loadStory(id)]);
  return { lab, story, Panel: panelModule.Panel };
}

/** Loads a lab's story without its panel and the charts that come with it. Rejects as `loadLab` does. */
export async function loadStory(id: string): Promise<Story> {
  const story = stories[`${folderOf.get(id) ?? ''}story.tsx`];
  if (!story)
    throw new Error(
      findLab(id) ? `The lab "${findLab(id)!.title}" has no screen yet.` : unknownLab(id),
    );
  return (await story()).story;
}

/** What to say of an id that no lab has. */
export function unknownLab(id: string): string {
  const names = labs.map((lab) => `${lab.id} (${lab.title})`).join(', ');
  return `There is no lab "${id}". There ${labs.length === 1 ? 'is' : 'are'}: ${names}.`;
}
