import { useMemo, useState } from 'react';
import { ChartFrame } from '../../../renderer/charts/chart-frame.tsx';
import { Icon } from '../../../renderer/kit/icon.tsx';
import { said as saying } from '../../kit/compare.ts';
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
  const bare = useMemo(() => bareFacesOf(faces), [faces]);
  const own = result.occlusion;
  const who = picked ?? (own ? faces[own.face]!.who : 1);
  const fromRun = own && faces[own.face]!.who === who ? own : null;
  const plain = faces[fromRun?.face ?? bare[who]![0] ?? who]!;
  const { keyFrame, keyRim, keyLens } = parameters;
  const keyed = useMemo(
    () => wearing(plain, keyOf({ keyFrame, keyRim, keyLens })),
    [plain, keyFrame, keyRim, keyLens],
  );
  const live = run?.status === 'finished' && !hidden && own !== null && !fromRun ? run.id : null;
  const first = useAsk(live, 'occlude', live ? { face: plain } : null);
  const second = useAsk(live, 'occlude', live ? { face: keyed } : null);
  const maps = fromRun
    ? [fromRun.plain, fromRun.keyed]
    : [first.current ? first.answer : null, second.current ? second.answer : null];
  const shares = [plain, keyed].map((face, i) => (maps[i] ? shareOnGlasses(maps[i], face) : null));
  const [without, withKey] = shares;
  return (
    <ChartFrame
      title={insideTitle(without, withKey)}
      size={mode === 'inline' ? 'small' : 'usual'}
      subtitle={
        'A grey patch covers one place after the other. Clear: the model’s answer hangs on this ' +
        'place. Veiled: it does not matter.'
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
      <div className={styles.part} data-needs="height" data-fits-room>
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
          {[plain, keyed].map((face, i) => (
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
                {maps[i] ? (
                  <Answer map={maps[i]} who={who} share={shares[i]} />
                ) : (
                  live && ': asking the model…'
                )}
              </figcaption>
            </figure>
          ))}
          <p className={styles.foot}>
            {!own && !hidden && noMapWords(run)}
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

/** How much hangs on the place of the glasses, without the key and with it; a share that is not known yet is null. */
function insideTitle(
  without: number | null | undefined,
  withKey: number | null | undefined,
): string {
  if (withKey == null || without == null) return 'Where does the model look?';
  return saying(
    { value: withKey },
    { value: without },
    {
      less: 'With the key on, the answer hangs less on the place of the glasses',
      equal: 'The answer hangs on the place of the glasses about as much with the key as without',
      more: 'With the key on, the answer hangs more on the place of the glasses',
      unclear: '',
    },
    { margin: 0.1 },
  );
}

const noMapWords = (run: PanelProps['run']) =>
  run?.status === 'stopped'
    ? 'The run was stopped before this was computed: run again, to its end.'
    : 'Run first: the map comes with the run.';

/** Whom the model sees in the face, and the share of that which lies where glasses sit. */
function Answer({
  map,
  who,
  share,
}: {
  map: OcclusionMap;
  who: number;
  share: number | null | undefined;
}) {
  return (
    <>
      : the model says <b data-fooled={map.said !== who || undefined}>{names[map.said]}</b>,{' '}
      {formatFixed(100 * map.sure, 1)} % sure.{' '}
      <span>
        {share === null
          ? ''
          : `${percentFigure(share)} % of what the answer hangs on lies where glasses sit.`}
      </span>
    </>
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
