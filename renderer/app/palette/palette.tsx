import { Command } from 'cmdk';
import { useEffect, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import { Dialog } from '../../kit/dialog.tsx';
import { Icon, type IconName } from '../../kit/icon.tsx';
import { formatLink, readLink } from '../../model/address/address.ts';
import { tourWords } from '../../model/lecture/tour-state.ts';
import type { Search } from '../../model/search/search.ts';
import { useShell } from '../../shared/window/shell.ts';
import { useTour } from '../../shared/window/use-tour.ts';
import { useUse } from '../../shared/window/use-use.ts';
import type { Typed } from './early-keys.tsx';
import { useLoadedSearch, type LoadedSearch } from './load-search.ts';
import {
  actionEntries,
  labEntries,
  loadStepEntries,
  slideEntries,
  type Entry,
  type Listed,
} from './palette-entries.ts';
import { loadTermEntries } from './term-entries.ts';
import styles from './palette.module.css';

const icons: Record<Entry['kind'], IconName> = {
  slide: 'book',
  lab: 'split',
  step: 'chevron-right',
  term: 'info',
  action: 'diamond',
};

type PaletteProps = Omit<FinderProps, 'mode'> & { mode: FinderProps['mode'] | null };

/**
 * The command palette; as 'jump' it knows slides only. Both find words inside slides and notes.
 * Null: closed.
 */
export function Palette({ mode, ...finder }: PaletteProps) {
  return (
    <Dialog
      open={mode !== null}
      onClose={finder.onClose}
      title={mode === 'jump' ? 'Jump to a slide' : 'Find'}
    >
      {mode && <Finder mode={mode} {...finder} />}
    </Dialog>
  );
}

interface FinderProps {
  mode: 'find' | 'jump';
  typed: Typed;
  onTyped: (typed: Typed) => void;
  onClose: () => void;
}

function Finder({ mode, typed: { query, entered }, onTyped, onClose }: FinderProps) {
  const shell = useShell();
  const [steps, setSteps] = useState<Entry[]>([]);
  const [terms, setTerms] = useState<Entry[]>([]);
  const address = useStore(shell.addresses, (state) => state.address);

  const { tour, begin } = useTour();
  const { use, setUse } = useUse();
  const loaded = useLoadedSearch();
  const search = loaded === 'failed' ? undefined : loaded;

  useEffect(() => {
    let here = true;
    // Stories are chunks of their own: the palette opens at once, and steps join it when they are
    // there.
    if (mode === 'find') {
      void loadStepEntries(shell.addresses).then((entries) => here && setSteps(entries));
      void loadTermEntries(shell.addresses).then((entries) => here && setTerms(entries));
    }
    return () => void (here = false);
  }, [mode, shell]);

  const entries = useMemo(() => {
    const found = slideEntries(shell.addresses, search?.texts);
    const said = search?.steps;
    return mode === 'jump'
      ? found
      : [
          ...actionEntries(
            shell,
            formatLink(address),
            { words: tourWords(tour), begin },
            { use, setUse },
          ),
          ...labEntries(shell.addresses),
          ...found,
          ...steps.map((step) => ({ ...step, shown: said?.get(step.id.slice('step '.length)) })),
          ...terms,
        ];
  }, [mode, shell, search, steps, terms, address, tour, begin, use, setUse]);
  const find = useMemo(() => search?.createSearch(entries), [search, entries]);
  const link = mode === 'find' ? readLink(query) : null;
  const found = link ? [linkEntry(() => shell.addresses.open(link))] : list(entries, find, query);

  const open = (entry: Entry) => {
    onClose();
    entry.run();
  };
  useEffect(() => {
    const first = found[0];
    if (entered && find && first) open(first);
  });

  return (
    <Command
      shouldFilter={false}
      loop
      label={mode === 'jump' ? 'Jump to a slide' : 'Find'}
      className={styles.palette}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && !event.nativeEvent.isComposing)
          onTyped({ query, entered: !find });
      }}
    >
      <Command.Input
        autoFocus
        value={query}
        onValueChange={(words) => onTyped({ query: words, entered: false })}
        className={styles.input}
        placeholder={
          mode === 'jump'
            ? 'Number, id, or words that it says'
            : 'Words of a slide, its notes, a lab; or paste a lectern:// link'
        }
      />
      <Command.List className={styles.list} label="Found">
        <Command.Empty className={styles.empty}>{emptyWords(loaded, mode)}</Command.Empty>
        {found.map((entry) => (
          <Command.Item
            key={entry.id}
            value={entry.id}
            className={styles.item}
            onSelect={() => open(entry)}
          >
            <Icon name={icons[entry.kind]} />
            <span className={styles.title}>
              {entry.title}
              {entry.excerpt && (
                <span className={styles.excerpt}>
                  {entry.excerpt.before}
                  <mark>{entry.excerpt.hit}</mark>
                  {entry.excerpt.after}
                </span>
              )}
            </span>
            <span className={styles.hint}>{entry.hint}</span>
          </Command.Item>
        ))}
      </Command.List>
    </Command>
  );
}

const linkEntry = (run: () => void): Listed => ({
  id: 'link',
  kind: 'action',
  name: '',
  title: 'Open this link',
  hint: '',
  words: '',
  run,
});

/**
 * What is listed for these words: everything where there are none, nothing while nobody can search
 * yet.
 */
function list(entries: readonly Entry[], find: Search | undefined, query: string): Listed[] {
  if (query.trim() === '') return [...entries];
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  return (find?.(query) ?? []).map(({ id, said }) => {
    const entry = byId.get(id)!;
    const hint = said?.where === 'notes' ? `${entry.hint}, notes` : entry.hint;
    return { ...entry, hint, excerpt: said };
  });
}

function emptyWords(search: LoadedSearch | 'failed' | undefined, mode: 'find' | 'jump'): string {
  if (search === undefined) return 'Still reading the slides…';
  if (search === 'failed') return 'The search could not be fetched. Load this window again.';
  const who = mode === 'jump' ? 'slide' : 'slide or lab';
  return `Nothing is called that, and no ${who} says it. Try one word of it, or a slide’s number.`;
}
