import type { Values } from '../../../labs/view.ts';
import type { LabPlace } from '../../../renderer/model/address/lab-place.ts';
import {
  explorationOf,
  explorations,
  explore,
  leave,
  unsaidChoice,
  type Explorations,
} from '../../../renderer/model/lab/explorations.ts';
import { asks } from '../../../renderer/model/lab/question-settings.ts';
import {
  allSteps,
  baseOf,
  neighbours,
  overridesOf,
  resolvePlace,
  understood,
  type ResolvedPlace,
} from '../../../renderer/model/lab/resolve-place.ts';
import type { SharedChange } from '../../../main/contract/shared-state.ts';
import type { Action } from '../actions.ts';
import type { Walked } from '../checks.ts';
import type { Rules } from './rules.ts';

/** The shared state of the host, as a window reads and writes it. */
export interface SharedAccess {
  get(): Promise<unknown>;
  set(change: SharedChange): Promise<unknown>;
}

/**
 * Address and settings of one lab's window: what `use-lab.ts` and `use-parameters.ts` do with the model, without React.
 * The copies of the settings are the host's.
 */
export class ModelWindow {
  private place: LabPlace;
  private explored: Explorations = {};
  private past: { preset: string | null; parameters: Values }[] = [];
  private part: string;
  private step: string | null = null;
  private readonly walked: Walked;
  private readonly rules: Rules;
  private readonly shared: SharedAccess;

  constructor(walked: Walked, rules: Rules, shared: SharedAccess) {
    this.walked = walked;
    this.rules = rules;
    this.shared = shared;
    const first = walked.story.parts[0]!;
    this.part = first.id;
    const step = first.steps[0]!.id;
    this.place = { id: walked.lab.id, step, preset: null, seed: null, parameters: {} };
  }

  /** What the address means. */
  get at(): ResolvedPlace {
    return resolvePlace(this.walked.lab, this.walked.story, this.place, []);
  }

  /** Parts of which the host keeps a copy. */
  get copies(): string[] {
    return Object.keys(this.explored);
  }

  /** Does what moves place or settings; null where the action is of another kind. */
  async act(action: Action): Promise<null | void> {
    const { lab, story } = this.walked;
    await this.read();
    switch (action.kind) {
      case 'step':
        return this.go(action.step);
      case 'part':
        return this.go(story.parts.find(({ id }) => id === action.part)!.steps[0]!.id);
      case 'turn': {
        const beside = neighbours(story, this.at.step.id);
        return this.go((action.forward ? beside.next : beside.previous)!);
      }
      case 'move':
        return this.change(this.place.preset, {
          ...this.at.parameters,
          [action.name]: action.value,
        });
      case 'preset':
      case 'offer':
        return this.change(action.preset, baseOf(lab, this.at.part, action.preset));
      case 'reset':
      case 'back':
        return this.change(null, baseOf(lab, this.at.part, null));
      case 'undo': {
        const { preset, parameters } = this.past.pop()!;
        return this.write(preset, parameters);
      }
      case 'link': {
        const { step, preset, parameters } = action;
        return this.open({ id: lab.id, step, preset, seed: null, parameters });
      }
      case 'slide':
        this.past = [];
        return this.open(this.place);
      default:
        return null;
    }
  }

  private go(step: string): Promise<void> {
    const { lab, story } = this.walked;
    const here = { place: this.place, at: this.at, parameters: this.at.parameters };
    if (!allSteps(story).some((one) => one.step.id === step)) throw new Error(`no step ${step}`);
    const next = this.rules.move(lab, story, here, step, this.explored);
    this.explored = next.explored;
    return this.open(next.place);
  }

  private change(preset: string | null, parameters: Values): Promise<void> {
    if (this.at.step.kind === 'predict') throw new Error('The settings are the question’s here.');
    this.past.push({ preset: this.place.preset, parameters: this.at.parameters });
    return this.write(preset, parameters);
  }

  private write(preset: string | null, parameters: Values): Promise<void> {
    const { lab, story } = this.walked;
    const base = baseOf(lab, this.at.part, preset);
    const place = { ...this.place, preset, parameters: overridesOf(base, parameters) };
    this.explored = explore(lab, story, place, this.explored);
    return this.open(place);
  }

  /** What happens once an address is there: the copy of the part that was left ends, and the address is put right. */
  private async open(place: LabPlace): Promise<void> {
    const { lab, story } = this.walked;
    this.place = place;
    const { at } = this;
    const kept = this.part === at.part.id ? this.explored : leave(lab, this.explored, this.part);
    if (this.part !== at.part.id) this.past = [];
    this.part = at.part.id;
    const chosen = this.step === at.step.id ? null : unsaidChoice(lab, story, at, kept);
    this.step = at.step.id;
    this.explored = at.waits ? explore(lab, story, place, kept) : kept;
    await this.keep();
    if (place.step === at.step.id && at.messages.length === 0 && !chosen) return;
    const isPlain = place.preset === null && Object.keys(place.parameters).length === 0;
    const copy =
      place.step === null && isPlain && !asks(at.step)
        ? explorationOf(lab, story, at.part, this.explored)
        : null;
    const put = { ...understood(place, at), ...copy };
    this.place = { ...put, parameters: { ...chosen, ...put.parameters } };
  }

  private get key(): string {
    return `explored/${this.walked.lab.id}`;
  }

  private async read(): Promise<void> {
    const values = (await this.shared.get()) as Record<string, unknown>;
    this.explored = explorations.parse(values[this.key] ?? {});
  }

  private async keep(): Promise<void> {
    const value = Object.keys(this.explored).length > 0 ? this.explored : null;
    await this.shared.set({ key: this.key, value, keep: true, by: 'walk' });
  }
}
