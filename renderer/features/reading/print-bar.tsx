import { Button } from '../../kit/button.tsx';
import { Segmented } from '../../kit/segmented.tsx';
import type { Paper } from './print-pages.tsx';
import styles from './print-pages.module.css';

const sizes = ['1', '2', '3', '6'] as const;

/** What goes on paper, and the way to the browser's own printing. `pages` is null while they are laid out. */
export function PrintBar({
  paper,
  pages,
  onChange,
  onBack,
}: {
  paper: Paper;
  pages: number | null;
  onChange: (paper: Paper) => void;
  onBack: () => void;
}) {
  const { layout, per, solved } = paper;
  return (
    <header className={styles.bar} data-print="hide">
      <h1>{layout === 'notes' ? 'Handout' : 'Slides'} for paper</h1>
      <span className={styles.count} role="status">
        {pages === null ? 'Laying out the pages…' : `${pages} pages`}
      </span>
      <Segmented
        label="What is printed"
        value={layout === 'notes' ? 'notes' : 'slides'}
        options={[
          { value: 'slides', label: 'Slides' },
          { value: 'notes', label: 'With notes' },
        ]}
        onChange={(next) => onChange({ ...paper, layout: next, per: 1 })}
      />
      {layout !== 'notes' && (
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
      <Button variant="primary" icon="download" disabled={pages === null} onClick={() => print()}>
        Print or save as PDF
      </Button>
      <Button variant="quiet" icon="chevron-left" onClick={onBack}>
        Back
      </Button>
    </header>
  );
}
