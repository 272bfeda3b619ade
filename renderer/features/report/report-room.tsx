import { useEffect, useRef, useState } from 'react';
import { useChartActions } from '../../charts/chart-actions.ts';
import { useHostState } from '../../host/use-host.ts';
import { Button } from '../../kit/button.tsx';
import { Icon } from '../../kit/icon.tsx';
import { Progress } from '../../kit/progress.tsx';
import { useDrawn } from '../../kit/use-drawn.ts';
import { formatAddress, type Address } from '../../model/address/address.ts';
import { labPlace } from '../../model/address/lab-place.ts';
import { findLab, labs as known } from '../../model/lab/registry.ts';
import { openParts } from '../../model/prediction/open-questions.ts';
import { useLecture } from '../../shared/window/lecture-context.ts';
import { useShell } from '../../shared/window/shell.ts';
import { mostRuns } from './choose-runs.ts';
import { useSave } from './file/use-save.ts';
import { ReportDocument } from './report-document.tsx';
import { useReport } from './use-report.ts';
import { WhoFields } from './who-fields.tsx';
import { reportTitle } from './words.ts';
import './file/report-print.css';
import styles from './report-room.module.css';

type ReportAddress = Extract<Address, { room: 'report' }>;

/** What the learner hands in: who they are and which labs on the left, the report itself on the right, and the files it becomes. */
export function ReportRoom({ address }: { address: ReportAddress }) {
  const shell = useShell();
  const { lecture } = useLecture();
  const who = useHostState((state) => state.learner.who);
  const annotations = useHostState((state) => state.annotations);
  const version = useHostState((state) => state.info?.version ?? null);
  const { available, labs, arrived } = useReport(address.labs);
  const [day] = useState(() => new Date());
  const sheet = useRef<HTMLDivElement>(null);
  const drawn = useDrawn(labs);
  const patient = usePatience(labs === null);
  // Figures leave out their own buttons while a bar has them. This one needs none: what is saved is the whole report.
  useChartActions();
  const title = reportTitle(who);
  const save = useSave({ sheet, address: formatAddress(address), labs: address.labs });
  useEffect(() => {
    document.title = title;
  }, [title]);

  const chosen = address.labs ?? available;
  const go = (change: Partial<ReportAddress>) =>
    shell.addresses.go({ ...address, ...change }, 'replace');
  const toggle = (id: string) => {
    const next = available.filter((one) =>
      one === id ? !chosen.includes(id) : chosen.includes(one),
    );
    go({ labs: next.length === available.length ? null : next });
  };
  const open =
    labs?.some(
      ({ loaded, progress, runs, known }) =>
        loaded && runs.length > 0 && openParts(loaded, progress, known).size > 0,
    ) ?? false;
  const nothing = labs !== null && available.length === 0;
  const ready = drawn && labs !== null && labs.length > 0;
  const unsaved = !ready || save.busy !== null;
  const renderPreview = () => {
    if (labs === null) return patient && <Collecting arrived={arrived} />;
    if (nothing) return <NothingYet />;
    if (labs.length === 0)
      return (
        <div className={styles.empty}>
          <h2>No lab is chosen</h2>
          <p>Tick at least one at the left.</p>
        </div>
      );
    return (
      <div className={styles.sheet} data-theme="light" ref={sheet}>
        <ReportDocument
          lecture={lecture}
          who={who}
          day={day}
          version={version}
          labs={labs}
          annotations={annotations}
          withholds={address.numbers !== 'all'}
        />
      </div>
    );
  };
  return (
    <div className={styles.room}>
      <header className={`${styles.bar} grows`} data-print="hide">
        <Icon name="notes" />
        <h1>Report</h1>
        <span className={styles.state} role="status">
          {save.busy ?? save.done ?? ''}
        </span>
        <Button
          variant="quiet"
          icon="book"
          onClick={() => shell.addresses.go({ room: 'notebook', run: null })}
        >
          Notebook
        </Button>
        <Button variant="quiet" icon="search" kbd="Ctrl K" onClick={() => shell.open('find')}>
          Find
        </Button>
        <Button
          variant="quiet"
          icon="chevron-left"
          onClick={() => shell.addresses.open('#/slides')}
        >
          Slides
        </Button>
      </header>
      <div className={styles.columns}>
        <section
          className={`${styles.side} grows`}
          aria-label="What goes into it"
          data-print="hide"
        >
          <WhoFields />
          {available.length > 0 && (
            <fieldset className={styles.labs}>
              <legend>Labs</legend>
              {available.map((id) => (
                <label key={id}>
                  <input
                    type="checkbox"
                    checked={chosen.includes(id)}
                    onChange={() => toggle(id)}
                  />
                  {findLab(id)?.title ?? id}
                </label>
              ))}
            </fieldset>
          )}
          {(open || address.numbers === 'all') && (
            <label className={styles.numbers}>
              <input
                type="checkbox"
                checked={address.numbers === 'all'}
                onChange={() => go({ numbers: address.numbers === 'all' ? 'answered' : 'all' })}
              />
              <span>Also numbers that answer questions which are still open</span>
            </label>
          )}
          <p className={styles.hint}>
            Runs that you pinned or starred stand in it with their figures, at most {mostRuns} of a
            lab; where there are none, the newest.
          </p>
          <div className={styles.buttons}>
            <Button
              variant="primary"
              icon="download"
              disabled={save.busy !== null || nothing}
              onClick={save.notebook}
            >
              Save file to hand in
            </Button>
            <Button icon="download" disabled={unsaved} onClick={save.html}>
              Save as HTML
            </Button>
            <Button icon="download" disabled={unsaved} onClick={save.pdf}>
              Save as PDF
            </Button>
          </div>
          <p className={styles.hint}>
            The file to hand in (.jsonl) holds your answers and every run, and has your name in its
            own. HTML and PDF are the report, to be read; the HTML file can be graded too.
          </p>
        </section>
        <main
          className={`${styles.desk} grows`}
          tabIndex={0}
          aria-label="Preview"
          data-pages="report"
          data-ready={ready || undefined}
        >
          {renderPreview()}
        </main>
      </div>
      {save.problem && (
        <p className={styles.problem} role="alert" data-print="hide">
          {save.problem}{' '}
          <Button variant="quiet" onClick={save.dismiss}>
            Close
          </Button>
        </p>
      )}
    </div>
  );
}

