import type { RevealApi } from 'reveal.js';
import type { DeckCommand } from '../../model/lecture/keys.ts';
import { enterFullScreen, toggleFullScreen } from '../../shared/slide-tools/full-screen.ts';
import { leaveTools } from './deck-tools.tsx';
import { leavesTool, type SlideTools } from '../../shared/slide-tools/use-slide-tools.ts';

/** What a key may ask of the window around the deck. */
export interface WindowActions {
  toggleLab: () => void;
  jump: () => void;
  blank: (colour: 'black' | 'white') => void;
  present: () => void;
  togglePanel: () => void;
  tools: SlideTools;
}

const turns: ReadonlySet<DeckCommand> = new Set([
  'next',
  'previous',
  'first',
  'last',
  'up',
  'down',
]);

/** Does what a key asked of the deck. False where there was nothing to do: the key then keeps its usual meaning. */
export function runDeckCommand(
  command: DeckCommand,
  deck: RevealApi,
  actions: WindowActions,
): boolean {
  const overview = deck.isOverview();
  if (turns.has(command)) leaveTools();
  switch (command) {
    case 'next':
      return does(() => (overview ? deck.right() : deck.next()));
    case 'previous':
      return does(() => (overview ? deck.left() : deck.prev()));
    case 'down':
    case 'up':
      return does(() => {
        if (overview) return moveRow(deck, command === 'down' ? 1 : -1);
        return command === 'down' ? deck.next() : deck.prev();
      });
    case 'first':
      return does(() => deck.slide(0, 0, -1));
    case 'last':
      return does(() => deck.slide(deck.getTotalSlides() - 1));
    case 'blank':
      return does(() => actions.blank('black'));
    case 'white':
      return does(() => actions.blank('white'));
    case 'presenter':
      return does(actions.present);
    case 'panel':
      return does(actions.togglePanel);
    case 'draw':
      return does(() => actions.tools.setDrawing(!actions.tools.drawing));
    case 'pointer':
      return does(() => actions.tools.togglePointer(true));
    case 'overview':
      return does(() => deck.toggleOverview());
    case 'enter':
      return overview && does(() => deck.toggleOverview(false));
    case 'leave':
      if (leavesTool(actions.tools)) return true;
      return overview && does(() => deck.toggleOverview(false));
    case 'full-screen':
      return does(() => void toggleFullScreen());
    case 'start':
      return does(() => void enterFullScreen());
    case 'lab':
      return does(actions.toggleLab);
    case 'jump':
      return does(actions.jump);
    case 'help':
      return false;
  }
}

function does(act: () => unknown): true {
  act();
  return true;
}

/** One row up or down in the overview: to the slide that stands nearest in the neighbouring row. */
function moveRow(deck: RevealApi, direction: 1 | -1): void {
  const all = deck.getSlides();
  const now = all.indexOf(deck.getCurrentSlide());
  const here = all[now]!.getBoundingClientRect();
  const boxes = all
    .map((slide, index) => ({ index, box: slide.getBoundingClientRect() }))
    .filter(({ box }) => Math.sign(box.top - here.top) === direction);
  boxes.sort(
    (a, b) =>
      Math.abs(a.box.top - here.top) - Math.abs(b.box.top - here.top) ||
      Math.abs(a.box.left - here.left) - Math.abs(b.box.left - here.left),
  );
  if (boxes[0]) deck.slide(boxes[0].index);
}
