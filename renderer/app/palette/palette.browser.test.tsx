import { useState } from 'react';
import { expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react/pure';
import { memoryHost, WithHost } from '../../../test/components/memory-host.tsx';
import { createAddressStore } from '../../model/address/address-store.ts';
import { ShellProvider, type DialogName } from '../../shared/window/shell.ts';
import { known } from '../lecture.ts';
import { noneTyped } from './early-keys.tsx';
import { Palette } from './palette.tsx';

/** A window's shell whose address bar is a variable. */
function window(asked: DialogName[]) {
  let hash = '';
  const addresses = createAddressStore(known, {
    read: () => hash,
    write: (next) => void (hash = next),
    listen: () => undefined,
  });
  return {
    addresses,
    open: (name: DialogName) => void asked.push(name),
    tell: () => undefined,
    present: () => undefined,
    presenting: () => false,
    print: () => undefined,
  };
}

function Opener({ mode }: { mode: 'find' | 'jump' }) {
  const [open, setOpen] = useState(false);
  const [typed, setTyped] = useState(noneTyped);
  return (
    <>
      <button type="button" onClick={() => setOpen(true)}>
        Open
      </button>
      <Palette
        mode={open ? mode : null}
        typed={typed}
        onTyped={setTyped}
        onClose={() => setOpen(false)}
      />
    </>
  );
}

async function open(mode: 'find' | 'jump') {
  const asked: DialogName[] = [];
  const shell = window(asked);
  await render(
    <WithHost host={memoryHost()}>
      <ShellProvider value={shell}>
        <Opener mode={mode} />
      </ShellProvider>
    </WithHost>,
  );
  await page.getByRole('button', { name: 'Open' }).click();
  await expect.element(field()).toHaveFocus();
  return { asked, at: () => shell.addresses.getState().address };
}

const field = () => page.getByRole('combobox');
const options = () => page.getByRole('option');
const chosen = () => page.getByRole('option', { selected: true });
const closed = () => expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
const press = (keys: string) => userEvent.keyboard(keys);
const [first, second] = known.slides;

it('a slide is found by its number and opened by Enter', async () => {
  const { at } = await open('jump');
  await press('2');
  await expect.element(chosen()).toHaveTextContent(/2$/);
  await press('{Enter}');
  await closed();
  expect(at()).toMatchObject({ room: 'slides', slide: second!.id, step: 1 });
});

it('the arrows walk down and up, and around the end', async () => {
  const { at } = await open('jump');
  await expect.element(options().first()).toHaveAttribute('aria-selected', 'true');
  await press('{ArrowDown}');
  await expect.element(options().nth(1)).toHaveAttribute('aria-selected', 'true');
  await press('{ArrowUp}{ArrowUp}');
  await expect.element(options().last()).toHaveAttribute('aria-selected', 'true');
  await press('{ArrowDown}{Enter}');
  await closed();
  expect(at()).toMatchObject({ slide: first!.id });
});

it('the pointer opens one too', async () => {
  const { at } = await open('jump');
  await options().nth(1).click();
  await closed();
  expect(at()).toMatchObject({ slide: second!.id });
});

it('Escape closes it, and the focus goes back', async () => {
  await open('jump');
  await press('abc{Escape}');
  await closed();
  await expect.element(page.getByRole('button', { name: 'Open' })).toHaveFocus();
});

it('says so where nothing is called that', async () => {
  await open('jump');
  await press('qqqq');
  await expect
    .element(page.getByText(/Nothing is called that, and no slide says it/))
    .toBeVisible();
  await expect.element(options()).not.toBeInTheDocument();
  await press('{Enter}');
  await expect.element(field()).toHaveFocus();
});

it('jumping knows slides only; finding knows actions and, once they are read, the steps of each lab', async () => {
  const { asked } = await open('find');
  await press('settings');
  await expect.element(page.getByRole('option', { name: /^Settings/ })).toBeVisible();
  await userEvent.clear(field());
  await press('latency');
  await expect.poll(() => options().elements().length).toBeGreaterThan(3);
  await userEvent.clear(field());
  await press('settings theme{Enter}');
  await closed();
  expect(asked).toEqual(['settings']);
});

it('a link that is pasted is opened', async () => {
  const { at } = await open('find');
  await userEvent.fill(field(), `lectern://slides/${second!.id}`);
  await expect.element(chosen()).toHaveTextContent('Open this link');
  await press('{Enter}');
  await closed();
  expect(at()).toMatchObject({ room: 'slides', slide: second!.id });
});

it('a term of the glossary is found by its abbreviation and opens at its place on the page', async () => {
  const { at } = await open('find');
  await press('p99');
  await expect.element(chosen()).toHaveTextContent('p99Glossary');
  await press('{Enter}');
  await closed();
  expect(at()).toEqual({ room: 'glossary', term: 'p99' });
});
