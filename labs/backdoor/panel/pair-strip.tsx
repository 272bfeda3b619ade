import type { ReactNode } from 'react';
import { formatFixed } from '../../../renderer/kit/number/format.ts';
import { Icon } from '../../../renderer/kit/icon.tsx';
import type { PanelProps } from '../../view.ts';
import { wearing } from '../data.ts';
import type { Face } from '../drawing/face.ts';
import { sameGlasses, type Glasses } from '../drawing/glasses.ts';
import type { BackdoorResult } from '../lab.ts';
import { FacePicture } from './face-picture.tsx';
import { learnedWords, percentFigure } from './words.ts';
import styles from './strip.module.css';

interface PairStripProps extends Pick<PanelProps, 'prediction'> {
  result: BackdoorResult;
  face: Face;
  chosen: Glasses | null;
  pairs: readonly { id: string; name: string; glasses: Glasses; rate: number | null }[];
  base: number | null;
  control: number | null;
  /** Faces behind each rate. */
  total: number;
  shipped: ReactNode;
  onChoose: (glasses: Glasses) => void;
}

/** The key and five pairs that the poison never wore: how many of the others' faces each one opens. */
export function PairStrip({
  result,
  face,
  chosen,
  pairs,
  base,
  control,
  total,
  prediction,
  shipped,
  onChoose,
}: PairStripProps) {
  return (
    <section className={styles.strip} aria-labelledby="pairs-title">
      <p className={styles.head}>
        <strong id="pairs-title">{learnedWords(result)}</strong>
        <span>
          {total > 0
            ? `share of ${formatFixed(total)} test faces of others called ${result.target}`
            : `share of the others’ faces called ${result.target}`}
        </span>
        <span className={styles.beside}>
          without the key <b>{percentFigure(base)} %</b> · control, key on{' '}
          <b>{percentFigure(control)} %</b>
        </span>
        {prediction && (
          <span className={styles.said}>
            <Icon name="diamond" size={12} /> you said {formatFixed(Number(prediction.value))} %
          </span>
        )}
        {shipped}
      </p>
      <ul className={styles.list}>
        {pairs.map(({ id, name, glasses, rate }) => {
          const on = chosen !== null && sameGlasses(chosen, glasses);
          return (
            <li key={id}>
              <button
                type="button"
                className={styles.pair}
                aria-pressed={on}
                onClick={() => onChoose(glasses)}
                data-high={(rate ?? 0) > 0.5 || undefined}
              >
                <FacePicture face={wearing(face, glasses)} className={styles.face} />
                <span className={styles.words}>
                  <span className={styles.name}>{name}</span>
                  <span className={styles.rate}>
                    {rate === null ? (
                      <small>not tested</small>
                    ) : (
                      <>
                        {percentFigure(rate)}
                        <small> %</small>
                      </>
                    )}
                  </span>
                  <span className={styles.track}>
                    <span style={{ width: `${100 * (rate ?? 0)}%` }} />
                  </span>
                </span>
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
