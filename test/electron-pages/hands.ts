import type { Page } from '@playwright/test';
import { expect, vi } from 'vitest';
import { findAndOpen } from '../e2e/keyboard.ts';
import { played } from '../electron-double/app.ts';
import { PageWindow } from './window.ts';

// What a person does in the program and its pages, and what is read off them.

/** Longer than a busy machine needs; nothing here is timed. */
export const patience = { timeout: 60_000 };

export const deck = (page: Page) =>
  page.locator('.reveal.ready section.present h1').first().waitFor();
export const theme = (page: Page) => page.locator('html').getAttribute('data-theme');

/** Chooses an item of the program's menu. */
export function choose(menu: string, label: string): void {
  const items = played.menu.find((item) => item.label === menu)!.submenu as {
    label?: string;
    click?: () => void;
  }[];
  items.find((item) => item.label === label)!.click!();
}

/** The window that the page opens by doing so. */
export async function opening(act: () => Promise<unknown>): Promise<PageWindow> {
  const before = PageWindow.all.length;
  await act();
  await vi.waitFor(() => expect(PageWindow.all).toHaveLength(before + 1), patience);
  return PageWindow.all.at(-1)!;
}

/** Counts how often a page hears of the settings from now on. */
export const hear = (page: Page) =>
  page.evaluate(() => {
    const counts = globalThis as unknown as { heard: number };
    counts.heard = 0;
    window.lectern!.onMessage(
      (text) => (counts.heard += Number(text.includes('settings.changed'))),
    );
  });
export const heard = (page: Page) =>
  page.evaluate(() => (globalThis as unknown as { heard: number }).heard);

/** Opens the settings as a person without a mouse does. */
export async function settings(page: Page) {
  await findAndOpen(page, 'settings');
  const dialog = page.getByRole('dialog', { name: 'Settings' });
  await dialog.waitFor();
  return dialog;
}

/** Sets the theme in a page’s settings. */
export async function setTheme(page: Page, name: 'dark' | 'light'): Promise<void> {
  const dialog = await settings(page);
  await dialog
    .getByRole('radio', { name: name === 'dark' ? 'Dark' : 'Light' })
    .first()
    .click();
}
