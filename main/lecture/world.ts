import type { LabCatalog } from '../compute/lab-catalog.ts';
import type { LectureWorld } from './read/files.ts';

/** The labs that a lecture may name, from the catalog. */
export function worldOf(catalog: LabCatalog, lecture1?: LectureWorld['lecture1']): LectureWorld {
  const labs = Object.fromEntries(
    catalog.ids().map((id) => {
      const { title, presets } = catalog.describe(id);
      return [id, { title, presets: presets.map((preset) => preset.id) }];
    }),
  );
  return { labs, ...(lecture1 && { lecture1 }) };
}
