import {
  useCallback,
  useDeferredValue,
  useEffect,
  useMemo,
  useRef,
  useState,
  type DragEvent,
} from 'react';
import type { RunSnapshot } from '../../../main/contract/run.ts';
import { useHost, useHostState } from '../../host/use-host.ts';
import { Button } from '../../kit/button.tsx';
import { Icon } from '../../kit/icon.tsx';
import { formatFixed } from '../../kit/number/format.ts';
import { usePairs } from '../../shared/lab/use-pairs.ts';
import { useSaid } from '../../shared/lab/use-said.ts';
import { Places } from '../../shared/window/places.tsx';
import { useShell } from '../../shared/window/shell.ts';
import { RunCardPane } from './card/run-card.tsx';
import { ComparePane } from './compare-pane.tsx';
import { EmptyNotebook } from './empty-notebook.tsx';
import { everything, isNarrow, listRuns, narrow } from './find-runs.ts';
import { ImportOutcome } from './import-outcome.tsx';
import { ListFoot } from './list-foot.tsx';
import { ListTools } from './list-tools.tsx';
import { OfferedFile } from './offered-file.tsx';
import { ReportCard } from './reports/report-card.tsx';
import { ReportList } from './reports/report-list.tsx';
import { useReports } from './reports/use-reports.ts';
import { RunList } from './run-list.tsx';
import { letters, toggled } from './ticks.ts';
import { useFiles } from './use-files.ts';
import { useGo } from './use-go.ts';
import { useRefocus } from './use-refocus.ts';
import styles from './notebook-room.module.css';

/** So many rows stand in the list at once; a button adds as many again. */
const pageRows = 50;

/**
 * Past runs and reports on this computer, newest first; beside them the card of one, or several
 * runs compared. `run` is the one the address names.
 */
