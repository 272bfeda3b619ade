import type { Locator, Page } from '@playwright/test';
import { describeParameters, type ParameterDescription } from '../../../labs/parameters.ts';
import type { Values } from '../../../labs/view.ts';
import type { Action } from '../actions.ts';
import type { Walked } from '../checks.ts';
import type { Shown } from '../driver.ts';
import { partOfStep, predictIn } from '../own-rules.ts';
import { readControls, readStoryBox } from './read-page.ts';

/** A text as a pattern that means just it. */
export const escape = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Presses and reads on the page of a lab. */
export class Hands {
  private readonly controls: ParameterDescription[];
  private readonly page: Page;
  private readonly walked: Walked;
  private readonly story: Locator;
  private readonly underFigure: Locator;

  constructor(page: Page, walked: Walked) {
    this.page = page;
    this.walked = walked;
    this.controls = describeParameters(walked.lab.parameters);
    this.story = page.getByRole('region', { name: 'Story' });
    this.underFigure = page.getByRole('region', { name: 'Settings' });
  }

  /** Waits until the lab is there and can run. */
  async ready(): Promise<void> {
    const run = this.page.getByRole('region', { name: 'Run', exact: true });
    await run.getByText(/TensorFlow native|WebAssembly/).waitFor();
    await run.getByRole('button', { name: /^Run/ }).and(this.page.locator(':enabled')).waitFor();
  }

  async isAt(step: string): Promise<void> {
    await this.page.waitForURL(new RegExp(`#/labs/[^/]+/${step}([?]|$)`));
    await this.underFigure.waitFor();
  }

  async step(): Promise<string> {
    return /#\/labs\/[^/]+\/([^?]+)/.exec(this.page.url())?.[1] ?? '';
  }

  /** A key that no field takes. */
  async key(key: string): Promise<void> {
    await this.page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
    await this.page.keyboard.press(key);
  }

  /** Every setting, from the dialog that has them all. */
  async settings(): Promise<Values> {
    return this.inDialog(async (dialog) => {
      const said = await readControls(dialog);
      return Object.fromEntries(
        this.controls.flatMap((control) => {
          const words = said[control.label];
          return words === undefined ? [] : [[control.name, valueOf(control, words)]];
        }),
      );
    });
  }

  async shown(): Promise<Shown[]> {
    const step = predictIn(partOfStep(this.walked.story, await this.step()));
    const box = step && (await readStoryBox(this.story, step.unit));
    if (!step || !box) return [];
    const shown: Shown = { where: 'story', step: step.id, ...box };
    if (box.was === null) delete shown.run;
    return [shown];
  }

  async act(action: Action): Promise<void> {
    const { story, page } = this;
    switch (action.kind) {
      case 'step':
        return this.goTo(action.step);
      case 'part':
        return this.openPart(action.part);
      case 'turn':
        return this.key(action.forward ? ']' : '[');
      case 'move':
        return this.move(action.name, action.value);
      case 'preset':
        return this.inDialog((dialog) =>
          dialog
            .getByRole('radiogroup', { name: 'Preset', exact: true })
            .getByRole('radio', { name: this.presetTitle(action.preset), exact: true })
            .click(),
        );
      case 'offer':
        return story
          .getByRole('group', { name: 'Presets of this step' })
          .getByRole('button', { name: this.presetTitle(action.preset), exact: true })
          .click();
      case 'reset':
        return this.underFigure.getByRole('button', { name: 'Reset', exact: true }).click();
      case 'back':
        return page.getByRole('button', { name: 'Back to the question’s settings' }).click();
      case 'undo':
        return this.key('Control+z');
      case 'lock':
        await this.say('said', action.value);
        return story.getByRole('button', { name: 'Lock it' }).click();
      case 'withdraw':
        return story.getByRole('button', { name: 'Change', exact: true }).click();
      case 'check':
        await this.say('answer', action.answer);
        return story.getByRole('button', { name: 'Check', exact: true }).click();
      default:
        throw new Error(`no hands for ${action.kind}`);
    }
  }

  private presetTitle(id: string): string {
    return this.walked.lab.presets.find((preset) => preset.id === id)!.title;
  }

  private async goTo(id: string): Promise<void> {
    const part = partOfStep(this.walked.story, id);
    if (partOfStep(this.walked.story, await this.step()) !== part) await this.openPart(part.id);
    const place = part.steps.findIndex((step) => step.id === id) + 1;
    await this.story
      .getByRole('list', { name: /^Steps of / })
      .getByRole('button', { name: new RegExp(`^Step ${place}: `) })
      .click();
    await this.isAt(id);
  }

  private async openPart(id: string): Promise<void> {
    const { parts } = this.walked.story;
    const index = parts.findIndex((part) => part.id === id);
    const { title, steps } = parts[index]!;
    await this.story
      .getByRole('button', {
        name: new RegExp(`^(${index + 1})?\\s*${escape(title)}\\s*(, done)?$`),
      })
      .first()
      .click();
    await this.isAt(steps[0]!.id);
  }

  private async move(name: string, value: Values[string]): Promise<void> {
    const { label, kind } = this.controls.find((control) => control.name === name)!;
    if (kind === 'choice')
      return this.underFigure
        .getByRole('radiogroup', { name: label, exact: true })
        .getByRole('radio', { name: String(value), exact: true })
        .click();
    const button = this.underFigure.locator(`button[aria-label^="${label}: "]`);
    await button.click();
    await this.underFigure.getByRole('textbox').fill(String(value));
    await this.page.keyboard.press('Enter');
    await button.waitFor();
  }

  /** A number into the step's field, or a choice taken. */
  private async say(field: 'said' | 'answer', value: number | string): Promise<void> {
    if (typeof value === 'number')
      await this.story.locator(`[id="${await this.step()}-${field}"]`).fill(String(value));
    else await this.story.getByRole('radio', { name: value, exact: true }).click();
  }

  private async inDialog<T>(use: (dialog: Locator) => Promise<T>): Promise<T> {
    await this.underFigure.getByRole('button', { name: 'More settings' }).click();
    const dialog = this.page.getByRole('dialog', { name: 'Settings' });
    await dialog.waitFor();
    const found = await use(dialog);
    await this.page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    return found;
  }
}

/** What a control's words say: "1,200 /s", "no limit". */
function valueOf(control: ParameterDescription, words: string): Values[string] {
  if (control.kind === 'choice') return words;
  if (control.zero !== undefined && words === control.zero) return 0;
  const bare =
    control.unit && words.endsWith(control.unit) ? words.slice(0, -control.unit.length) : words;
  return Number(bare.replaceAll(',', '').replace('−', '-').trim());
}
