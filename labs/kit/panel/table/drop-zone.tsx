import { useId, useRef, useState, type DragEvent, type ReactNode } from 'react';
import { Button } from '../../../../renderer/kit/button.tsx';
import styles from './drop-zone.module.css';

interface DropZoneProps {
  /** What may be dropped: "Drop a CSV file of decisions here". */
  title: string;
  /** What the file should hold. */
  about: string;
  /** A quiet line under the buttons, until there is something to say of a drop. */
  hint: string;
  /** A small drawing of what the lab does with it. */
  sketch: ReactNode;
  /** More ways to begin, beside the button. */
  more?: ReactNode;
  onFile: (file: File) => void;
}

/** Takes a learner's table: dropped, or chosen by the button. */
export function DropZone({ title, about, hint, sketch, more, onFile }: DropZoneProps) {
  const [over, setOver] = useState(false);
  const [note, setNote] = useState('');
  const input = useRef<HTMLInputElement>(null);
  const id = useId();
  // The part around it opens what is dropped, here and beside: see `FileDrop`.
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
      onDragOver={() => setOver(true)}
    >
      {sketch}
      <p className={styles.title}>{title}</p>
      <p>{about}</p>
      <span className={styles.buttons}>
        <Button onClick={() => input.current?.click()} aria-describedby={id}>
          Choose a file
        </Button>
        {more}
      </span>
      <input
        ref={input}
        className={styles.file}
        type="file"
        accept=".csv,.tsv,.txt,text/csv,text/plain"
        aria-label="CSV file"
        tabIndex={-1}
        onChange={(event) => {
          const file = event.target.files?.[0];
          if (file) onFile(file);
          event.target.value = '';
        }}
      />
      <p id={id} className={styles.hint} role="status">
        {note || hint}
      </p>
    </div>
  );
}
