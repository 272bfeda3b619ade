import { useState } from 'react';
import { useHost, useHostState } from '../../host/use-host.ts';
import { Button } from '../../kit/button.tsx';
import { Icon } from '../../kit/icon.tsx';
import { fetchOffered } from '../../model/notebook/fetch-offered.ts';
import styles from './notebook-room.module.css';

/** A file that the system asked Lectern to open. Nothing of it is taken in before the person says so. */
export function OfferedFile({
  busy,
  onImport,
  onDone,
}: {
  busy: boolean;
  onImport: (files: readonly File[]) => void;
  /** The question is gone, and its buttons with it. */ onDone: () => void;
}) {
  const host = useHost();
  const offered = useHostState((state) => state.info?.offered ?? null);
  const [reading, setReading] = useState(false);
  if (!offered) return null;
  const dismiss = () => host.call('file.dismiss', { id: offered.id }).then(onDone);
  const take = () => {
    setReading(true);
    void fetchOffered(host, offered)
      .then(async (file) => {
        await dismiss();
        onImport([file]);
      })
      .catch(host.report)
      .finally(() => setReading(false));
  };
  return (
    <section className={styles.outcome} aria-label="Opened with Lectern">
      <Icon name="upload" />
      <p className={styles.outcomeWords} role="status">
        {reading ? (
          <>
            Reading <bdi>{offered.name}</bdi>…
          </>
        ) : (
          <>
            <bdi>{offered.name}</bdi> was opened with Lectern. Its runs join yours; nothing you have
            is overwritten.
          </>
        )}
      </p>
      <Button variant="primary" disabled={busy || reading} onClick={take}>
        Import it
      </Button>
      <Button disabled={reading} onClick={() => void dismiss().catch(host.report)}>
        Not now
      </Button>
    </section>
  );
}
