import { useId, useRef, useState, type DragEvent } from 'react';
import { Button } from '../../../../renderer/kit/button.tsx';
import { formatFixed } from '../../../../renderer/kit/number/format.ts';
import styles from './table.module.css';

interface DropZoneProps {
  onFile: (file: File) => void;
  /** What is known of the file that was read last. */
  last: { name: string; bytes: number; hash: string; columns: string[] } | null;
}

/** Takes a file: dropped, or chosen by the button. */
export function DropZone({ onFile, last }: DropZoneProps) {
  const [over, setOver] = useState(false);
  const [note, setNote] = useState('');
  const input = useRef<HTMLInputElement>(null);
  const id = useId();
  const take = (files: FileList | null) => {
    const file = files?.[0];
    if (!file) return;
    if (files.length > 1) setNote('One file at a time: the first is read.');
    onFile(file);
  };
  const onDrop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    if (event.dataTransfer.files.length === 0)
      setNote('That was no file. Drag a CSV file from a folder.');
    take(event.dataTransfer.files);
  };
  return (
    <div className={styles.empty}>
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
          width="220"
          height="76"
          viewBox="0 0 220 76"
          aria-hidden="true"
        >
          <path className={styles.sketchLine} d="M10 58h200" />
          {[24, 66, 108, 150].map((x) => (
            <circle key={x} className={styles.sketchMark} cx={x} cy={58} r={7} />
          ))}
          <path className={styles.sketchPast} d="M24 46C50 18 84 18 101 46" />
          <path className={styles.sketchFuture} d="M196 46C176 16 138 18 116 46" />
          <circle className={styles.sketchNow} cx={108} cy={58} r={11} />
        </svg>
        <p className={styles.zoneTitle}>Drop a CSV file here</p>
        <p>
          A row for each event: its time, a label of two values, whose it is, and features. Up to
          200 MB.
        </p>
        <Button onClick={() => input.current?.click()} aria-describedby={id}>
          Choose a file
        </Button>
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
        <p id={id} className={styles.quiet} role="status">
          {note || 'A column may say when a feature was written, such as balance and balance_at.'}
        </p>
      </div>
      {last && (
        <p className={styles.quiet}>
          Read last: {last.name}, {formatFixed(last.bytes)} bytes, {last.columns.length} columns,
          SHA-256 <span className={styles.number}>{last.hash.slice(0, 12)}…</span> Its rows were not
          kept.
        </p>
      )}
    </div>
  );
}
