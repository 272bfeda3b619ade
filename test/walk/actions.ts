import type { Values } from '../../labs/view.ts';

/** One thing that a learner can do in a lab. What it names is what is on screen: the same action does the same on every driver. */
export type Action =
  | { kind: 'step'; step: string }
  /** The button of a part in the story. */
  | { kind: 'part'; part: string }
  /** The keys ] and [. */
  | { kind: 'turn'; forward: boolean }
  | { kind: 'move'; name: string; value: Values[string] }
  /** A preset behind "More settings". */
  | { kind: 'preset'; preset: string }
  /** A preset that the step's words ask for. */
  | { kind: 'offer'; preset: string }
  | { kind: 'reset' }
  /** The line under the figure: "Back to the question's settings". */
  | { kind: 'back' }
  | { kind: 'undo' }
  | { kind: 'run' }
  /** Starts a run and stops it. */
  | { kind: 'break-off' }
  | { kind: 'lock'; value: number | string }
  | { kind: 'withdraw' }
  | { kind: 'check'; answer: number | string }
  /** An address with parameters, as somebody sent it. */
  | {
      kind: 'link';
      step: string;
      preset: string | null;
      parameters: Record<string, number | string>;
    }
  /** To a slide, and back with the browser's own Back. */
  | { kind: 'slide' };

/** An action in words that one can play by hand. */
export function inWords(action: Action): string {
  switch (action.kind) {
    case 'step':
      return `go to step ${action.step}`;
    case 'part':
      return `press part ${action.part}`;
    case 'turn':
      return `press ${action.forward ? ']' : '['}`;
    case 'move':
      return `set ${action.name} to ${action.value}`;
    case 'preset':
      return `take preset ${action.preset}`;
    case 'offer':
      return `press the step's preset ${action.preset}`;
    case 'reset':
      return 'press Reset';
    case 'back':
      return 'press “Back to the question’s settings”';
    case 'undo':
      return 'press Ctrl+Z';
    case 'run':
      return 'run to the end';
    case 'break-off':
      return 'run and stop it';
    case 'lock':
      return `lock the prediction ${action.value}`;
    case 'withdraw':
      return 'press Change at the locked prediction';
    case 'check':
      return `answer the check with ${action.answer}`;
    case 'link':
      return `open the address ${addressOf('…', action)}`;
    case 'slide':
      return 'go to a slide and back';
  }
}

/** The address that a link stands for, after `#/`. */
export function addressOf(lab: string, link: Extract<Action, { kind: 'link' }>): string {
  const said = [
    ...(link.preset === null ? [] : [`preset=${link.preset}`]),
    ...Object.entries(link.parameters).map(([name, value]) => `${name}=${value}`),
  ];
  return `labs/${lab}/${link.step}${said.length > 0 ? `?${said.join('&')}` : ''}`;
}
