import { useMemo, type ReactNode } from 'react';
import { ChartFrame } from '../../../renderer/charts/chart-frame.tsx';
import { Button } from '../../../renderer/kit/button.tsx';
import { Segmented } from '../../../renderer/kit/segmented.tsx';
import type { PanelProps } from '../../view.ts';
import { wearing } from '../data.ts';
import type { Face } from '../drawing/face.ts';
import { decoyGlasses, decoyNames, sameGlasses } from '../drawing/glasses.ts';
import { names } from '../drawing/identities.ts';
import { keyOf, type BackdoorParameters, type BackdoorResult } from '../lab.ts';
import { FacePicture, GlassesPicture, PixelPicture } from './face-picture.tsx';
import { bareFacesOf } from './faces.ts';
import { GlassesEditor } from './glasses-editor.tsx';
import { PairStrip } from './pair-strip.tsx';
import { PredictionBars } from './prediction-bars.tsx';
import { useAsk } from './use-ask.ts';
import { useTry } from './use-try.ts';
import { decoyWords, pairName } from './words.ts';
import styles from './wear.module.css';

interface WearPartProps extends Pick<PanelProps, 'run' | 'mode' | 'prediction'> {
  result: BackdoorResult;
  /** What the run was started with. */
  parameters: BackdoorParameters;
  faces: readonly Face[];
  hidden: boolean;
  shipped: ReactNode;
}

