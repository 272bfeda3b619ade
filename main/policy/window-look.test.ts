import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { appId, productName } from './product.ts';
import { windowBackground, windowIcon } from './window-look.ts';

const root = join(import.meta.dirname, '../..');
const system = (shouldUseDarkColors: boolean, shouldUseHighContrastColors = false) => ({
  shouldUseDarkColors,
  shouldUseHighContrastColors,
});

describe('the colour of a window before its page is there', () => {
  const tokens = readFileSync(join(root, 'renderer/styles/tokens.css'), 'utf8');
  const pageColor = (theme: string) =>
    new RegExp(`\\[data-theme='${theme}'\\] \\{[^}]*?--page: (#\\w+);`).exec(tokens)?.[1];

  test.each(['light', 'dark', 'contrast'] as const)('is the page’s own: %s', (theme) =>
    expect(windowBackground(theme, system(theme === 'light'))).toBe(pageColor(theme)),
  );

  test('follows the system where nothing else is set, high contrast first', () => {
    expect(windowBackground('system', system(false))).toBe(pageColor('light'));
    expect(windowBackground('system', system(true))).toBe(pageColor('dark'));
    expect(windowBackground('system', system(true, true))).toBe(pageColor('contrast'));
  });
});

describe('the package', () => {
  const builder = readFileSync(join(root, 'electron-builder.yml'), 'utf8');

  test('bears the names that the program gives itself', () => {
    expect(/^appId: (.+)$/m.exec(builder)?.[1]).toBe(appId);
    expect(/^productName: (.+)$/m.exec(builder)?.[1]).toBe(productName);
  });

  test('brings the picture of its windows', () => {
    const icon = windowIcon('', 'linux')!;
    expect(builder).toContain(`  - ${icon}\n`);
    expect(readFileSync(join(root, icon)).subarray(1, 4).toString()).toBe('PNG');
  });
});
