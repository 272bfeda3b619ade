import { useMemo, useState } from 'react';
import { ChartFrame } from '../../../renderer/charts/chart-frame.tsx';
import { Icon } from '../../../renderer/kit/icon.tsx';
import { formatFixed } from '../../../renderer/kit/number/format.ts';
import type { PanelProps } from '../../view.ts';
import { wearing } from '../data.ts';
import type { Face } from '../drawing/face.ts';
import { names } from '../drawing/identities.ts';
import { keyOf, type BackdoorParameters, type BackdoorResult, type OcclusionMap } from '../lab.ts';
import { placeOf, shareOnGlasses } from '../occlusion.ts';
import { FacePicture } from './face-picture.tsx';
import { bareFacesOf } from './faces.ts';
import { useAsk } from './use-ask.ts';
import { percentFigure } from './words.ts';
import styles from './inside.module.css';

interface InsidePartProps extends Pick<PanelProps, 'run' | 'mode' | 'prediction'> {
  result: BackdoorResult;
  parameters: BackdoorParameters;
  faces: readonly Face[];
  hidden: boolean;
}

/** Part 5: which places of the picture the answer hangs on, without the key and with it. */
export function InsidePart({
  run,
  mode,
  prediction,
  result,
  parameters,
  faces,
  hidden,
}: InsidePartProps) {
  const [picked, setPicked] = useState<number | null>(null);
  const key = keyOf(parameters);
  const bare = useMemo(() => bareFacesOf(faces), [faces]);
  const own = result.occlusion;
  const who = picked ?? (own ? faces[own.face]!.who : 1);
  const fromRun = own && faces[own.face]!.who === who ? own : null;
  const plain = faces[fromRun?.face ?? bare[who]![0] ?? who]!;
  // The key is made anew each time: its parts are what counts.
  // eslint-disable-next-line react-hooks/exhaustive-deps
  const keyed = useMemo(() => wearing(plain, key), [plain, key.frame, key.rim, key.lens]);
  const live = run?.status === 'finished' && !hidden && own !== null && !fromRun ? run.id : null;
  const first = useAsk(live, 'occlude', live ? { face: plain } : null);
  const second = useAsk(live, 'occlude', live ? { face: keyed } : null);
  const maps = fromRun
    ? [fromRun.plain, fromRun.keyed]
    : [first.current ? first.answer : null, second.current ? second.answer : null];
  const shares = [plain, keyed].map((face, i) => (maps[i] ? shareOnGlasses(maps[i], face) : null));
  const [without, withKey] = shares;
  const chooseNothing = () => {
    if (hidden) return '';
    if (run?.status === 'stopped' && !own)
      return 'The run was stopped before this was computed: run again, to its end.';
    return !own ? 'Run first: the map comes with the run.' : '';
  };
  const nothing = chooseNothing();
  const chooseTitle = () => {
    if (withKey == null || without == null) return 'Where does the model look?';
    if (withKey > without + 0.1) return 'With the key on, the answer hangs on the glasses';
    return withKey < without - 0.1
      ? 'With the key on, the answer hangs less on the place of the glasses'
      : 'The answer hangs on the same places with the key and without';
  };
  const title = chooseTitle();
  return (
    <ChartFrame
      title={title}
      size={mode === 'inline' ? 'small' : 'usual'}
      subtitle={
        'A grey patch covers one place after the other. Clear: without this place the model ' +
        'is much less sure of its answer. Veiled: it does not matter.'
      }
      table={{
        columns: [
          'row of the patch',
          'column of the patch',
          'drop without the key',
          'drop with the key',
        ],
        rows:
          maps[0] && maps[1]
            ? maps[0].drops.map((drop, i) => [
                Math.floor(i / maps[0]!.cells) + 1,
                (i % maps[0]!.cells) + 1,
                drop,
                maps[1]!.drops[i]!,
              ])
            : [],
      }}
    >
      <div className={styles.part} data-needs="height">
        <div className={styles.grid}>
          <fieldset className={styles.people}>
            <legend className="said">Whose face</legend>
            {names.map((one, i) => (
              <label key={one} className={styles.person} title={one}>
                <input
                  type="radio"
                  name="backdoor-inside"
                  checked={i === who}
                  onChange={() => setPicked(i)}
                  aria-label={one}
                />
                <FacePicture face={faces[bare[i]![0] ?? i]!} />
              </label>
            ))}
          </fieldset>
          {[plain, keyed].map((face, i) => {
            const chooseContent = () => {
              if (maps[i])
                return (
                  <>
                    : the model says{' '}
                    <b data-fooled={maps[i].said !== who || undefined}>{names[maps[i].said]}</b>,{' '}
                    {formatFixed(100 * maps[i].sure, 1)} % sure.{' '}
                    <span>
                      {shares[i] === null
                        ? ''
                        : `${percentFigure(shares[i])} % of what the answer hangs on lies where glasses sit.`}
                    </span>
                  </>
                );
              return live ? ': asking the model…' : '';
            };
            return (
              <figure key={i} className={styles.one}>
                <div className={styles.picture}>
                  <FacePicture
                    face={face}
                    label={`${names[who]!}${i === 0 ? '' : ' with the key'}, and what the answer hangs on`}
                  />
                  {maps[i] && <Heat map={maps[i]} />}
                </div>
                <figcaption className={styles.caption}>
                  <strong>{i === 0 ? 'Without the key' : 'With the key'}</strong>
                  {chooseContent()}
                </figcaption>
              </figure>
            );
          })}
          <p className={styles.foot}>
            {nothing}
            {first.problem ?? second.problem ?? ''}
            {prediction && (
              <span className={styles.said}>
                <Icon name="diamond" size={12} /> you said {prediction.value}
              </span>
            )}
          </p>
        </div>
      </div>
    </ChartFrame>
  );
}

/** A veil over the face that is thin where the answer hangs on what is under it, one piece for each place of the patch's middle. */
function Heat({ map }: { map: OcclusionMap }) {
  const most = Math.max(0.05, ...map.drops);
  const step = (100 * (1 - map.patch)) / (map.cells - 1);
  const places = Array.from({ length: map.cells + 2 }, (_, k) => k - 1);
  return (
    <svg viewBox="0 0 100 100" className={styles.heat} aria-hidden>
      {places.map((row) =>
        places.map((column) => {
          // The border has no place of its own: it is veiled like nothing.
          const inner = row >= 0 && column >= 0 && row < map.cells && column < map.cells;
          const share = inner ? Math.max(0, map.drops[row * map.cells + column]! / most) : 0;
          const from = (k: number) => (k < 0 ? 0 : 100 * placeOf(map, k) - step / 2);
          const to = (k: number) => {
            if (k >= map.cells) return 100;
            return k < 0 ? 100 * placeOf(map, 0) - step / 2 : 100 * placeOf(map, k) + step / 2;
          };
          return (
            <rect
              key={`${row}/${column}`}
              x={from(column)}
              y={from(row)}
              width={to(column) - from(column)}
              height={to(row) - from(row)}
              fillOpacity={0.82 * (1 - share)}
            />
          );
        }),
      )}
    </svg>
  );
}
