import { useId, type CSSProperties } from 'react';
import { useSize } from '../../../../renderer/charts/use-size.ts';
import { formatFixed } from '../../../../renderer/kit/number/format.ts';
import type { Candidate } from '../../explore/candidates.ts';
import { stakeholderNames } from '../../names.ts';
import type { Ranked } from '../../stakeholders.ts';
import { decideColumns } from './decide-columns.ts';
import { longName, rawText, shortName, standing, stakeholderWords } from './decide-words.ts';
import type { PinnedVote } from '../pinned.ts';
import styles from './decide.module.css';

interface DecideFigureProps {
  /** In the order of the rows. */
  candidates: readonly Candidate[];
  /** What is known of them, by id; empty before a run. */
  ranked: readonly Ranked[];
  /** Why there is nothing to draw: "still to come". */
  missing: string;
  picked: string | null;
  /** What pinned runs say of the same candidates. */
  votes: readonly PinnedVote[];
  /** Null where nothing can be chosen. */
  onPick: ((id: string) => void) | null;
}

const head = 38;

/** One row for each candidate: what it is to each of the four, what it is together, and whether another one beats it. */
export function DecideFigure({
  candidates,
  ranked,
  missing,
  picked,
  votes,
  onPick,
}: DecideFigureProps) {
  const { ref, width, height } = useSize<HTMLDivElement>();
  const group = useId();
  // A row that can be chosen is a target for a finger (WCAG 2.2, 2.5.8); where they do not fit, the figure scrolls.
  const row = Math.max(
    onPick ? 24 : 17,
    Math.min(32, Math.floor((height - head) / Math.max(1, candidates.length))),
  );
  const { names, column, from, narrow } = decideColumns(width);
  const own = (id: string) => candidates.find((one) => one.id === id);
  const nameOf = (id: string) => {
    const one = own(id);
    return one ? shortName(one) : id;
  };
  const best = stakeholderNames.map((who) =>
    Math.max(...ranked.map((one) => one.score[who] ?? -1)),
  );
  return (
    <div className={styles.figure} ref={ref}>
      {width > 0 && (
        <>
          <svg
            role="img"
            data-narrow={narrow || undefined}
            width={width}
            height={Math.max(height, head + row * candidates.length)}
            aria-label={`What ${candidates.length} candidates are to four stakeholders. The exact values are in the table.`}
          >
            <text className={styles.unit} x={narrow ? 0 : names} y={30}>
              replicas × batch
            </text>
            {stakeholderNames.map((who, i) => (
              <g key={who}>
                <text className={styles.head} x={from(i)} y={14}>
                  {stakeholderWords[who].name}
                </text>
                <text className={styles.unit} x={from(i)} y={30}>
                  {narrow ? stakeholderWords[who].shortUnit : stakeholderWords[who].unit}
                </text>
              </g>
            ))}
            <text className={styles.head} x={from(4)} y={14}>
              Together
            </text>
            <text className={styles.unit} x={from(4)} y={30}>
              of 1
            </text>
            <text className={styles.head} x={from(5)} y={14}>
              Pareto set
            </text>
            {/* No line of its own: the rows would be too low to be hit. */}
            {votes.length > 0 && (
              <text className={styles.unit} x={width} y={30} textAnchor="end">
                ticks, frames: pinned runs
              </text>
            )}
            <line className={styles.rule} x1={0} x2={width} y1={head - 1} y2={head - 1} />
            {candidates.map((candidate, place) => {
              const one = ranked.find(({ id }) => id === candidate.id);
              const y = head + place * row;
              const text = y + row / 2 + 2;
              const tone = one?.row.stable && one.pareto ? styles.front : styles.behind;
              return (
                <g key={candidate.id} className={tone}>
                  {candidate.id === picked && (
                    <rect className={styles.picked} x={0} y={y} width={width} height={row} rx={4} />
                  )}
                  <text
                    className={place === 0 && one?.total != null ? styles.winner : styles.name}
                    x={names}
                    y={text}
                  >
                    {shortName(candidate)}
                  </text>
                  {one &&
                    stakeholderNames.map((who, i) => {
                      const score = one.score[who];
                      if (score === null)
                        return (
                          <text key={who} className={styles.none} x={from(i)} y={text}>
                            {one.row.stable ? 'not in this run' : 'unstable'}
                          </text>
                        );
                      return (
                        <g key={who}>
                          <text
                            className={score === best[i] ? styles.best : styles.value}
                            x={from(i)}
                            y={text}
                          >
                            {rawText(who, one.raw[who])}
                          </text>
                          <rect
                            className={styles.track}
                            x={from(i)}
                            y={y + row - 4}
                            width={column - 14}
                            height={2.5}
                            rx={1}
                          />
                          {votes.map((vote) => {
                            const then =
                              vote.ranked.find(({ id }) => id === candidate.id)?.score[who] ?? null;
                            return then === null ? null : (
                              <line
                                key={vote.id}
                                className={styles.tick}
                                style={{ stroke: `var(--s${vote.pin.index})` }}
                                x1={from(i) + (column - 14) * then}
                                x2={from(i) + (column - 14) * then}
                                y1={y + row - 7}
                                y2={y + row + 1}
                              />
                            );
                          })}
                          {score > 0 && (
                            <rect
                              className={styles.bar}
                              x={from(i)}
                              y={y + row - 4}
                              width={(column - 14) * score}
                              height={2.5}
                              rx={1}
                            />
                          )}
                        </g>
                      );
                    })}
                  {one && (
                    <text
                      className={place === 0 && one.total !== null ? styles.best : styles.value}
                      x={from(4)}
                      y={text}
                    >
                      {one.total === null ? '–' : formatFixed(one.total, 2)}
                    </text>
                  )}
                  {one && (
                    <Standing
                      one={one}
                      x={from(5)}
                      y={text - 4}
                      words={standing(one, nameOf, ranked, true)}
                      wide={!narrow}
                    />
                  )}
                  {votes
                    .filter(({ ships }) => ships === candidate.id)
                    .map((vote, k) => (
                      <rect
                        key={vote.id}
                        className={styles.shipped}
                        style={{
                          stroke: `var(--s${vote.pin.index})`,
                          strokeDasharray: `var(--dash-${vote.pin.index})`,
                        }}
                        x={1 + 2 * k}
                        y={y + 1 + 2 * k}
                        width={width - 2 - 4 * k}
                        height={row - 2 - 4 * k}
                        rx={4}
                      />
                    ))}
                  <text x={width - 8} y={text} textAnchor="end">
                    {votes
                      .filter(({ ships }) => ships === candidate.id)
                      .map(({ id, pin }) => (
                        <tspan
                          key={id}
                          className={styles.vote}
                          dx={6}
                          style={{ fill: `var(--s${pin.index})` }}
                        >
                          {pin.name}
                        </tspan>
                      ))}
                  </text>
                  {!one && missing && (
                    <text className={styles.none} x={from(0)} y={text}>
                      {missing}
                    </text>
                  )}
                </g>
              );
            })}
          </svg>
          {onPick && (
            <fieldset
              className={styles.choices}
              style={{ top: head, '--row': `${row}px` } as CSSProperties}
            >
              <legend className={styles.legend}>Which candidate do you ship?</legend>
              {candidates.map((candidate) => {
                const one = ranked.find(({ id }) => id === candidate.id);
                return (
                  <label key={candidate.id} className={styles.choice}>
                    <input
                      type="radio"
                      name={group}
                      checked={candidate.id === picked}
                      onChange={() => onPick(candidate.id)}
                      aria-label={
                        `${longName(candidate)}` +
                        (one
                          ? `: ${one.total === null ? 'no score' : formatFixed(one.total, 2)}, ${standing(one, nameOf, ranked)}`
                          : '')
                      }
                    />
                  </label>
                );
              })}
            </fieldset>
          )}
        </>
      )}
    </div>
  );
}

/** A filled dot for the unbeaten, a hollow one for the beaten, a triangle for the unstable; each with its word. */
function Standing({
  one,
  x,
  y,
  words,
  wide,
}: {
  one: Ranked;
  x: number;
  y: number;
  words: string;
  wide: boolean;
}) {
  const stableClass = one.pareto ? styles.unbeaten : styles.beaten;
  return (
    <>
      {one.row.stable ? (
        <circle className={one.pareto ? styles.full : styles.hollow} cx={x + 5} cy={y} r={4} />
      ) : (
        <path className={styles.warning} d={`M${x + 5} ${y - 4.5} l5 9 h-10 z`} />
      )}
      <text className={one.row.stable ? stableClass : styles.unstable} x={x + 14} y={y + 4}>
        {wide ? words : words.replace('beaten by', 'by')}
      </text>
    </>
  );
}
