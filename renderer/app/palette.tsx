import { Command } from 'cmdk';
import { useEffect, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import { Dialog } from '../kit/dialog.tsx';
import { Icon, type IconName } from '../kit/icon.tsx';
import { formatLink, readLink } from '../model/address/address.ts';
import { tourWords } from '../model/lecture/tour-state.ts';
import { findEntries, type Entry } from '../model/search/find.ts';
import { useShell } from '../shared/window/shell.ts';
import { useTour } from '../shared/window/use-tour.ts';
import { slides } from './lecture.ts';
import {
  actionEntries,
  labEntries,
  loadStepEntries,
  slideEntries,
  textEntries,
} from './palette-entries.ts';
import { slideTexts, wantTexts } from './slide-texts.ts';
import styles from './palette.module.css';

const icons: Record<Entry['kind'], IconName> = {
  slide: 'book',
  lab: 'split',
  step: 'chevron-right',
  action: 'diamond',
};

/** The command palette; as 'jump' it knows slides only. Both find words inside slides and notes. Null: closed. */
export function Palette({ mode, onClose }: { mode: 'find' | 'jump' | null; onClose: () => void }) {
  return (
    <Dialog
      open={mode !== null}
      onClose={onClose}
      title={mode === 'jump' ? 'Jump to a slide' : 'Find'}
    >
      {mode && <Finder mode={mode} onClose={onClose} />}
    </Dialog>
  );
}

function Finder({ mode, onClose }: { mode: 'find' | 'jump'; onClose: () => void }) {
  const shell = useShell();
  const [query, setQuery] = useState('');
  const [steps, setSteps] = useState<Entry[]>([]);
  const address = useStore(shell.addresses, (state) => state.address);

  const { tour, begin } = useTour();
  const texts = useStore(slideTexts, (all) => all.index);
  const reading = useStore(slideTexts, (all) => all.read < slides.length);
  useEffect(wantTexts, []);

  useEffect(() => {
    let here = true;
    // Stories are chunks of their own: the palette opens at once, and steps join it when they are there.
    if (mode === 'find')
      void loadStepEntries(shell.addresses).then((entries) => here && setSteps(entries));
    return () => void (here = false);
  }, [mode, shell]);

  const entries = useMemo(() => {
    const found = slideEntries(shell.addresses);
    return mode === 'jump'
      ? found
      : [
          ...found,
          ...labEntries(shell.addresses),
          ...steps,
          ...actionEntries(shell, formatLink(address), { words: tourWords(tour), begin }),
        ];
  }, [mode, shell, steps, address, tour, begin]);
  const link = mode === 'find' ? readLink(query) : null;
  const named = findEntries(entries, query);
  const found: Entry[] = link
    ? [
        {
          id: 'link',
          kind: 'action',
          title: 'Open this link',
          hint: '',
          words: '',
          run: () => shell.addresses.open(link),
        },
      ]
    : named.concat(
        textEntries(shell.addresses, texts, query, new Set(named.map((entry) => entry.id))),
      );

  return (
    <Command
      shouldFilter={false}
      loop
      label={mode === 'jump' ? 'Jump to a slide' : 'Find'}
      className={styles.palette}
    >
      <Command.Input
        autoFocus
        value={query}
        onValueChange={setQuery}
        className={styles.input}
        placeholder={
          mode === 'jump'
            ? 'Number, id, or words that it says'
            : 'Words of a slide, its notes, a lab; or paste a lectern:// link'
        }
      />
      <Command.List className={styles.list} label="Found">
        <Command.Empty className={styles.empty}>
          {reading
            ? 'Still reading the slides…'
            : 'Nothing is called that, and no slide says it. Try one word of it, or a slide’s number.'}
        </Command.Empty>
        {found.map((entry) => (
          <Command.Item
            key={entry.id}
            value={entry.id}
            className={styles.item}
            onSelect={() => {
              onClose();
              entry.run();
            }}
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
