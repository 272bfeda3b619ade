import type { Locator, Page } from '@playwright/test';

/** What the controls of one place say, by label: a number's words as they stand, or the option that is taken. */
export const readControls = (settings: Locator): Promise<Record<string, string>> =>
  settings.evaluate((root) => {
    const found: Record<string, string> = {};
    for (const button of root.querySelectorAll('button[aria-label$=". Type a value"]')) {
      const said = /^(.+?): (.+)\. Type a value$/.exec(button.getAttribute('aria-label')!);
      if (said) found[said[1]!] = said[2]!;
    }
    for (const group of root.querySelectorAll('[role=radiogroup]'))
      for (const radio of group.querySelectorAll('[role=radio][aria-checked=true]'))
        found[group.getAttribute('aria-label')!] = radio.getAttribute('aria-label')!;
    return found;
  });

/** What the story shows of its part's prediction. Null where no prediction is in sight. */
export interface StoryBox {
  /** Number and words without their unit. */
  was: string | null;
  /** Left out where the box is cut to one line. */
  verdict?: string | null;
  run?: number | null;
}

export const readStoryBox = (story: Locator, unit: string): Promise<StoryBox | null> =>
  story.evaluate((root, unit) => {
    // A number and its unit are two elements; words are one, with the unit behind them.
    const worded = (element: Element | null | undefined) => {
      const parts = element?.children ?? [];
      const text = (parts.length > 0 ? parts[0]! : element)?.textContent?.trim() ?? '';
      return unit && parts.length === 0 && text.endsWith(` ${unit}`)
        ? text.slice(0, -unit.length - 1)
        : text;
    };
    const all = [...root.querySelectorAll('p')];
    const line = all.find((p) =>
      /^you said .* ?(it was |run \d+ can’t tell)/.test(p.textContent?.trim() ?? ''),
    );
    if (line) return { was: worded(line.children[1]?.firstElementChild) || null };
    if (!all.some((p) => p.textContent?.trim() === 'Your prediction, locked')) return null;
    const by = /judged by run (\d+)/.exec(root.textContent ?? '');
    const happened = all.find((p) => p.textContent?.trim() === 'What happened')?.parentElement;
    const verdict = happened?.children[2];
    return {
      was: (happened && worded(happened.children[1]?.firstElementChild)) || null,
      verdict: verdict?.tagName === 'P' ? verdict.textContent : null,
      run: by ? Number(by[1]) : null,
    };
  }, unit);

/** A row of a table as another room shows it. */
export interface Row {
  was: string | null;
  score: string | null;
  hit?: boolean | null;
  verdict?: string | null;
  run?: number | null;
}

/** The page of exercises: a row for each part of the lab that has something locked, by the part's title. */
export const readExercises = (page: Page, lab: string): Promise<Record<string, Row>> =>
  page.locator(`section[aria-labelledby="progress-${lab}"]`).evaluate((section) => {
    const rows: Record<string, Row> = {};
    for (const row of section.querySelectorAll('tbody tr')) {
      const title = row.querySelector('th a')!.textContent!;
      const cells = [...row.querySelectorAll(':scope > td')];
      // Cells of what is not asked or not said end early; the last two are the check and the words.
      const [was, off] = cells.length >= 5 ? cells.slice(-4, -2) : [];
      if (!was || !off) continue;
      const entry = off.querySelector('[data-status]');
      const status = entry?.getAttribute('data-status');
      const scored = status === 'right' || status === 'off';
      rows[title] = {
        was: (was.firstElementChild ?? was).textContent?.trim() || null,
        score: scored ? (entry!.lastElementChild?.firstChild?.textContent ?? null) : null,
        hit: scored ? status === 'right' : null,
      };
    }
    return rows;
  });

/** The report: a row for each question, by its words. */
export const readReport = (page: Page): Promise<Record<string, Row>> =>
  page
    .locator('table')
    .filter({ has: page.locator('caption', { hasText: /^Predictions$/ }) })
    .first()
    .evaluate((table) => {
      const rows: Record<string, Row> = {};
      for (const row of table.querySelectorAll('tbody tr')) {
        const head = row.querySelector('th')!;
        const cells = [...row.querySelectorAll(':scope > td')];
        const [outcome, score] = cells.slice(-3, -1);
        const run = /run (\d+)$/.exec(outcome?.textContent ?? '');
        rows[head.firstChild?.textContent?.trim() ?? ''] = {
          was: outcome?.querySelector('b')?.textContent ?? null,
          score: score?.textContent?.trim() || null,
          verdict: head.querySelector('span')?.textContent ?? null,
          run: run ? Number(run[1]) : null,
        };
      }
      return rows;
    });
