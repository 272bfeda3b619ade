import { ChartFrame } from '../../../renderer/charts/chart-frame.tsx';
import { LineFigure } from '../../../renderer/charts/line-figure.tsx';
import { linearAxis } from '../../../renderer/charts/axis.ts';
import { formatFixed } from '../../../renderer/kit/number/format.ts';
import { Term } from '../../../renderer/glossary/term.tsx';
import { Value } from '../../../renderer/kit/number/value.tsx';
import { Icon } from '../../../renderer/kit/icon.tsx';
import type { PanelProps } from '../../view.ts';
import { names } from '../drawing/identities.ts';
import type { BackdoorParameters, BackdoorResult } from '../lab.ts';
import { confusionMatrix } from '../metrics.ts';
import { Confusion } from './confusion.tsx';
import { FacePicture } from './face-picture.tsx';
import type { Face } from '../drawing/face.ts';
import { said as saying } from '../../kit/compare.ts';
import { stoppedWords } from '../../kit/stopped-words.ts';
import { leastKnown, percentFigure, type LeastKnown } from './words.ts';
import styles from './accept.module.css';

interface AcceptPartProps extends Pick<PanelProps, 'run' | 'mode'> {
  result: BackdoorResult;
  parameters: BackdoorParameters;
  faces: readonly Face[];
}

/** So many of the test faces hang on the wall. */
const onWall = 50;

/** Part 1: the acceptance test. Nothing here knows of a key. */
export function AcceptPart({ run, mode, result, parameters, faces }: AcceptPartProps) {
  const running = run?.status === 'running' || run?.status === 'queued';
  const { said, sure } = result.test;
  const tested = said.length > 0;
  const worst = leastKnown(said);
  const wrong = said.filter((label, i) => label !== i % names.length).length;
  const matrix = confusionMatrix(
    said.map((_, i) => i % names.length),
    said,
    names.length,
  );
  return (
    <ChartFrame
      title={
        tested
          ? `It knows ${formatFixed(said.length - wrong)} of ${said.length} faces it never saw`
          : untestedTitle(run)
      }
      size={mode === 'inline' ? 'small' : 'usual'}
      subtitle={
        tested
          ? 'Under each test face: who the model says it is, and how sure it is, %. Generated faces, no real person.'
          : 'Faces the model is not trained on. Generated faces, no real person.'
      }
      table={{
        columns: ['person', ...names.map((name) => `called ${name}`)],
        rows: tested ? names.map((name, who) => [name, ...matrix[who]!]) : [],
      }}
    >
      <div className={styles.part}>
        <div className={styles.grid}>
          <ul className={styles.wall} aria-label={`${onWall} test faces`}>
            {faces.slice(0, onWall).map((face, i) => {
              const label = said[i];
              const right = label === face.who;
              const words =
                label === undefined
                  ? `A test face of ${names[face.who]!}, not tested yet`
                  : `${names[face.who]!}, called ${names[label]!}, ${formatFixed(sure[i]! * 100, 1)} %`;
              return (
                <li
                  key={i}
                  className={styles.tile}
                  data-wrong={(label !== undefined && !right) || undefined}
                  title={words}
                >
                  <FacePicture face={face} label={words} />
                  <span className={styles.caption} aria-hidden>
                    {label === undefined ? (
                      ' '
                    ) : (
                      <>
                        {!right && <Icon name="warn" size={10} />}
                        {names[label]} <b>{formatFixed(sure[i]! * 100, 0)}</b>
                      </>
                    )}
                  </span>
                </li>
              );
            })}
          </ul>
          <div className={styles.side}>
            {tested || !run ? (
              <>
                <dl className={styles.facts}>
                  <div>
                    <dt>
                      <Term id="clean-accuracy">Clean accuracy</Term>
                    </dt>
                    <dd>
                      <Value
                        value={tested ? percentFigure(result.cleanAccuracy) : null}
                        unit="%"
                        size="xl"
                      />
                    </dd>
                  </div>
                  <div>
                    <dt>{worst && worst.share < 1 ? knownWords(worst) : 'Each person known'}</dt>
                    <dd>
                      <Value value={worst ? percentFigure(worst.share) : null} unit="%" size="lg" />
                    </dd>
                  </div>
                </dl>
                <Confusion matrix={tested ? matrix : null} />
              </>
            ) : (
              <Learning run={run} running={running} epochs={parameters.epochs} />
            )}
          </div>
        </div>
      </div>
    </ChartFrame>
  );
}

/** Whose share stands beside it. */
const knownWords = ({ name, share, next }: LeastKnown) =>
  saying(
    { value: share },
    { value: next },
    { less: `Least known: ${name}`, equal: `${name}, like another`, more: '', unclear: '' },
  );

/** The title where the model has not been tested. */
function untestedTitle(run: PanelProps['run']): string {
  if (run?.status === 'running' || run?.status === 'queued') return 'The model learns ten faces';
  return run?.status === 'stopped'
    ? 'The run was stopped before the test'
    : 'Ten people, and a model that should know them';
}

/** The loss while it falls. */
function Learning({
  run,
  running,
  epochs,
}: {
  run: NonNullable<PanelProps['run']>;
  running: boolean;
  epochs: number;
}) {
  const points = run.series['loss.poisoned'] ?? run.series['loss.clean'] ?? [];
  const last = points.at(-1)?.[0] ?? 0;
  return (
    <div className={styles.learning}>
      <p className={styles.small}>
        Training loss, by passes over{' '}
        {formatFixed(Number(run.parameters.cleanFaces ?? 0) + Number(run.parameters.poisons ?? 0))}{' '}
        faces
      </p>
      <div className={styles.chart}>
        <LineFigure
          description="Training loss over epochs."
          series={
            points.length > 0
              ? [{ id: 'loss', name: 'loss', points, index: 1, role: 'series', growing: running }]
              : []
          }
          formatX={(x) => `epoch ${formatFixed(x, 1)}`}
          formatY={(y) => formatFixed(y, 2)}
          x={{
            label: 'epochs',
            scale: 'linear',
            domain: [0, epochs],
            ticks: [0, Math.round(epochs / 2), epochs],
          }}
          y={linearAxis('loss', Math.max(2.5, ...points.map(([, y]) => y)))}
          unmeasured={
            run.status === 'stopped' && last < epochs
              ? { from: last, words: stoppedWords('trained'), low: last > 0 }
              : undefined
          }
          size="small"
        />
      </div>
    </div>
  );
}
