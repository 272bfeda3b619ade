import type { DataTable } from '../../../../renderer/charts/data-table.ts';
import { compare, inWords, said } from '../../../kit/compare.ts';
import { formatFixed, formatSignificant } from '../../../../renderer/kit/number/format.ts';
import type { Candidate } from '../../explore/candidates.ts';
import { stakeholderNames, type StakeholderName } from '../../names.ts';
import { akamaiValidToMs } from '../../conversion.ts';
import type { Ranked, Weights } from '../../stakeholders.ts';
import type { PinnedVote } from '../pinned.ts';
import { setupWords } from '../sentences.ts';
import { leastSpan, type DecideAxis } from './decide-axes.ts';

export const stakeholderWords: Record<
  StakeholderName,
  { name: string; unit: string; team: string }
> = {
  ml: { name: 'ML team', unit: 'AUC', team: 'the ML team' },
  sales: { name: 'Sales', unit: '$ an offer', team: 'the sales team' },
  product: { name: 'Product', unit: 'p99, ms', team: 'the product team' },
  manager: { name: 'Manager', unit: '$1,000 a day', team: 'the manager' },
};

/** "large 4×16": model, replicas, largest batch; "large yours" for the learner's own set-up. */
export function shortName({
  model,
  replicas,
  maxBatch,
  own,
}: Pick<Candidate, 'model' | 'replicas' | 'maxBatch' | 'own'>): string {
  return own ? `${model} yours` : `${model} ${replicas}×${maxBatch}`;
}

/** "large on 4 replicas, no batching". */
export const longName = (
  one: Pick<Candidate, 'model' | 'replicas' | 'maxBatch' | 'maxWaitMs' | 'queueCapacity'>,
): string => `${one.model} on ${setupWords(one)}`;

/** A raw value as the figure shows it, in the unit of its column's head. */
export function rawText(who: StakeholderName, raw: number | null): string {
  if (raw === null) return '';
  if (who === 'ml') return formatFixed(raw, 3);
  if (who === 'sales') return formatSignificant(raw, 4);
  if (who === 'product') return formatSignificant(-raw, 3);
  return formatSignificant(raw / 1000, 4);
}

/** How far the worst is from the best: "worst: 22 % less", "worst: 160 times the best". */
export function spreadWords({ who, spread }: Pick<DecideAxis, 'who' | 'spread'>): string {
  if (spread === null) return '';
  const percent = 100 * spread;
  if (percent < 0.001) return 'all the same';
  if (who !== 'product') return `worst: ${formatSignificant(percent, 2)} % less`;
  return percent < 100
    ? `slowest: ${formatSignificant(percent, 2)} % more`
    : `slowest: ${formatSignificant(1 + spread, 2)} times the best`;
}

/** How far the candidates are known. */
export type Known = 'all' | 'nothing' | 'running' | 'stopped' | 'before';

/** What differs by less differs by rounding. */
const tie = 1e-9;

/** Who wins, in one sentence; what is missing where nobody can. */
export function decideTitle(known: Known, ranked: readonly Ranked[], weights: Weights): string {
  if (known === 'running') return 'The candidates are simulated last';
  if (known === 'stopped') return 'The run was stopped before the candidates were simulated';
  if (known === 'before') return 'The candidates are not in this run: run again to have them';
  if (known === 'nothing' || ranked.length === 0) return 'Which of these would you ship?';
  const heard = stakeholderNames.filter((who) => weights[who] > 0);
  if (heard.length === 0) return 'No vote counts, so nobody decides';
  if (ranked.every(({ row }) => !row.stable)) return 'No candidate keeps up with these arrivals';
  const [first, second] = ranked;
  if (first!.total === null) return 'A value that these weights ask for is not in this run';
  const who = whoShips(heard);
  const most = first!.total;
  const even = ranked.filter(({ total }) => total !== null && most - total < tie).length;
  if (second && second.total !== null && even > 1)
    return said(
      { value: second.total },
      { value: most },
      { less: '', equal: `${who} any of ${even}: they score the same`, more: '', unclear: '' },
      { margin: tie },
    );
  return `${who} ${longName(first!.row)}`;
}

/** The beginning of "Together they ship …". */
function whoShips(heard: readonly StakeholderName[]): string {
  if (heard.length === 4) return 'Together they ship';
  if (heard.length > 1) return 'Those with a vote ship';
  const { team } = stakeholderWords[heard[0]!];
  return `${team[0]!.toUpperCase()}${team.slice(1)} alone ships`;
}

