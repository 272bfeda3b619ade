import { afterEach, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-react/pure';
import { defaultSettings } from '../../../main/contract/learner.ts';
import { memoryHost, WithHost } from '../../../test/components/memory-host.tsx';
import { Button } from '../../kit/button.tsx';
import { HelpDialog } from './help-dialog.tsx';

afterEach(() => void delete document.documentElement.dataset['letters']);

it('lists single letters only while they are keys, and says where they are switched on', async () => {
  const host = memoryHost();
  await render(
    <WithHost host={host}>
      <HelpDialog open onClose={() => undefined} />
    </WithHost>,
  );
  const dialog = page.getByRole('dialog', { name: 'Keys' });
  const names = () => [...dialog.element().querySelectorAll('kbd')].map((one) => one.textContent);
  await expect.element(dialog).toHaveTextContent(/Presenter window/);
  expect(names()).toEqual(expect.arrayContaining(['L', '.', '?', '→', 'F5', 'Ctrl K']));
  await expect.element(dialog).not.toHaveTextContent(/switched off/);
  host.store.setState({ settings: { ...defaultSettings, letterKeys: false } });
  await expect.element(dialog).toHaveTextContent(/Single letters are switched off/);
  expect(names().filter((name) => /^[A-Z.?]$/.test(name))).toEqual([]);
  expect(names()).toEqual(expect.arrayContaining(['→', 'Space', 'F5', 'Esc', 'Ctrl K']));
  await expect.element(dialog).not.toHaveTextContent(/Presenter window/);
});

it('a button names its letter only while that is a key', async () => {
  const { container } = await render(
    <>
      <Button kbd="B">Black</Button>
      <Button kbd="Ctrl K">Find</Button>
    </>,
  );
  const shown = () =>
    [...container.querySelectorAll('kbd')]
      .filter((one) => getComputedStyle(one).display !== 'none')
      .map((one) => one.textContent);
  expect(shown()).toEqual(['B', 'Ctrl K']);
  document.documentElement.dataset['letters'] = 'off';
  expect(shown()).toEqual(['Ctrl K']);
});
