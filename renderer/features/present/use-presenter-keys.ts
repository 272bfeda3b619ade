import { useEffect } from 'react';
import { useShared } from '../../host/use-shared.ts';
import { clickerMove, deckCommand, keyOwner, type DeckCommand } from '../../model/lecture/keys.ts';
import type { Move } from '../../model/lecture/moves.ts';
import { nextBlank, sharedBlank } from '../../shared/slide-tools/blank.ts';
import { toggleFullScreen } from '../../shared/slide-tools/full-screen.ts';
import type { SlideTools } from '../../shared/slide-tools/use-slide-tools.ts';

interface WindowActions {
  busy: boolean;
  tools: SlideTools;
  toggleLab: () => void;
  onJump: () => void;
  move: (move: Move) => void;
}

const moves: Partial<Record<DeckCommand, Move>> = {
  next: 'next',
  down: 'next',
  previous: 'previous',
  up: 'previous',
  first: 'first',
  last: 'last',
};

/**
 * The deck's keys in the presenter's window. A clicker's work wherever the focus is, a lab's
 * controls included: it is in a hand, not on the desk.
 */
export function usePresenterKeys({ busy, tools, toggleLab, onJump, move }: WindowActions): void {
  const [blank, setBlank] = useShared(sharedBlank);
  useEffect(() => {
    if (busy) return;
    const act = (command: DeckCommand): boolean => {
      const asked = moves[command];
      if (asked) move(asked);
      else if (command === 'blank' || command === 'white')
        setBlank(nextBlank(blank, command === 'blank' ? 'black' : 'white'));
      else if (command === 'jump' || command === 'overview') onJump();
      else if (command === 'lab') toggleLab();
      else if (command === 'full-screen') void toggleFullScreen();
      else if (command === 'draw') tools.setDrawing(!tools.drawing);
      else if (command === 'pointer') tools.togglePointer(true);
      else if (command === 'leave' && tools.drawing) tools.setDrawing(false);
      else if (command === 'leave' && tools.pointing) tools.togglePointer(false);
      else return false;
      return true;
    };
    const clicker = (event: KeyboardEvent) => {
      const asked = clickerMove(event, keyOwner(event.target));
      // A blank screen stays blank until it is asked back: `BlankScreen` has the keys then.
      if (!asked || blank !== null || document.querySelector('[role="dialog"]')) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      move(asked);
    };
    const listen = (event: KeyboardEvent) => {
      if (event.defaultPrevented) return;
      const command = deckCommand(event, keyOwner(event.target));
      if (command && act(command)) event.preventDefault();
    };
    addEventListener('keydown', clicker, true);
    addEventListener('keydown', listen);
    return () => {
      removeEventListener('keydown', clicker, true);
      removeEventListener('keydown', listen);
    };
  });
}
