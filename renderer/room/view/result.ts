import type { PhoneQuestion } from '../../../main/contract/room-wire.ts';
import type { KeptAnswer } from '../keep.ts';
import type { RoomMessage } from '../state.ts';
import { words } from '../words.ts';
import { el } from './dom.ts';
import { shownNumber } from './numbers.ts';
import { answerWords } from './answer-words.ts';
import { rowsResult } from './rows.ts';
import { weightsResult } from './weights.ts';

type Result = NonNullable<RoomMessage['result']>;

/** What came out, beside what this phone said and where the room stood. */
export function resultView(
  ask: Exclude<PhoneQuestion, { kind: 'group' }>,
  result: Result,
  own: KeptAnswer | null,
): HTMLElement[] {
  if (ask.kind === 'rows') return rowsResult(ask, result, own);
  if (ask.kind === 'weights') return weightsResult(ask, result, own);
  const { outcome, spread } = result;
  return [
    own && (outcome || ask.kind === 'number')
      ? el(
          'p',
          { class: 'pair you' },
          el('span', {}, words.you),
          el('b', { dir: 'auto' }, answerWords(ask, own.value)),
        )
      : null,
    outcome
      ? el(
          'p',
          { class: 'pair run' },
          el('span', {}, outcome.formula ? words.formula : words.run),
          el('b', { dir: 'auto' }, outcome.atLeast ? words.atLeast(outcome.words) : outcome.words),
        )
      : null,
    ask.kind === 'number' && spread
      ? el(
          'p',
          { class: 'note' },
          `${words.half(shownNumber(spread.lower), shownNumber(spread.upper), ask.unit)} `,
          words.middle(shownNumber(spread.median), ask.unit),
        )
      : null,
    ask.kind === 'choice' ? bars(ask, result.counts, own) : null,
  ].filter((one) => one !== null);
}

function bars(
  ask: Extract<PhoneQuestion, { kind: 'choice' }>,
  counts: Readonly<Record<string, number>>,
  own: KeptAnswer | null,
) {
  const most = Math.max(1, ...Object.values(counts));
  return el(
    'ul',
    { class: 'bars', 'aria-label': words.result },
    ...ask.options.map(({ id, label }) => {
      const count = counts[id] ?? 0;
      const bar = el('span', { class: 'bar', 'aria-hidden': 'true' });
      // Set by script: the page's policy lets no style attribute in.
      bar.style.width = `${(100 * count) / most}%`;
      return el(
        'li',
        { class: own?.value === id ? 'mine' : '' },
        el('span', { dir: 'auto' }, label, own?.value === id ? ` (${words.mine})` : ''),
        el('b', {}, words.phones(count)),
        el('span', { class: 'track' }, bar),
      );
    }),
  );
}
