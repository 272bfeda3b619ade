import type { Lab } from '../../labs/lab.ts';
import type { Story, StoryPart, StoryStep, Values } from '../../labs/view.ts';
import type { Action } from './actions.ts';
import { askedSettings, differences, isAsking, partOfStep, presetSettings } from './own-rules.ts';

/** What the walker expects to see, kept up to date by what it does. Knows nothing of Lectern but its promises. */
export class Book {
  part: StoryPart;
  step: StoryStep;
  /** What the controls must say. */
  settings: Values;
  /** What the learner explored in the part, as long as the part is open. */
  private copy: Values | null = null;
  /** What undo brings back, newest last, with the control that was moved. */
  private past: { settings: Values; moved: string | null }[] = [];
  private readonly lab: Lab;
  private readonly story: Story;

  constructor(lab: Lab, story: Story) {
    this.lab = lab;
    this.story = story;
    this.part = story.parts[0]!;
    this.step = this.part.steps[0]!;
    this.settings = this.asked;
  }

  /** What the part's question is about. */
  get asked(): Values {
    return askedSettings(this.lab, this.part);
  }

  /** Whether what is on screen is something else. */
  get away(): boolean {
    return differences(this.lab, this.settings, this.asked).length > 0;
  }

  get canUndo(): boolean {
    return this.past.length > 0;
  }

  /** The control that was moved last: moved again at once, the two are one slip to undo. */
  get lastMoved(): string | null {
    return this.past.at(-1)?.moved ?? null;
  }

  get steps(): string[] {
    return this.story.parts.flatMap(({ steps }) => steps.map(({ id }) => id));
  }

  /** The step before or after this one; null at the ends. */
  beside(forward: boolean): string | null {
    return this.steps[this.steps.indexOf(this.step.id) + (forward ? 1 : -1)] ?? null;
  }

  /** Notes what an action does to place and settings. */
  note(action: Action): void {
    switch (action.kind) {
      case 'step':
        return this.go(action.step);
      case 'part':
        return this.go(this.story.parts.find(({ id }) => id === action.part)!.steps[0]!.id);
      case 'turn':
        return this.go(this.beside(action.forward)!);
      case 'move':
        return this.change({ ...this.settings, [action.name]: action.value }, action.name);
      case 'preset':
      case 'offer':
        return this.change(presetSettings(this.lab, action.preset), null);
      case 'reset':
      case 'back':
        return this.change(this.asked, null);
      case 'undo': {
        const { settings } = this.past.pop()!;
        return this.show(settings);
      }
      case 'link': {
        this.enter(action.step);
        const base = action.preset === null ? this.asked : presetSettings(this.lab, action.preset);
        const said = { ...base, ...action.parameters };
        this.settings = said;
        if (this.step.kind !== 'predict') return;
        // A question is about its own settings, whatever a link says. The link's wait; where it says
        // nothing else, what was explored before waits on.
        if (this.away) this.copy = said;
        this.settings = this.asked;
        return;
      }
      case 'slide':
        this.past = [];
        return;
      default:
        return;
    }
  }

  private go(step: string): void {
    if (this.away) this.copy = this.settings;
    this.enter(step);
    this.settings = isAsking(this.step) ? this.asked : (this.copy ?? this.asked);
  }

  /** Each part owns its world: what was explored in another has ended. */
  private enter(step: string): void {
    const part = partOfStep(this.story, step);
    if (part !== this.part) {
      this.copy = null;
      this.past = [];
    }
    this.part = part;
    this.step = part.steps.find(({ id }) => id === step)!;
  }

  private change(settings: Values, moved: string | null): void {
    this.past.push({ settings: this.settings, moved });
    this.show(settings);
  }

  private show(settings: Values): void {
    this.settings = settings;
    this.copy = this.away ? settings : null;
  }
}
