import { Button } from '../../kit/button.tsx';
import { Segmented } from '../../kit/segmented.tsx';
import type { Paper } from './print-pages.tsx';
import styles from './print-pages.module.css';
import { useSaveFile } from './file/use-save-file.ts';

const sizes = ['1', '2', '3', '6'] as const;
const headings = {
  slides: 'Slides for paper',
  steps: 'Slides for paper',
  notes: 'Handout for paper',
  file: 'One HTML file',
} as const;

/**
 * What goes on paper or into a file, and the way to the browser's own printing or to the file. `pages` is null while they are laid
 * out; `html` makes the file's text of them, which is named after `title`.
 */
export function PrintBar({
  paper,
  pages,
  slides,
  html,
  title,
  onChange,
  onBack,
}: {
  paper: Paper;
  pages: number | null;
  slides: number;
  html: () => Promise<string>;
  title: string;
  onChange: (paper: Paper) => void;
  onBack: () => void;
}) {
  const { layout, per, solved } = paper;
  const file = useSaveFile(html, title);
  const count = layout === 'file' ? `${slides} slides, ${pages} steps` : `${pages} pages`;
  return (
    <header className={styles.bar} data-print="hide">
      <h1>{headings[layout]}</h1>
      <span className={styles.count} role="status">
        {file.said ?? (pages === null ? 'Laying out the pages…' : count)}
      </span>
      <Segmented
        label="What is printed"
        value={layout === 'steps' ? 'slides' : layout}
        options={[
          { value: 'slides', label: 'Slides' },
          { value: 'notes', label: 'With notes' },
          { value: 'file', label: 'HTML file' },
        ]}
        onChange={(next) => onChange({ ...paper, layout: next, per: 1 })}
      />
      {(layout === 'slides' || layout === 'steps') && (
        <Segmented
          label="Slides on a page"
          value={String(per) as (typeof sizes)[number]}
          options={sizes.map((value) => ({ value, label: value }))}
          onChange={(next) => onChange({ ...paper, per: Number(next) as Paper['per'] })}
        />
      )}
      <label className={styles.answers}>
        <input
          type="checkbox"
          checked={solved}
          onChange={() => onChange({ ...paper, solved: !solved })}
        />
        With answers
      </label>
      {layout === 'file' ? (
        <Button
          variant="primary"
          icon="download"
          disabled={pages === null || file.busy}
          onClick={file.save}
        >
          Save as HTML
        </Button>
      ) : (
        <Button variant="primary" icon="download" disabled={pages === null} onClick={() => print()}>
          Print or save as PDF
        </Button>
      )}
      <Button variant="quiet" icon="chevron-left" onClick={onBack}>
        Back
      </Button>
    </header>
  );
}
