import { useStore } from 'zustand';
import type { Widget } from '../../../main/contract/lecture-tree.ts';
import { Icon } from '../../../renderer/kit/icon.tsx';
import { findLab } from '../../../renderer/model/lab/registry.ts';
import { labBegins } from '../../../renderer/model/lecture/from-outline.ts';
import { InlineLab } from '../../../renderer/shared/lab/inline-lab.tsx';
import { useOnScreen } from '../../../renderer/shared/slide/deck-context.ts';
import { folderStore } from '../folder-store.ts';
import styles from './widgets.module.css';

const none = {};

/** A lab on a slide: the learner's own numbers where a figure is named, else a link that opens it. */
export function LabFigure({ data }: { data: Extract<Widget, { kind: 'lab' }> }) {
  const onScreen = useOnScreen();
  const labs = useStore(folderStore, ({ outline }) => outline?.labs ?? none);
  const begins = labBegins(labs, data.lab, data);
  if (data.figure !== null)
    return (
      <div className={styles.live}>
        <InlineLab lab={data.lab} figure={data.figure} onScreen={onScreen} />
      </div>
    );
  const lab = findLab(data.lab);
  return (
    <a className={styles.lab} href={labAddress({ ...data, ...begins })}>
      <Icon name="split" size={26} />
      <span>
        <b>{data.words}</b>
        <span className={styles.about} data-small="">
          {lab && lab.title !== data.words ? `${lab.title}. ` : ''}Opens the lab
        </span>
      </span>
    </a>
  );
}

function labAddress({ lab, part, preset, seed }: Extract<Widget, { kind: 'lab' }>): string {
  const given = new URLSearchParams();
  if (preset !== null) given.set('preset', preset);
  if (seed !== null) given.set('seed', String(seed));
  const query = given.size > 0 ? `?${given}` : '';
  return `#/labs/${lab}${part === null ? '' : `/${part}`}${query}`;
}
