import { useId } from 'react';
import { formatFixed } from '../../../../renderer/kit/number/format.ts';
import type { Candidate } from '../../explore/candidates.ts';
import type { Ranked } from '../../stakeholders.ts';
import type { DecideFigureProps } from './decide-figure.tsx';
import { longName, shortName, standing } from './decide-words.ts';
import styles from './decide.module.css';

/** The candidates, best first: what they score together, whether another one beats them, and a button to choose each. */
export function CandidateList({ candidates, ranked, picked, votes, onPick }: DecideFigureProps) {
  const group = useId();
  const nameOf = (id: string) => {
    const one = candidates.find((candidate) => candidate.id === id);
    return one ? shortName(one) : id;
  };
  return (
    <fieldset className={styles.list} disabled={onPick === null}>
      <legend className={styles.legend}>Which candidate do you ship?</legend>
      <p className={styles.listHead} aria-hidden>
        <span>replicas × batch</span>
        <span>together, of 1</span>
      </p>
      {candidates.map((candidate, place) => {
        const one = ranked.find(({ id }) => id === candidate.id);
        const pins = votes.filter(({ ships }) => ships === candidate.id);
        return (
          <label
            key={candidate.id}
            className={styles.choice}
            data-picked={candidate.id === picked || undefined}
            data-first={(place === 0 && one?.total != null) || undefined}
            data-front={(one?.row.stable && one.pareto) || undefined}
            title={one && standing(one, nameOf, ranked, true)}
          >
            {onPick && (
              <input
                type="radio"
                name={group}
                checked={candidate.id === picked}
                onChange={() => onPick(candidate.id)}
                aria-label={spoken(candidate, one, nameOf, ranked)}
              />
            )}
            <span className={styles.name}>{shortName(candidate)}</span>
            {pins.map(({ id, pin }) => (
              <span key={id} className={styles.vote} style={{ color: `var(--s${pin.index})` }}>
                {pin.name}
              </span>
            ))}
            <span className={styles.total}>
              {one && totalText(one)}
              {one && <Standing one={one} />}
            </span>
          </label>
        );
      })}
    </fieldset>
  );
}

const totalText = ({ row, total }: Ranked) => {
  if (!row.stable) return 'unstable';
  return total === null ? '–' : formatFixed(total, 2);
};

const spoken = (
  candidate: Candidate,
  one: Ranked | undefined,
  nameOf: (id: string) => string,
  ranked: readonly Ranked[],
) =>
  longName(candidate) +
  (one
    ? `: ${one.total === null ? 'no score' : formatFixed(one.total, 2)}, ${standing(one, nameOf, ranked)}`
    : '');

/** A filled dot for the unbeaten, a hollow one for the beaten, a triangle for the unstable. */
function Standing({ one }: { one: Ranked }) {
  return (
    <svg className={styles.standing} width="12" height="12" aria-hidden>
      {one.row.stable ? (
        <circle className={one.pareto ? styles.full : styles.hollow} cx={6} cy={6} r={4} />
      ) : (
        <path className={styles.warning} d="M6 1.5 l5 9 h-10 z" />
      )}
    </svg>
  );
}
