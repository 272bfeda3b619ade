import { useShared } from '../../host/use-shared.ts';
import type { DeckCommand } from '../../model/lecture/keys.ts';
import type { Move } from '../../model/lecture/moves.ts';
import { nextBlank, sharedBlank } from '../../shared/slide-tools/blank.ts';
import { enterFullScreen, toggleFullScreen } from '../../shared/slide-tools/full-screen.ts';
import { leavesTool, type SlideTools } from '../../shared/slide-tools/use-slide-tools.ts';

interface WindowActions {
  tools: SlideTools;
  toggleLab: () => void;
  onJump: () => void;
  onOverview: () => void;
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

/** Does what a key asks of a window that shows no deck of its own: the presenter's, and a lab over the whole window. */
export function usePresenterCommands({
  tools,
  toggleLab,
  onJump,
  onOverview,
  move,
}: WindowActions): (command: DeckCommand) => boolean {
  const [blank, setBlank] = useShared(sharedBlank);
  const does: Partial<Record<DeckCommand, () => void>> = {
    blank: () => setBlank(nextBlank(blank, 'black')),
    white: () => setBlank(nextBlank(blank, 'white')),
    jump: onJump,
    overview: onOverview,
    lab: toggleLab,
    start: () => void enterFullScreen(),
    'full-screen': () => void toggleFullScreen(),
    draw: () => tools.setDrawing(!tools.drawing),
    pointer: () => tools.togglePointer(true),
  };
  return (command) => {
    const asked = moves[command];
    if (asked) move(asked);
    else if (command === 'leave') return leavesTool(tools);
    else if (does[command]) does[command]();
    else return false;
    return true;
  };
}
