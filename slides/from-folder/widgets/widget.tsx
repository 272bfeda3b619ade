import type { ReactNode } from 'react';
import type { ElementNode } from '../../../main/contract/lecture-tree.ts';
import { useDrawing, useSlide } from '../../../renderer/shared/slide/deck-context.ts';
import { Lead, Source, Step } from '../../../renderer/shared/slide/slide.tsx';
import { Poll } from '../../lecture-1/figures/shared/poll.tsx';
import { FolderChart } from './chart.tsx';
import { CodeSteps } from './code-steps.tsx';
import { FolderCountdown, FolderGroups } from './room.tsx';
import { FigureOf } from './figure-of.tsx';
import { LabFigure } from './lab-figure.tsx';
import { PartsRecap, SourceList } from './lists.tsx';
import { Message } from './message.tsx';
import { TableReveal } from './table-reveal.tsx';
import styles from './widgets.module.css';

/** What a directive draws. */
export function Widget({ node, children }: { node?: ElementNode; children?: ReactNode }) {
  const { slide } = useSlide();
  const { as } = useDrawing();
  const data = node?.data;
  // Notes are words: what belongs to the slide itself is not drawn among them.
  if (!data || (as === 'notes' && data.kind !== 'message')) return children;
  switch (data.kind) {
    case 'lead':
      return <Lead>{children}</Lead>;
    case 'source':
      return (
        <div className={styles.source}>
          <Source of={data.of.join(' ')}>{children}</Source>
        </div>
      );
    case 'step':
      return (
        <Step n={data.n} className={styles.step}>
          {children}
        </Step>
      );
    case 'columns':
      return (
        <div
          className={styles.columns}
          style={{
            gridTemplateColumns: data.shares.map((share) => `minmax(0, ${share}fr)`).join(' '),
          }}
        >
          {children}
        </div>
      );
    case 'column':
      return <div className={styles.column}>{children}</div>;
    case 'lab':
      return <LabFigure data={data} />;
    case 'poll':
      return slide.poll ? <Poll /> : null;
    case 'countdown':
      return <FolderCountdown minutes={data.minutes} />;
    case 'groups':
      return <FolderGroups />;
    case 'figure':
      return <FigureOf of={data.of} />;
    case 'chart':
      return <FolderChart data={data} />;
    case 'code':
      return <CodeSteps data={data}>{children}</CodeSteps>;
    case 'table-reveal':
      return <TableReveal first={data.first}>{children}</TableReveal>;
    case 'recap':
      return <PartsRecap />;
    case 'sources':
      return <SourceList />;
    case 'message':
      return <Message data={data} />;
  }
}