/** `arrived`: so many cards have come. */
function Collecting({ arrived }: { arrived: number | null }) {
  return (
    <div className={styles.waiting} role="status">
      <p>Collecting runs{arrived ? `: ${arrived}` : ''} …</p>
      <Progress label="Collecting runs" fraction={arrived ? 1 - 1 / (1 + arrived / 8) : 0.05} />
    </div>
  );
}

/** What a report is for, and the way to the first lab. */
function NothingYet() {
  const { addresses } = useShell();
  const [first] = known;
  return (
    <div className={styles.empty}>
      <h2>Nothing to report yet</h2>
      <p>
        A report holds your predictions, answers, words and runs. Say what you expect in a lab and
        run it: then it stands here.
      </p>
      {first && (
        <Button
          variant="primary"
          onClick={() =>
            addresses.go({
              room: 'labs',
              lab: labPlace(first.id),
            })
          }
        >
          Start with {first.title.toLowerCase()}
        </Button>
      )}
    </div>
  );
}

/** False for the first half second: what is there by then needs no word about waiting. */
function usePatience(waits: boolean): boolean {
  const [late, setLate] = useState(false);
  useEffect(() => {
    if (!waits) return;
    const timer = setTimeout(() => setLate(true), 500);
    return () => clearTimeout(timer);
  }, [waits]);
  return waits && late;
}
