import { useRef, useState, type DragEvent } from 'react';
import { Button } from '../../../../renderer/kit/button.tsx';
import { openExample, openFile } from './own-store.ts';
import styles from './own.module.css';

/** Before there is a file: drop one, choose one, or take the made-up lender's. */
export function OwnEmpty() {
  const [over, setOver] = useState(false);
  const [note, setNote] = useState('');
  const input = useRef<HTMLInputElement>(null);
  const take = (files: FileList | null) => {
    if (files?.[0]) openFile(files[0]);
  };
  // The part itself opens what is dropped, here and beside.
  const onDrop = (event: DragEvent) => {
    setOver(false);
    if (event.dataTransfer.files.length === 0)
      setNote('That was no file. Drag a CSV file from a folder.');
  };
  return (
    <div
      className={styles.zone}
      data-over={over || undefined}
      onDrop={onDrop}
      onDragLeave={() => setOver(false)}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
    >
      <svg
        className={styles.sketch}
        width="264"
        height="64"
        viewBox="0 0 264 64"
        aria-hidden="true"
      >
        {[14, 32, 50].map((y, row) => (
          <g key={y}>
            <path className={styles.sketchLine} d={`M8 ${y}H256`} />
            <path className={styles.sketchWhisker} d={`M${70 + row * 42} ${y}h44`} />
            <circle className={styles.sketchMark} cx={92 + row * 42} cy={y} r={5} />
          </g>
        ))}
      </svg>
      <p className={styles.zoneTitle}>Drop a CSV file of decisions here</p>
      <p>
        A row for each person: what turned out (0 or 1), what was decided (0 or 1, or a score from 0
        to 1), one or two group columns, perhaps a weight. Up to 200 MB.
      </p>
      <span className={styles.buttons}>
        <Button onClick={() => input.current?.click()}>Choose a file</Button>
        <Button variant="quiet" onClick={openExample}>
          Try the lender’s own decisions
        </Button>
      </span>
      <input
        ref={input}
        className={styles.file}
        type="file"
        accept=".csv,.tsv,.txt,text/csv,text/plain"
        aria-label="CSV file"
        tabIndex={-1}
        onChange={(event) => {
          take(event.target.files);
          event.target.value = '';
        }}
      />
      <p className={styles.quiet} role="status">
        {note || 'It is read in this window, stays on this computer and is kept nowhere.'}
      </p>
    </div>
  );
}
