import { percent, show, type Finding } from '../finding.ts';
import type { LeakTable } from '../leak-table.ts';
import { ownersReturn } from '../rebuild.ts';

/** What two decimals leave open. */
const rounding = 0.0051;
/** Only rows count in which the whole share is this far from that of the owner's earlier rows. */
const toldApart = 0.02;
const fewestRows = 30;
const nearlyAll = 0.95;

/**
 * Features that are the share of their owner's labels over all rows, later ones among them: with the own row or without. A question, for
 * only somebody who knows the table can tell what they are made of.
 */
export function labelMeanFindings(table: LeakTable): Finding[] {
  if (!ownersReturn(table)) return [];
  const { entity, label } = table;
  const owners = entity!.reduce((most, one) => Math.max(most, one), 0) + 1;
  const [all, ones] = [new Float64Array(owners), new Float64Array(owners)];
  for (let i = 0; i < table.rows; i++) {
    all[entity![i]!]! += 1;
    ones[entity![i]!]! += label[i]!;
  }
  return table.features.flatMap(({ name, kind, values }) => {
    if (kind !== 'number') return [];
    const [seen, seenOnes] = [new Float64Array(owners), new Float64Array(owners)];
    const hits = [0, 0];
    let counted = 0;
    for (let i = 0; i < table.rows; i++) {
      const own = entity![i]!;
      const whole = ones[own]! / all[own]!;
      const others = (ones[own]! - label[i]!) / (all[own]! - 1);
      const earlier = seen[own] === 0 ? NaN : seenOnes[own]! / seen[own]!;
      seen[own]! += 1;
      seenOnes[own]! += label[i]!;
      const value = values[i]!;
      if (all[own] === 1 || Number.isNaN(value) || Math.abs(whole - earlier) <= toldApart) continue;
      counted += 1;
      if (Math.abs(value - whole) <= rounding) hits[0]! += 1;
      if (Math.abs(value - others) <= rounding) hits[1]! += 1;
    }
    const most = Math.max(...hits);
    if (counted < fewestRows || most < nearlyAll * counted) return [];
    const without = hits[1]! > hits[0]! ? ', the own row left out' : '';
    return [
      {
        id: `label mean ${name}`,
        kind: 'question' as const,
        title: `${name}: in ${show(most)} of ${show(counted)} rows (${percent(most, counted)}) it is the share of label “${table.labelWords[1]}” in all rows of the owner${without}`,
        detail:
          'Those rows are later ones too. Is it made of them? Then it holds labels that nobody knew. Made anew of the earlier rows alone, it would settle it.',
        columns: [name, table.labelName],
        rows: most,
        examples: [],
      },
    ];
  });
}
