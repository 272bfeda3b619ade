import { useEffect, useMemo, useState } from 'react';
import type { createSearch } from '../../model/search/search.ts';
import { useShownLecture } from '../lecture.ts';
import type { SlideText } from '../../model/search/slide-text.ts';

export interface LoadedSearch {
  createSearch: typeof createSearch;
  /** What each slide says, by its id. */
  texts: ReadonlyMap<string, SlideText>;
  /** What each step of a lab says, by "lab step". */
  steps: ReadonlyMap<string, string>;
}

/** The search, fetched for whoever draws this; undefined until it is there. */
export function useLoadedSearch(): LoadedSearch | 'failed' | undefined {
  const [search, setSearch] = useState<LoadedSearch | 'failed'>();
  useEffect(() => {
    let here = true;
    const keep = (what: LoadedSearch | 'failed') => here && setSearch(what);
    loadSearch().then(keep, () => keep('failed'));
    return () => void (here = false);
  }, []);
  const { texts } = useShownLecture();
  return useMemo(() => {
    if (search === undefined || search === 'failed' || texts.length === 0) return search;
    // What a folder says of a slide stands for what ours said.
    const said = texts.map((text) => [text.slide, text] as const);
    return { ...search, texts: new Map([...search.texts, ...said]) };
  }, [search, texts]);
}

/**
 * Fetches the search and what the slides say, once: nobody needs them before the palette opens.
 * What can't be had is asked for again.
 */
function loadSearch(): Promise<LoadedSearch> {
  loading ??= load().catch((error: unknown) => {
    loading = null;
    throw error;
  });
  return loading;
}
let loading: Promise<LoadedSearch> | null = null;

async function load(): Promise<LoadedSearch> {
  const [search, { texts, steps }] = await Promise.all([
    import('../../model/search/search.ts'),
    import('lectern:slide-texts'),
  ]);
  return {
    createSearch: search.createSearch,
    texts: new Map(texts.map((text) => [text.slide, text])),
    steps: new Map(steps.map(({ lab, step, shown }) => [`${lab} ${step}`, shown])),
  };
}