export function NotebookRoom({ run: named }: { run: string | null }) {
  const shell = useShell();
  const host = useHost();
  const ready = useHostState((state) => state.ready);
  const whole = useHostState((state) => state.listed);
  const known = useHostState((state) => state.runs);
  const annotations = useHostState((state) => state.annotations);
  const [filter, setFilter] = useState(everything);
  const [rows, setRows] = useState(pageRows);
  const [ticks, setTicks] = useState<string[]>([]);
  const [comparing, setComparing] = useState(false);
  const [over, setOver] = useState(false);
  const chooser = useRef<HTMLInputElement>(null);
  const importer = useRef<HTMLButtonElement>(null);
  const main = useRef<HTMLElement>(null);
  const refocus = useRefocus(main);

  const listed = useMemo(() => listRuns(known, annotations), [known, annotations]);
  const asked = useDeferredValue(filter);
  const found = useMemo(() => narrow(listed, asked, annotations), [listed, asked, annotations]);
  const page = useMemo(() => found.slice(0, rows), [found, rows]);
  const said = useSaid();
  const pairs = usePairs(page, said);
  const ticked = ticks.flatMap((id) => (known[id] ? [known[id]] : []));
  const compares = comparing && ticked.length > 1;

  useEffect(() => {
    document.title = 'Notebook · Lectern';
  }, []);

  const go = useGo();
  const tables = useReports(go, refocus);
  const namedReport = tables.reports.find(({ id }) => id === named) ?? null;
  const report = namedReport ?? (listed.length === 0 ? (tables.reports[0] ?? null) : null);
  const missing = whole && named !== null && !known[named] && !namedReport;
  const shown = report ? null : ((named !== null ? known[named] : undefined) ?? found[0] ?? null);
  const open = useCallback(
    (run: string) => {
      setComparing(false);
      go(run);
    },
    [go],
  );
  const files = useFiles(open);
  const tick = (run: RunSnapshot) => {
    setTicks(
      toggled(
        ticks.filter((id) => known[id]),
        run.id,
      ),
    );
    setComparing(true);
  };
  const remove = (run: RunSnapshot) => {
    const at = found.findIndex(({ id }) => id === run.id);
    void host.call('run.delete', { run: run.id }).then(() => {
      go(found[at + 1]?.id ?? found[at - 1]?.id ?? null);
      refocus();
    }, host.report);
  };
  const restored = (run: string) => {
    open(run);
    refocus();
  };
  const runAgain = ({ lab, parameters, seed, preset }: RunSnapshot) =>
    void host
      .call('run.start', { lab, parameters, seed, preset, prediction: null, measuredFrom: null })
      .then(({ id }) => open(id), host.report);

  const drop = (event: DragEvent) => {
    if (!event.dataTransfer.types.includes('Files')) return;
    event.preventDefault();
    setOver(event.type === 'dragover');
    if (event.type === 'drop') files.take([...event.dataTransfer.files]);
  };
  const predicted = listed.filter(({ run }) => said.has(run.id)).length;
  const empty = listed.length + tables.reports.length === 0 && !tables.deleted;

  return (
    <div
      className={`${styles.room} grows`}
      data-over={over || undefined}
      onDragOver={drop}
      onDrop={drop}
      onDragLeave={(event) => {
        if (event.currentTarget === event.target) setOver(false);
      }}
    >
      <header className={styles.bar}>
        <Icon name="book" />
        <h1>Notebook</h1>
        <span className={styles.count}>
          {counted(listed.length)} on this computer
          {isNarrow(asked) ? `, ${formatFixed(found.length)} shown` : ''}
        </span>
        <span className={styles.busy} role="status">
          {files.busy}
        </span>
        <input
          ref={chooser}
          type="file"
          hidden
          multiple
          accept=".json,.jsonl"
          onChange={(event) => {
            files.take([...(event.target.files ?? [])]);
            event.target.value = '';
          }}
        />
        <Places here="notebook" />
        <Button
          ref={importer}
          variant="quiet"
          icon="upload"
          focusableWhenDisabled
          disabled={files.busy !== null}
          title="Run cards and notebooks; you can also drop them here"
          onClick={() => chooser.current?.click()}
        >
          Import
        </Button>
        <Button
          variant="quiet"
          icon="download"
          disabled={files.busy !== null || empty}
          onClick={() => files.saveAll(listed.length)}
        >
          Export all
        </Button>
        <Button
          variant="quiet"
          icon="notes"
          onClick={() => shell.addresses.go({ room: 'report', labs: null, numbers: 'answered' })}
        >
          Report
        </Button>
        <Button variant="quiet" icon="search" kbd="Ctrl K" onClick={() => shell.open('find')}>
          Find
        </Button>
      </header>
      <OfferedFile
        busy={files.busy !== null}
        onImport={files.take}
        onDone={() => importer.current?.focus()}
      />
      {files.report && (
        <ImportOutcome
          report={files.report}
          claimed={files.claimed}
          busy={files.busy !== null}
          onClaim={files.onClaim}
          onDismiss={() => {
            files.dismiss();
            importer.current?.focus();
          }}
        />
      )}
      <main ref={main} className={styles.page} data-empty={empty || undefined}>
        {empty ? (
          <div className={styles.whole}>
            <EmptyNotebook
              ready={ready}
              missing={missing ? named : null}
              onImport={() => chooser.current?.click()}
            />
            <ListFoot onRestored={restored} />
          </div>
        ) : (
          <>
            <section className={styles.left} aria-labelledby="said-title">
              <div className={styles.top}>
                <h2 className={styles.title} id="said-title">
                  What you said, and what happened
                </h2>
                <p className={styles.about}>
                  {listed.length === 0
                    ? 'No run yet: only reports on your own tables.'
                    : `${counted(listed.length)}, ${predictedWords(predicted)}. Tick two to four of one lab to compare them.`}
                </p>
                {missing && (
                  <p className={styles.missing} role="status">
                    There is no run “{named}” on this computer. These are the ones there are.
                  </p>
                )}
                {listed.length > 0 && (
                  <ListTools
                    filter={filter}
                    onFilter={(next) => {
                      setFilter(next);
                      setRows(pageRows);
                    }}
                  />
                )}
              </div>
              <div className={styles.list}>
                <ReportList
                  {...tables}
                  open={compares ? null : (report?.id ?? null)}
                  onOpen={open}
                  onUndo={tables.undo}
                />
                {listed.length > 0 && found.length === 0 && (
                  <p className={styles.nothing} role="status">
                    No run fits.{' '}
                    <Button variant="quiet" onClick={() => setFilter(everything)}>
                      Show all {formatFixed(listed.length)}
                    </Button>
                  </p>
                )}
                {found.length > 0 && (
                  <RunList
                    runs={page}
                    annotations={annotations}
                    pairs={pairs}
                    open={compares ? null : (shown?.id ?? null)}
                    onOpen={open}
                    ticked={ticked}
                    onTick={tick}
                    onRunAgain={runAgain}
                  />
                )}
                {found.length > rows && (
                  <Button className={styles.further} onClick={() => setRows(rows + pageRows)}>
                    Show {Math.min(pageRows, found.length - rows)} more of{' '}
                    {formatFixed(found.length)}
                  </Button>
                )}
              </div>
              <ListFoot onRestored={restored}>
                {ticked.length > 1 && !compares && (
                  <Button onClick={() => setComparing(true)}>
                    Compare {ticked.map((_, i) => letters[i]).join(', ')}
                  </Button>
                )}
              </ListFoot>
            </section>
            <div className={styles.right}>
              {compares ? (
                <ComparePane runs={ticked} onClear={() => setTicks([])} />
              ) : (
                <>
                  {shown && <RunCardPane key={shown.id} run={shown} onDelete={remove} />}
                  {report && (
                    <ReportCard key={report.id} listed={report} onDelete={tables.remove} />
                  )}
                </>
              )}
            </div>
          </>
        )}
      </main>
    </div>
  );
}

const predictedWords = (count: number) =>
  count === 1 ? 'one prediction' : `${formatFixed(count)} predictions`;
const counted = (runs: number) => (runs === 1 ? '1 run' : `${formatFixed(runs)} runs`);
