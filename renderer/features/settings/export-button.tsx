import { useState } from 'react';
import { useHost, useHostState } from '../../host/use-host.ts';
import { Button } from '../../kit/button.tsx';
import { formatFixed } from '../../kit/number/format.ts';
import styles from './settings.module.css';

/** Saves the whole notebook as one file and says how far it is. */
export function ExportButton({ words = 'Export everything' }: { words?: string }) {
  const host = useHost();
  const listed = useHostState((state) => state.listed);
  const [done, setDone] = useState<number | 'saved' | null>(null);
  const save = async () => {
    setDone(0);
    try {
      const { saveNotebook } = await import('../../model/notebook/share.ts');
      await saveNotebook(host, setDone);
      setDone('saved');
    } catch (error) {
      setDone(null);
      host.report(error);
    }
  };
  return (
    <>
      <Button
        icon="download"
        disabled={!listed || typeof done === 'number'}
        onClick={() => void save()}
      >
        {words}
      </Button>
      <span className={styles.quiet} role="status">
        {done === 'saved' ? 'Saved.' : done !== null && `Run ${formatFixed(done)} …`}
      </span>
    </>
  );
}
