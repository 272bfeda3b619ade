import { useState, type KeyboardEvent } from 'react';
import { useSize } from '../../../renderer/charts/use-size.ts';
import { formatFixed } from '../../../renderer/kit/number/format.ts';
import type { Rates } from '../../math/confusion.ts';
import { ownRates, type OwnComparison, type OwnGroup, type OwnRate } from '../own/own-audit.ts';
import { countedWords, mostShown, ranked, sizeWords } from './group-rows.ts';
import { groupName } from '../own/own-verdict.ts';
import { rateWords } from './own/own-words.ts';
import { cutNames } from './words.ts';
import styles from './groups.module.css';

interface GroupFigureProps {
  comparison: OwnComparison;
  /** Over everybody: a line in each column. */
  overall: Rates;
}

const top = 34;
const foot = 24;
const numbers = 46;

/**
 * The rates of up to eight groups, a column for each rate, as dots with their intervals; the chosen
 * group says how its rates are computed.
 */
export function GroupFigure({ comparison, overall }: GroupFigureProps) {
  const { ref, width, height } = useSize<HTMLDivElement>();
  const [chosen, setChosen] = useState(0);
  const all = ranked(comparison.groups);
  // Where nothing says what turned out there is nothing to draw of the other rates.
  const shownRates = all.some(({ labelled }) => labelled > 0) ? ownRates : ownRates.slice(0, 1);
  const groups = all.slice(
    0,
    Math.min(mostShown, Math.max(2, Math.floor((height - top - foot) / 22))),
  );
  const at = Math.min(chosen, groups.length - 1);
  const group = groups[at]!;
  const names = Math.min(210, Math.max(130, width * 0.25));
  const column = (width - names) / shownRates.length;
  const step = Math.min(46, Math.max(22, (height - top - foot) / groups.length));
  const bottom = top + step * groups.length;
  const [low, room] = [step < 32, names - 16];
  const sizes = low ? Math.max(0, ...groups.map((one) => sizeWords(one).length)) : 0;
  const letters = Math.max(6, Math.floor((low ? room - 7 * sizes - 6 : room) / 7.2));
  const short = cutNames(
    groups.map(({ parts }) => groupName(parts)),
    letters,
  );
  const onKeyDown = (event: KeyboardEvent) => {
    const move = {
      ArrowDown: 1,
      ArrowRight: 1,
      ArrowUp: -1,
      ArrowLeft: -1,
      Home: -groups.length,
      End: groups.length,
    }[event.key];
    if (move === undefined || event.ctrlKey || event.altKey || event.metaKey) return;
    setChosen(Math.min(groups.length - 1, Math.max(0, at + move)));
    event.preventDefault();
    event.stopPropagation();
  };
  const description = `Rates by ${groupName(comparison.columns)}, least selected first.`;
  const rates = shownRates.map((rate) => {
    const value = group.rates[rate];
    return `${rateWords[rate].long} ${value === null ? 'undefined' : formatFixed(value, 2)}`;
  });
  const spoken = `${groupName(group.parts)}, ${sizeWords(group)} people: ${rates.join(', ')}`;
  return (
    <div className={styles.figure}>
      <div
        ref={ref}
        className={styles.rows}
        role="slider"
        tabIndex={0}
        aria-label={`${description} Arrow keys choose a group.`}
        aria-valuemin={0}
        aria-valuemax={groups.length - 1}
        aria-valuenow={at}
        aria-valuetext={spoken}
        onKeyDown={onKeyDown}
      >
        {width > 0 && height > 60 && (
          <svg width={width} height={height} role="img" aria-label={description}>
            {groups.map((one, index) => (
              <g key={groupName(one.parts)} onPointerEnter={() => setChosen(index)}>
                <rect
                  className={index === at ? styles.chosen : styles.band}
                  x={0}
                  y={top + step * index}
                  width={width}
                  height={step}
                />
                <Name
                  group={one}
                  short={short[index]!}
                  y={top + step * (index + 0.5)}
                  room={room}
                  low={low}
                />
              </g>
            ))}
            {shownRates.map((rate, k) => (
              <Column
                key={rate}
                rate={rate}
                groups={groups}
                overall={overall[rate]}
                x={names + k * column}
                track={Math.max(40, column - numbers - 12)}
                step={step}
                bottom={bottom}
              />
            ))}
            {all.length > groups.length && (
              <text className={styles.more} x={0} y={bottom + 18}>
                {formatFixed(all.length - groups.length)} more in the table
              </text>
            )}
          </svg>
        )}
      </div>
      <div className={styles.computed} aria-live="polite">
        <span className={styles.head}>
          “{groupName(group.parts)}”, how it is computed
          {group.small && <em> · {sizeWords(group)} people: mostly chance</em>}
        </span>
        <span className={styles.formulas}>
          {shownRates.map((rate) => (
            <span key={rate} data-undefined={group.rates[rate] === null || undefined}>
              <b>{rateWords[rate].short}</b> {countedWords(rate, group)}
            </span>
          ))}
        </span>
      </div>
    </div>
  );
}

