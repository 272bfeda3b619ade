import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { projectRoot } from '../../compute/fixtures/build-trial.ts';
import { inlineCode } from './inline-code.ts';
import { buildPlayer } from './player-files.ts';

it('the player is one small script that its hash names, and takes nothing else', async () => {
  const { script, style, hash } = await buildPlayer(projectRoot);
  const own = createHash('sha256').update(script).digest('base64');
  expect(hash).toBe(`sha256-${own}`);
  expect(script.length).toBeLessThan(16_000);
  expect(script).not.toMatch(/\bimport\b|\bfetch\b|XMLHttpRequest|innerHTML|\beval\b|https?:/);
  expect(style).toContain('data-plays');
  expect(style).not.toMatch(/url\(|@import/);
});

it('code that would end its own element is refused', () => {
  expect(inlineCode('let a = 1;', 'script', 'A page')).toBe('let a = 1;');
  for (const code of ['"</script>"', '"</SCRIPT x"', '"<!--"'])
    expect(() => inlineCode(code, 'script', 'A page')).toThrow('A page holds');
});
