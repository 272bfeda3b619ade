import { arch, cpus, platform, totalmem } from 'node:os';
import type { RunCard } from '../../contract/run.ts';

/** What a card says of the computer: enough to know why two timings differ, nothing that names a person. */
export function describeMachine(): RunCard['machine'] {
  const all = cpus();
  return {
    platform: platform(),
    arch: arch(),
    cpu: all[0]?.model.trim() || 'unknown',
    cores: Math.max(1, all.length),
    memoryGb: Math.round(totalmem() / 2 ** 30),
  };
}
