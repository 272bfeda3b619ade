import type { Page } from '@playwright/test';
import axe from 'axe-core';
import { checkSlide, type Finding } from './slide-checks.ts';

/** Goes to a slide's step and waits until it is drawn. */
export async function show(page: Page, id: string, step: number): Promise<void> {
  await page.evaluate(
    async ({ id, step }) => {
      location.hash = `#/slides/${id}${step > 1 ? `?step=${step}` : ''}`;
      const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
      const there = () => document.querySelector(`section.present[data-slide="${id}"] h1`);
      for (let frames = 0; frames < 300 && !there(); frames += 1) await frame();
      await document.fonts.ready;
      await frame();
      await frame();
    },
    { id, step },
  );
}

export const everyRule: axe.RunOnly = {
  type: 'tag',
  values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
};
/** All that a theme or a larger window changes. */
export const looks: axe.RunOnly = { type: 'rule', values: ['color-contrast', 'target-size'] };

/** What axe has to say of the slide on screen. */
export async function axeFindings(page: Page, runOnly: axe.RunOnly): Promise<Finding[]> {
  return page.evaluate(async (only) => {
    const { violations } = await (window as unknown as { axe: typeof axe }).axe.run(
      'section.present',
      {
        resultTypes: ['violations'],
        runOnly: only,
        // The window around the slide holds the landmark; a slide on its own is no page.
        rules: { region: { enabled: false } },
      },
    );
    return violations.flatMap(({ id, help, nodes }) =>
      nodes.map((node) => ({ kind: `axe ${id}`, what: `${help}: ${node.html.slice(0, 160)}` })),
    );
  }, runOnly);
}

declare function checkedIn(wanted: { id: string; last: boolean }): Finding[];

/** Puts the checks and axe into the window, as a debugger would: the page's own policy lets no script in. */
export async function equip(page: Page): Promise<void> {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.evaluate(axe.source);
  // Playwright's compiler may name functions through a helper of its own.
  await page.evaluate(
    `globalThis.__name ??= (one) => one; globalThis.checkedIn = ${checkSlide.toString()}`,
  );
}

/** What the checks have to say of the slide on screen. */
export const checkedHere = (page: Page, id: string, last: boolean): Promise<Finding[]> =>
  page.evaluate((wanted) => checkedIn(wanted), { id, last });
