import { useEffect } from 'react';
import type { HostState } from '../../host/host.ts';
import { useHost } from '../../host/use-host.ts';
import { useShared } from '../../host/use-shared.ts';
import { keyOwner } from '../../model/lecture/key-owner.ts';
import {
  isClick,
  lectureCommand,
  type DeckCommand,
  type Layout,
} from '../../model/lecture/keys.ts';
import { useShell } from '../window/shell.ts';
import { isGiven } from '../window/giving.ts';
import { endsBlank, sharedBlank, worksWhileBlank } from './blank.ts';

interface LectureKeys {
  layout: Layout;
  /** While a dialog of the window is open the keys are its own, but a clicker's. */
  busy: boolean;
  /** Does what a key asks. False where there is nothing to do: the key then keeps its usual meaning. */
  act: (command: DeckCommand) => boolean;
}

/**
 * The lecture's keys in one window, by the one rule of `lectureCommand`. A clicker's are heard
 * before whatever has the focus: it is in a hand, not on the desk.
 */
export function useLectureKeys({ layout, busy, act }: LectureKeys): void {
  const host = useHost();
  const { presenting } = useShell();
  const [, setBlank] = useShared(sharedBlank);
  useEffect(() => {
    const hear = (captured: boolean) => (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || isClick(event) !== captured) return;
      const state = host.store.getState();
      const owner = keyOwner(event.target);
      const command = lectureCommand(event, {
        layout,
        presenting: presenting() || isGiven(state),
        owner: busy && owner !== 'text' ? 'dialog' : owner,
        inLab: event.target instanceof Element && event.target.closest('[data-in-lab]') !== null,
        letters: state.settings.letterKeys,
      });
      const dialog = document.querySelector('[role="dialog"]');
      // Without a dialog the blank screen itself hears what ends it.
      const works = worksWhileBlank.includes(command!) || (dialog && command === 'blank');
      // Under a dialog nobody sees that the screen is black, but the room does.
      const shows = isBlank(state) && dialog && captured && endsBlank.includes(command!);
      if (!command || (isBlank(state) && !works && !shows)) return;
      if (command === 'leave' && (dialog ?? document.querySelector('[role="menu"]'))) return;
      // A key that is held says itself again and again, and is meant once.
      if (!event.repeat && shows) setBlank(null);
      else if (!event.repeat && !act(command)) return;
      event.preventDefault();
      if (captured) event.stopImmediatePropagation();
    };
    const clicker = hear(true);
    const others = hear(false);
    addEventListener('keydown', clicker, true);
    addEventListener('keydown', others);
    return () => {
      removeEventListener('keydown', clicker, true);
      removeEventListener('keydown', others);
    };
  });
}

const isBlank = ({ shared }: HostState): boolean =>
  sharedBlank.schema.safeParse(shared[sharedBlank.key]).data !== undefined;
