import type { ComputeInfo } from '../../contract/methods.ts';
import { cardFormat, cardVersion, type RunCard, type RunSnapshot } from '../../contract/run.ts';
import { contentHash } from '../../storage/canonical.ts';
import { describeMachine } from './machine.ts';

/** Makes a run's card from what the host knows of it. `info` is null where compute never said hello. */
export function makeCard(
  run: RunSnapshot,
  measured: RunCard['measured'],
  info: ComputeInfo | null,
  version: string,
): RunCard {
  const { phase: _phase, ...identity } = run;
  const card: RunCard = {
    format: cardFormat,
    formatVersion: cardVersion,
    ...identity,
    measured,
    threads: info?.threads ?? null,
    versions: info ? { lectern: version, ...info.versions } : null,
    machine: describeMachine(),
    hash: '',
  };
  // Through JSON, so that the hash is over what a file can hold.
  const plain = JSON.parse(JSON.stringify(card)) as RunCard;
  return { ...plain, hash: contentHash(plain as unknown as Record<string, unknown>) };
}

/** The snapshot of an ended run, from its card. */
export function snapshotOf(card: RunCard): RunSnapshot {
  const {
    format: _f,
    formatVersion: _v,
    measured: _m,
    threads: _t,
    versions: _w,
    machine: _c,
    hash: _h,
    ...identity
  } = card;
  return { ...identity, phase: null };
}
