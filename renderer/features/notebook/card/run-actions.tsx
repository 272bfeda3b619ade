import { useState } from 'react';
import { useStore } from 'zustand';
import type { RunCard, RunSnapshot } from '../../../../main/contract/run.ts';
import { useHost } from '../../../host/use-host.ts';
import { Button } from '../../../kit/button.tsx';
import { formatLink } from '../../../model/address/address.ts';
import { findLab } from '../../../model/lab/registry.ts';
import { saveCard } from '../../../model/notebook/share.ts';
import { isLive } from '../../../model/runs/choose-run.ts';
import { placeOf } from '../../../model/runs/run-names.ts';
import { useShell } from '../../../shared/window/shell.ts';
import { replay, replays } from './replay.ts';
import styles from './run-card.module.css';

/** What can be done with a run: replay it, open it in its lab, copy its link, export it, delete it. `card` is null until it is there. */
export function RunActions({
  run,
  card,
  onDelete,
}: {
  run: RunSnapshot;
  card: RunCard | null;
  onDelete: (run: RunSnapshot) => void;
}) {
  const host = useHost();
  const shell = useShell();
  const lab = findLab(run.lab);
  const busy = useStore(replays, (all) => all[run.id]?.state === 'running');
  const [copied, setCopied] = useState(false);
  const place = placeOf(run, lab);
  const copy = () =>
    void navigator.clipboard.writeText(formatLink({ room: 'labs', lab: place })).then(
      () => setCopied(true),
      () => shell.tell('The link could not be copied: this window may not write to the clipboard.'),
    );
  const whole = card?.complete === true && lab !== null;
  return (
    <div className={styles.actions}>
      <Button
        icon="replay"
        disabled={!whole || busy}
        title={
          whole
            ? 'Runs it again with the same settings, seed and timings, and compares every number'
            : 'Only a finished run can be repeated number by number'
        }
        onClick={() => {
          if (card) void replay(host, card, run.number);
        }}
      >
        Replay
      </Button>
      <Button
        icon="chevron-right"
        disabled={!lab}
        onClick={() => shell.addresses.go({ room: 'labs', lab: place })}
      >
        Open in its lab
      </Button>
      <Button variant="quiet" icon={copied ? 'check' : 'link'} disabled={!lab} onClick={copy}>
        {copied ? 'Copied' : 'Link'}
      </Button>
      <Button
        variant="quiet"
        icon="download"
        disabled={!card}
        onClick={() => void saveCard(host, run).catch(host.report)}
      >
        Export
      </Button>
      <Button variant="quiet" icon="trash" disabled={isLive(run)} onClick={() => onDelete(run)}>
        Delete
      </Button>
    </div>
  );
}