export interface SubtitleFacts {
  arrivalsPerSecond: number;
  ranked: readonly Ranked[];
  own: Candidate | undefined;
  source: string;
}

/** What the figure measures, where the conversion comes from, and what "yours" is. */
export function decideSubtitle({ arrivalsPerSecond, ranked, own, source }: SubtitleFacts): string {
  const beyond = ranked.some(({ extraMs }) => extraMs !== null && extraMs > akamaiValidToMs);
  return [
    `Axes: the best at the right, at least ${formatFixed(100 * leastSpan)} % of it long, p99 on a log scale · filled: unbeaten` +
      (arrivalsPerSecond > 0 ? ` · ${formatFixed(arrivalsPerSecond)} requests a second` : ''),
    `conversion: Akamai 2017, smartphones${beyond ? `, held beyond +${akamaiValidToMs} ms, where it was not measured` : ''}`,
    ...(own ? [`yours: ${setupWords(own)}`] : []),
    ...(source ? [source] : []),
  ].join(' · ');
}

/** Where a candidate stands: "unbeaten", "beaten by large 4×1 on all four", "unstable". */
export function standing(
  one: Ranked,
  nameOf: (id: string) => string,
  all: readonly Ranked[],
  short = false,
): string {
  if (!one.row.stable) return 'unstable';
  if (one.pareto) return 'unbeaten';
  if (one.beatenBy === null) return 'not all known';
  if (short) return `beaten by ${nameOf(one.beatenBy)}`;
  const other = all.find(({ id }) => id === one.beatenBy)!;
  const strictly = stakeholderNames.every((who) => other.raw[who]! > one.raw[who]!);
  return strictly
    ? `beaten by ${nameOf(one.beatenBy)} on all four`
    : `matched or beaten by ${nameOf(one.beatenBy)} on all four`;
}

/** What the learner's choice gets: its place, how far it is behind, and who likes it least. */
export function choiceWords(picked: Ranked, ranked: readonly Ranked[]): string {
  if (!picked.row.stable) return 'it is unstable: its queue grows without end';
  if (picked.total === null) return 'it has no score with these weights';
  const better = ranked.filter(
    ({ total }) => total !== null && total - picked.total! >= 1e-9,
  ).length;
  const scored = ranked.filter(({ total }) => total !== null).length;
  const behind = ranked[0]!.total! - picked.total;
  const place =
    better === 0
      ? `first of ${scored}`
      : `number ${better + 1} of ${scored}, ${behind < 0.01 ? 'under 0.01' : formatFixed(behind, 2)} behind`;
  const [least, next] = [...stakeholderNames].sort(
    (a, b) => picked.score[a]! - picked.score[b]!,
  ) as [StakeholderName, StakeholderName];
  const { team } = stakeholderWords[least];
  const [low, second] = [picked.score[least]!, picked.score[next]!];
  if (low > 0.995)
    return `${place}; ${said({ value: low }, { value: 1 }, { less: 'a little less than everybody’s best', equal: 'for everybody as good as their best', more: '', unclear: '' }, { margin: 1e-12 })}`;
  const comparison = compare({ value: low }, { value: second }, { format: two });
  return `${place}; ${inWords(comparison, {
    less: `${team} ${least === 'manager' ? 'likes' : 'like'} it less than anybody else (${two(low)})`,
    equal: `${team} and another like it the same (${two(low)})`,
    more: '',
    unclear: '',
  })}`;
}

const two = (value: number) => formatFixed(value, 2);

/** All numbers of the figure, exact. */
export function decideTable(
  ranked: readonly Ranked[],
  nameOf: (id: string) => string,
  votes: readonly PinnedVote[] = [],
): DataTable {
  const raws = ['ML: AUC', 'sales: $ an offer', 'product: −p99, ms', 'manager: $ a day'];
  return {
    columns: [
      'candidate',
      'set-up',
      'mean ms',
      ...raws.flatMap((raw, i) => [raw, `${stakeholderNames[i]} score`]),
      'weighted score',
      'Pareto set',
      ...votes.map(({ pin }) => `${pin.name}: weighted score`),
    ],
    rows: ranked.map((one) => [
      one.id,
      setupWords(one.row),
      one.row.meanMs,
      ...stakeholderNames.flatMap((who) => [one.raw[who], one.score[who]]),
      one.total,
      standing(one, nameOf, ranked),
      ...votes.map((vote) => vote.ranked.find(({ id }) => id === one.id)?.total ?? null),
    ]),
  };
}
