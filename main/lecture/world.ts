import type { LabCatalog } from '../compute/lab-catalog.ts';
import type { LabPlaces, LectureWorld } from './read/files.ts';

/** The labs that a lecture may name, from the catalog; with their parts and figures where these are at hand. */
export function worldOf(
  catalog: LabCatalog,
  lecture1?: LectureWorld['lecture1'],
  places: Readonly<Record<string, LabPlaces>> = {},
): LectureWorld {
  const labs = Object.fromEntries(
    catalog.ids().map((id) => {
      const { title, presets } = catalog.describe(id);
      const known = { title, presets: presets.map((preset) => preset.id) };
      return [id, { ...known, ...(places[id] && { places: places[id] }) }];
    }),
  );
  return { labs, ...(lecture1 && { lecture1 }) };
}
