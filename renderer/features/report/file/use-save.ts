import { useState, type RefObject } from 'react';
import { toErrorData } from '../../../../main/contract/errors.ts';
import { downloadBlob, fileName } from '../../../charts/download.ts';
import { useHost } from '../../../host/use-host.ts';
import { saveNotebook } from '../../../model/notebook/share.ts';
import { packedNotebook } from './packed-notebook.ts';
import { reportHtml } from './report-html.ts';

interface SaveReport {
  /** What is under way, in words; null where nothing is. */
  busy: string | null;
  /** What was saved last. */
  done: string | null;
  /** What went wrong, and what to do. */
  problem: string | null;
  dismiss: () => void;
  html: () => void;
  pdf: () => void;
  notebook: () => void;
}

/**
 * The three files. `sheet` holds the report as it stands, of these labs (null: all); `address` is
 * what the desktop app lays out for its PDF.
 */
export function useSave({
  sheet,
  title,
  address,
  labs,
}: {
  sheet: RefObject<HTMLElement | null>;
  title: string;
  address: string;
  labs: readonly string[] | null;
}): SaveReport {
  const host = useHost();
  const [busy, setBusy] = useState<string | null>(null);
  const [done, setDone] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const during = (words: string, act: () => Promise<string | null>) => {
    setBusy(words);
    setDone(null);
    setProblem(null);
    act()
      .then(setDone, (error: unknown) => {
        const { what, next } = toErrorData(error);
        setProblem(`${what} ${next ?? ''}`.trim());
      })
      .finally(() => setBusy(null));
  };
  return {
    busy,
    done,
    problem,
    dismiss: () => setProblem(null),
    html: () =>
      during('Writing the HTML file', async () => {
        const article = sheet.current?.querySelector<HTMLElement>('[data-report]');
        if (!article) return null;
        const name = fileName(title, 'html');
        const notebook = await packedNotebook(host, labs);
        const html = await reportHtml(article, title, notebook);
        downloadBlob(name, new Blob([html], { type: 'text/html' }));
        return `Saved ${name}`;
      }),
    pdf: () => {
      if (host.store.getState().info?.host !== 'electron') return print();
      during('Laying out the pages', async () => {
        const { file } = await host.call('app.savePdf', { address, name: fileName(title, 'pdf') });
        return file === null ? null : `Saved ${file}`;
      });
    },
    notebook: () =>
      during('Writing the notebook', async () => {
        const name = await saveNotebook(host, (runs) =>
          setBusy(`Writing the notebook: ${runs} ${runs === 1 ? 'run' : 'runs'}`),
        );
        return `Saved ${name}`;
      }),
  };
}