interface NameProps {
  group: OwnGroup;
  /** The name, cut to its room. */
  short: string;
  y: number;
  room: number;
  low: boolean;
}

/** The name over the size; beside it where rows are low. */
function Name({ group, short, y, room, low }: NameProps) {
  const people = group.rates.count === 1 ? ' person' : ' people';
  const size = `${sizeWords(group)}${low ? '' : people}`;
  return (
    <>
      <text
        className={styles.name}
        data-small={group.small || undefined}
        x={0}
        y={low ? y + 4 : y - 2}
      >
        {short}
        <title>{groupName(group.parts)}</title>
      </text>
      <text
        className={group.small ? styles.few : styles.size}
        x={low ? room + 4 : 0}
        y={low ? y + 4 : y + 13}
        textAnchor={low ? 'end' : 'start'}
      >
        {size}
      </text>
    </>
  );
}

function Column({
  rate,
  groups,
  overall,
  x,
  track,
  step,
  bottom,
}: {
  rate: OwnRate;
  groups: readonly OwnGroup[];
  overall: number | null;
  x: number;
  track: number;
  step: number;
  bottom: number;
}) {
  const at = (share: number) => x + share * track;
  return (
    <g className={styles.column}>
      <text className={styles.rate} x={x} y={11}>
        {track > 80 ? rateWords[rate].long : rateWords[rate].short}
      </text>
      <text className={styles.of} x={x} y={26}>
        {track > 80 ? rateWords[rate].of : ''}
      </text>
      {[0, 0.5, 1].map((tick) => (
        <g key={tick}>
          <line className={styles.grid} x1={at(tick)} x2={at(tick)} y1={top} y2={bottom} />
          <text className={styles.tick} x={at(tick)} y={bottom + 16} textAnchor="middle">
            {formatFixed(tick)}
          </text>
        </g>
      ))}
      {overall !== null && (
        <line className={styles.overall} x1={at(overall)} x2={at(overall)} y1={top} y2={bottom} />
      )}
      {groups.map((one, index) => {
        const [value, interval, y] = [one.rates[rate], one.ci95[rate], top + step * (index + 0.5)];
        if (value === null)
          return (
            <text key={groupName(one.parts)} className={styles.undefined} x={x} y={y + 4}>
              undefined
            </text>
          );
        return (
          <g key={groupName(one.parts)} className={one.small ? styles.small : styles.usual}>
            {interval && (
              <line
                className={styles.whisker}
                x1={at(interval[0])}
                x2={at(interval[1])}
                y1={y}
                y2={y}
              />
            )}
            <circle className={styles.mark} cx={at(value)} cy={y} r={4.5} />
            <text className={styles.value} x={x + track + 10} y={y + 4}>
              {formatFixed(value, 2)}
            </text>
          </g>
        );
      })}
    </g>
  );
}
