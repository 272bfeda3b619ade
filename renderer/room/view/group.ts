import type { PhoneQuestion } from '../../../main/contract/room-wire.ts';
import type { State } from '../state.ts';
import { words } from '../words.ts';
import { el } from './dom.ts';

type Group = Extract<PhoneQuestion, { kind: 'group' }>;

/** What of the group is drawn anew. The time is written where it stands. */
export const groupSignature = ({ room, mine, clock }: State) => [
  room?.ask?.id,
  room?.ask?.text,
  mine?.group,
  clock !== null,
];

/** Which group this phone is in, and the time that is left. */
export function groupView(state: State, { text }: Group): HTMLElement[] {
  const group = state.mine?.group ?? null;
  const head =
    group === null
      ? el('h1', {}, words.group.onScreen)
      : el('h1', { class: 'group' }, words.group.in, el('b', {}, String(group)));
  return [
    el('p', { class: 'kicker', dir: 'auto' }, text),
    head,
    ...(state.clock === null
      ? []
      : [
          el('p', { class: 'clock' }, el('time', { id: 'countdown', role: 'timer' })),
          el('p', { class: 'note', id: 'countdown-about' }),
        ]),
  ];
}

/** What is left at a moment of this phone's clock, in ms. */
export function leftOf(clock: NonNullable<State['clock']>, now: number): number {
  return Math.max(0, 'endsAt' in clock ? clock.endsAt - now : clock.left);
}

/** "7:05": whole seconds, rounded up, as the big screen shows it. */
export function clockWords(left: number): string {
  const seconds = Math.ceil(left / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

/** Writes the time where it stands. */
export function writeTime({ clock }: State, now: number): void {
  const place = document.getElementById('countdown');
  const about = document.getElementById('countdown-about');
  if (!place || !about || !clock) return;
  const left = leftOf(clock, now);
  const runs = 'endsAt' in clock;
  const said = left === 0 ? words.group.over : words.group.left;
  const text = runs ? said : words.group.stands;
  if (place.textContent !== clockWords(left)) place.textContent = clockWords(left);
  if (about.textContent !== text) about.textContent = text;
}
