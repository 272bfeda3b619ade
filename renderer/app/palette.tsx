import { Command } from 'cmdk';
import { useEffect, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import { Dialog } from '../kit/dialog.tsx';
import { Icon, type IconName } from '../kit/icon.tsx';
import { formatLink, readLink } from './address.ts';
import { findEntries, type Entry } from './find.ts';
import styles from './palette.module.css';
import { actionEntries, labEntries, loadStepEntries, slideEntries } from './palette-entries.ts';
import { useShell } from './shell.ts';

const icons: Record<Entry['kind'], IconName> = { slide: 'book', lab: 'split', step: 'chevron-right', action: 'diamond' };

/** The command palette; as 'jump' it knows slides only. Null: closed. */
export function Palette({ mode, onClose }: { mode: 'find' | 'jump' | null; onClose: () => void }) {
  return (
    <Dialog open={mode !== null} onClose={onClose} title={mode === 'jump' ? 'Jump to a slide' : 'Find'}>
      {mode && <Finder mode={mode} onClose={onClose} />}
    </Dialog>
  );
}

function Finder({ mode, onClose }: { mode: 'find' | 'jump'; onClose: () => void }) {
  const shell = useShell();
  const [query, setQuery] = useState('');
  const [steps, setSteps] = useState<Entry[]>([]);
  const address = useStore(shell.addresses, (state) => state.address);

  useEffect(() => {
    let here = true;
    // Stories are chunks of their own: the palette opens at once, and steps join it when they are there.
    if (mode === 'find') void loadStepEntries(shell.addresses).then((entries) => here && setSteps(entries));
    return () => void (here = false);
  }, [mode, shell]);

  const entries = useMemo(() => {
    const found = slideEntries(shell.addresses);
    return mode === 'jump' ? found : [...found, ...labEntries(shell.addresses), ...steps, ...actionEntries(shell, formatLink(address))];
  }, [mode, shell, steps, address]);
  const link = mode === 'find' ? readLink(query) : null;
  const found: Entry[] = link
    ? [{ id: 'link', kind: 'action', title: 'Open this link', hint: '', words: '', run: () => shell.addresses.open(link) }]
    : findEntries(entries, query);

  return (
    <Command shouldFilter={false} loop label={mode === 'jump' ? 'Jump to a slide' : 'Find'} className={styles.palette}>
      <Command.Input autoFocus value={query} onValueChange={setQuery} className={styles.input} placeholder={mode === 'jump' ? 'Number, id or words of its title' : 'Words of a slide, lab or step; or paste a lectern:// link'} />
      <Command.List className={styles.list} label="Found">
        <Command.Empty className={styles.empty}>Nothing is called that. Try one word of its title, or a slide’s number.</Command.Empty>
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
            <span className={styles.title}>{entry.title}</span>
            <span className={styles.hint}>{entry.hint}</span>
          </Command.Item>
        ))}
      </Command.List>
    </Command>
  );
}
