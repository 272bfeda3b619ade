import type { Lab } from '../../../labs/lab.ts';
import { describeParameters } from '../../../labs/parameters.ts';
import type { RunSnapshot } from '../../../main/contract/run.ts';
import { formatFixed } from '../../kit/number/format.ts';
import { attempt } from '../lab/attempt.ts';

/** What a pinned run is called: its preset and, of what differs from the lab's defaults, the two that come first. */
export function pinName(lab: Lab, run: RunSnapshot): string {
  const moved = describeParameters(lab.parameters)
    .filter((p) => run.parameters[p.name] !== undefined && run.parameters[p.name] !== p.default)
    .map(
      (p) =>
        `${p.label} ` +
        `${typeof run.parameters[p.name] === 'number' ? formatFixed(run.parameters[p.name] as number) : run.parameters[p.name]}` +
        `${p.unit ? ` ${p.unit}` : ''}`,
    );
  const preset = lab.presets.find((one) => one.id === run.preset);
  if (moved.length === 0 || (preset && preset.id !== lab.presets[0]?.id))
    return preset?.title ?? lab.presets[0]?.title ?? lab.title;
  return moved.length > 2 ? `${moved.slice(0, 2).join(', ')} …` : moved.join(', ');
}

/** One number that stands for a result: the last cell of the last row of the lab's own summary, with what it is called. */
export function keyNumber(lab: Lab, result: unknown): { what: string; value: string } | null {
  if (result === null || result === undefined) return null;
  const table = attempt(() => lab.summary(result as never));
  const head = table?.[0];
  const last = table && table.length > 1 ? table.at(-1) : undefined;
  if (!head || !last) return null;
  return { what: `${last[0]}, ${head.at(-1)}`, value: last.at(-1) ?? '' };
}
