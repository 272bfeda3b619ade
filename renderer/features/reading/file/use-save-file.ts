import { useState } from 'react';
import { toErrorData } from '../../../../main/contract/errors.ts';
import { downloadBlob, fileName } from '../../../charts/download.ts';

/** Saves a lecture as one HTML file. `said` is what is under way or came of it; null before the first time. */
export function useSaveFile(
  html: () => Promise<string>,
  title: string,
): { busy: boolean; said: string | null; save: () => void } {
  const [busy, setBusy] = useState(false);
  const [said, setSaid] = useState<string | null>(null);
  const save = async () => {
    setBusy(true);
    setSaid('Writing the file…');
    try {
      const name = fileName(title, 'html');
      downloadBlob(name, new Blob([await html()], { type: 'text/html' }));
      setSaid(`Saved ${name}`);
    } catch (error) {
      setSaid(`${toErrorData(error).what} No file was saved. Try again.`);
    } finally {
      setBusy(false);
    }
  };
  return { busy, said, save: () => void save() };
}
