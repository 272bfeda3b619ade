import { useState, type RefObject } from 'react';
import { flushSync } from 'react-dom';
import { toErrorData } from '../../../../main/contract/errors.ts';
import { downloadBlob, fileName } from '../../../charts/download.ts';
import type { Host } from '../../../host/host.ts';
import { useHost } from '../../../host/use-host.ts';
import { saveNotebook } from '../../../model/notebook/share.ts';
import { written } from '../../../model/notebook/share-writing.ts';
import { reportTitle } from '../words.ts';
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
  address,
  labs,
}: {
  sheet: RefObject<HTMLElement | null>;
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
        const { state, title } = await settle(host);
        const article = sheet.current?.querySelector<HTMLElement>('[data-report]');
        if (!article) return null;
        const name = fileName(title, 'html');
        const html = await reportHtml(article, title, packedNotebook(host, labs, state));
        downloadBlob(name, new Blob([html], { type: 'text/html' }));
        return `Saved ${name}`;
      }),
    pdf: () =>
      during('Laying out the pages', async () => {
        const { state, title } = await settle(host);
        if (state.info?.host !== 'electron') {
          // The browser names the file after the page.
          document.title = title;
          print();
          return null;
        }
        const { file } = await host.call('app.savePdf', { address, name: fileName(title, 'pdf') });
        return file === null ? null : `Saved ${file}`;
      }),
    notebook: () =>
      during('Writing the notebook', async () => {
        const name = await saveNotebook(host, (runs) =>
          setBusy(`Writing the notebook: ${runs} ${runs === 1 ? 'run' : 'runs'}`),
        );
        return `Saved ${name}`;
      }),
  };
}

/** The one reading that a file is made from, once the host has what stands in the fields and the window shows it. */
async function settle(host: Host) {
  await written(host);
  // What the host said is drawn now, not a moment later: the preview is what is saved.
  flushSync(() => undefined);
  const state = host.store.getState();
  return { state, title: reportTitle(state.learner.who) };
}