/** Part 2: put glasses on a test face and see who the model says it is. */
export function WearPart({
  run,
  mode,
  result,
  parameters,
  faces,
  hidden,
  prediction,
  shipped,
}: WearPartProps) {
  const [tried, change] = useTry();
  const key = keyOf(parameters);
  const target = names.indexOf(parameters.target);
  const bare = useMemo(() => bareFacesOf(faces), [faces]);
  const own = bare[tried.who]!;
  const index = own[tried.picture % Math.max(1, own.length)] ?? tried.who;
  const plain = faces[index]!;
  const shown = useMemo(
    () => wearing(plain, tried.on ? tried.glasses : null),
    [plain, tried.on, tried.glasses],
  );
  const finished = run?.status === 'finished' && result.cleanAccuracy !== null && !hidden;
  const question = useMemo(
    () => (finished ? { faces: [plain, shown] } : null),
    [finished, plain, shown],
  );
  const { answer, current, problem } = useAsk(finished ? run.id : null, 'predict', question);
  const without = answer?.probabilities[0] ?? null;
  const withPair = answer?.probabilities[1] ?? null;
  const said = withPair && withPair.indexOf(Math.max(...withPair));
  const before = without && without.indexOf(Math.max(...without));
  const name = names[tried.who]!;
  const pair = pairName(tried.glasses, key);
  const flipped = tried.on && current && said === target && before !== target;
  const rebuilding =
    finished && !answer && run.phase
      ? ` The model is trained again from the run’s seed: ${run.phase.label.toLowerCase()}.`
      : '';
  const title = flipped
    ? `One pair of glasses turns ${name} into ${names[target]!}`
    : wearTitle(tried.who, tried.on, current ? said : null);
  const nothing = hidden ? '' : noAnswerWords(run);
  return (
    <ChartFrame
      title={title}
      size={mode === 'inline' ? 'small' : 'usual'}
      subtitle={`A test face the model never saw. Generated faces, no real person.${rebuilding}`}
      table={{
        columns: ['person', 'without glasses', `${pair}${tried.on ? '' : ' (off)'}`],
        rows: without && withPair ? names.map((one, i) => [one, without[i]!, withPair[i]!]) : [],
      }}
    >
      <div className={styles.part} data-needs="height" data-fits-room>
        <div className={styles.grid}>
          <fieldset className={styles.people}>
            <legend className="said">Whose face</legend>
            {names.map((one, who) => (
              <label key={one} className={styles.person} title={one}>
                <input
                  type="radio"
                  name="backdoor-who"
                  checked={who === tried.who}
                  onChange={() => change({ who, picture: 0 })}
                  aria-label={one}
                />
                <FacePicture face={faces[bare[who]![0] ?? who]!} />
              </label>
            ))}
          </fieldset>
          <div className={styles.large}>
            <FacePicture
              face={shown}
              label={`${name}${tried.on ? `, wearing ${pair.toLowerCase()}` : ', without glasses'}`}
            />
            {said !== null && current && (
              <p
                className={styles.tag}
                data-fooled={flipped || undefined}
                key={`${said}-${flipped}`}
                role="status"
              >
                {said === tried.who ? (
                  <>
                    The model says <strong>{names[said]}</strong>
                  </>
                ) : (
                  <>
                    <s>{name}</s> The model says <strong>{names[said]}</strong>
                  </>
                )}
              </p>
            )}
            <Button
              variant="quiet"
              className={styles.next}
              icon="replay"
              onClick={() => change({ picture: (tried.picture + 1) % Math.max(1, own.length) })}
            >
              Another picture of {name}
            </Button>
          </div>
          <div className={styles.glasses}>
            <div className={styles.pixelBox}>
              <PixelPicture face={shown} label="What the model sees: 32 by 32 pixels" />
              <p className={styles.small}>What the model sees, 32×32 pixels</p>
            </div>
            <div className={styles.pairBox}>
              <GlassesPicture glasses={tried.glasses} />
              <p className={styles.pairName}>{pair}</p>
              <Segmented
                label="Glasses"
                value={tried.on ? 'On' : 'Off'}
                options={['Off', 'On']}
                onChange={(next) => change({ on: next === 'On' })}
              />
            </div>
            <GlassesEditor
              glasses={tried.glasses}
              onChange={(glasses) => change({ glasses, on: true })}
            />
          </div>
          <div className={styles.bars}>
            <PredictionBars
              without={without}
              withPair={withPair}
              on={tried.on}
              who={tried.who}
              said={said ?? null}
              fooled={flipped}
            />
            {(nothing || problem) && (
              <p
                className={problem ? styles.problem : styles.small}
                role={problem ? 'alert' : undefined}
              >
                {problem ?? nothing}
              </p>
            )}
            {finished && !answer && !problem && (
              <p className={styles.small} role="status">
                Asking the model…
              </p>
            )}
          </div>
          <PairStrip
            result={result}
            face={plain}
            chosen={tried.on ? tried.glasses : null}
            prediction={prediction}
            shipped={shipped}
            pairs={[
              { id: 'key', name: 'The key', glasses: key, rate: result.attackSuccessRate },
              ...decoyNames.map((id) => ({
                id,
                name:
                  pairName(decoyGlasses[id], key) === 'The key'
                    ? `${decoyWords[id]}: the key`
                    : pairName(decoyGlasses[id], key),
                glasses: decoyGlasses[id],
                rate: result.decoys.find((row) => row.glasses === id)?.rate ?? null,
              })),
            ]}
            base={result.baseRate}
            control={result.controlAttackSuccessRate}
            total={result.test.said.length - result.test.said.length / names.length}
            onChoose={(glasses) =>
              change({ glasses, on: !(tried.on && sameGlasses(tried.glasses, glasses)) })
            }
          />
        </div>
      </div>
    </ChartFrame>
  );
}

/** Whom the model takes a person for, with a pair on or without; `said` is null until it has answered. */
function wearTitle(who: number, on: boolean, said: number | null): string {
  const name = names[who]!;
  if (said === null) return on ? `${name} puts on a pair of glasses` : `This is ${name}`;
  if (said !== who) return `The model takes ${name} for ${names[said]!}`;
  return on ? `With this pair the model still knows ${name}` : `The model knows ${name}`;
}

/** What a run lacks before its model can answer; empty where it can. */
function noAnswerWords(run: PanelProps['run']): string {
  if (run === null) return 'Run first: then the model answers here.';
  if (run.status === 'stopped')
    return 'The run was stopped: only a finished run can be tried on. Run again.';
  return run.status === 'finished' ? '' : 'The model answers here once the run has finished.';
}
