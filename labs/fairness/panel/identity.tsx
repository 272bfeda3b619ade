import { Fragment } from 'react';
import { formatFixed } from '../../../renderer/kit/number/format.ts';
import { MarkedText } from '../../../renderer/glossary/marked-text.tsx';
import type { Rates } from '../../math/confusion.ts';
import { identityParts } from './rows/rate-rows.ts';
import styles from './identity.module.css';

interface IdentityProps {
  majority: Rates | null;
  minority: Rates | null;
}

/** The factors of the identity, each in the symbols of one rate; the class is its colour. */
const factors = [
  { rate: 'p', symbols: 'p / (1 − p)' },
  { rate: 'ppv', symbols: '(1 − PPV) / PPV' },
  { rate: 'fnr', symbols: '(1 − FNR)' },
] as const;

/** Chouldechova's identity, whole: in symbols, and below each symbol what it is in either group. */
export function Identity({ majority, minority }: IdentityProps) {
  return (
    <table className={styles.identity}>
      <caption className="said">
        The false positive rate that base rate, predictive value and false negative rate force
      </caption>
      <thead>
        <tr>
          <td className={styles.source}>Chouldechova 2017</td>
          <th scope="col" data-rate="fpr">
            <MarkedText>FPR</MarkedText>
          </th>
          {factors.map(({ rate, symbols }, i) => (
            <Fragment key={rate}>
              <td aria-hidden>{i === 0 ? '=' : '·'}</td>
              <th scope="col" data-rate={rate}>
                <MarkedText>{symbols}</MarkedText>
              </th>
            </Fragment>
          ))}
        </tr>
      </thead>
      <tbody>
        <GroupLine name="majority" rates={majority} />
        <GroupLine name="minority" rates={minority} />
      </tbody>
    </table>
  );
}

function GroupLine({ name, rates }: { name: string; rates: Rates | null }) {
  const known = rates && identityParts(rates);
  return (
    <tr>
      <th scope="row">{name}</th>
      {known ? (
        <>
          <td data-rate="fpr">{formatFixed(known.fpr, 2)}</td>
          {factors.map(({ rate }, i) => (
            <Fragment key={rate}>
              <td aria-hidden>{i === 0 ? '=' : '·'}</td>
              <td data-rate={rate}>{known[rate]}</td>
            </Fragment>
          ))}
        </>
      ) : (
        <td colSpan={7} className={styles.source}>
          {rates ? 'not defined here: a rate is missing, or nobody is on one side' : '–'}
        </td>
      )}
    </tr>
  );
}
