import { useSize } from '../../../../renderer/charts/use-size.ts';
import type { Candidate } from '../../explore/candidates.ts';
import type { Ranked, Weights } from '../../stakeholders.ts';
import type { PinnedVote } from '../pinned.ts';
import { CandidateList } from './candidate-list.tsx';
import { DecideAxes } from './axis-rows.tsx';
import styles from './decide.module.css';

export interface DecideFigureProps {
  /** In the order of the rows. */
  candidates: readonly Candidate[];
  /** What is known of them, by id; empty before a run. */
  ranked: readonly Ranked[];
  weights: Weights;
  /** Why there is nothing to draw: "still to come". */
  missing: string;
  picked: string | null;
  /** What pinned runs say of the same candidates. */
  votes: readonly PinnedVote[];
  /** Null where nothing can be chosen. */
  onPick: ((id: string) => void) | null;
}

/** What every candidate is to each of the four, one axis for each of them; beside it the list to choose from. */
export function DecideFigure(props: DecideFigureProps) {
  const { ref, width, height } = useSize<HTMLDivElement>();
  return (
    <div className={styles.figure} data-needs="height" data-fits-room>
      <CandidateList {...props} />
      <div className={styles.axes} ref={ref}>
        {width > 0 && <DecideAxes {...props} width={width} height={height} />}
      </div>
    </div>
  );
}
