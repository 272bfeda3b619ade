import { expect, describe, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react/pure';
import { createStore } from 'zustand/vanilla';
import { closedRoom, type OpenRoom } from '../../../../main/contract/room.ts';
import { defaultSettings, type Use } from '../../../../main/contract/learner.ts';
import { slidesOf } from '../../../../renderer/model/lecture/lecture.ts';
import { DeckProvider, SlideProvider } from '../../../../renderer/shared/slide/deck-context.ts';
import { memoryHost, WithHost } from '../../../../test/components/memory-host.tsx';
import { lecture } from '../../deck.ts';
import { BreakoutRoom } from './breakout-room.tsx';
import { CountdownCorner, CountdownFace } from './countdown-face.tsx';

const slides = slidesOf(lecture);
const slide = slides.find(({ id }) => id === 'breakout-room') ?? slides[0]!;
const deck = {
  info: { lecture, slides, openLab: () => undefined, goTo: () => undefined },
  showing: createStore(() => ({ current: slide, step: 1, overview: false })),
};

async function open(use?: Use) {
  const host = memoryHost({ settings: { ...defaultSettings, use } });
  const draw = () =>
    render(
      <WithHost host={host}>
        <DeckProvider value={deck}>
          <SlideProvider value={slide.id}>
            <BreakoutRoom />
          </SlideProvider>
        </DeckProvider>
      </WithHost>,
    );
  const drawn = await draw();
  return {
    host,
    drawn,
    draw,
    seeds: () => (host.store.getState().shared['breakout/groups'] as { seeds: number[] }).seeds,
  };
}

const names = () => page.getByRole('textbox', { name: 'Names, one on each line' });
const people = () => page.getByRole('textbox', { name: 'or how many people' });
const button = (name: string) => page.getByRole('button', { name, exact: true });
const headings = () =>
  page
    .getByRole('heading', { level: 2 })
    .elements()
    .map(({ textContent }) => textContent);

describe('who is here', () => {
  it('is counted: the sizes are said at once, and Enter makes the groups', async () => {
    await open();
    await userEvent.fill(people(), '34');
    await expect.element(page.getByText('7 groups: 6 of 5, 1 of 4')).toBeVisible();
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByRole('heading', { name: 'Group 7' })).toBeVisible();
    expect(headings()).toHaveLength(7);
  });

  it.each([
    ['12.5', 'A whole number of people, such as 34.'],
    ['many', 'A whole number of people, such as 34.'],
    ['0', 'At least one person.'],
    ['501', 'At most 500 people.'],
  ])('is not taken as %s', async (text, problem) => {
    await open();
    await userEvent.fill(people(), text);
    await expect.element(page.getByRole('alert')).toHaveTextContent(problem);
    await expect.element(people()).toHaveAttribute('aria-invalid', 'true');
    await expect.element(people()).toHaveAccessibleDescription(problem);
    await button('Make groups').click();
    expect(headings()).toEqual([]);
  });

  it('is asked for where nothing was said', async () => {
    await open();
    await button('Make groups').click();
    await expect
      .element(page.getByRole('alert'))
      .toHaveTextContent('Paste names, or say how many.');
    await userEvent.fill(people(), '3');
    await expect.element(page.getByRole('alert')).not.toBeInTheDocument();
  });

  it('is named: the list counts, and the number can’t be typed beside it', async () => {
    await open();
    await userEvent.fill(names(), 'Ana\nBo\nBo\nCy');
    await expect.element(people()).toBeDisabled();
    await expect.element(people()).toHaveValue('4');
    await expect.element(page.getByText(/Twice in the list and kept: Bo/)).toBeVisible();
    await button('Make groups').click();
    await expect.element(page.getByText('Ana')).toBeVisible();
    expect(page.getByText('Bo').elements()).toHaveLength(2);
  });

  it('is still there after the page was loaded again', async () => {
    const { drawn, draw } = await open();
    await userEvent.fill(people(), '2x');
    await drawn.unmount();
    await draw();
    await expect.element(people()).toHaveValue('2x');
  });
});

describe('class lists', () => {
  const csv =
    'Login,Name,E-mail\nag1,Ana Gómez,ana@x.org\nbl2,Bo Lindqvist,bo@x.org\nbl3,Bo Lindqvist,bo3@x.org\ndk4,דנה כהן,dana@x.org';
  const paste = (text: string) => {
    const data = new DataTransfer();
    data.setData('text/plain', text);
    const options = { clipboardData: data, bubbles: true, cancelable: true };
    names().element().dispatchEvent(new ClipboardEvent('paste', options));
  };
  const secret = /ana@|x\.org|ag1|Lindqvist|דנה/;

  it('class list columns: one chooses which is the name, and nothing of the list is shown or shared', async () => {
    const { host, drawn } = await open();
    paste(csv);
    await expect.element(page.getByText(/^4 people are in the list\./)).toBeVisible();
    await expect.element(page.getByText('One name is in the list more than once.')).toBeVisible();
    await expect.element(page.getByRole('radio', { name: 'Name' })).toBeChecked();
    expect(drawn.container.innerHTML).not.toMatch(secret);
    expect(JSON.stringify(host.store.getState().shared)).not.toMatch(secret);
    await page.getByRole('radio', { name: 'Login' }).click();
    await page.getByRole('radio', { name: 'Name' }).click();
    await button('Make groups').click();
    await expect.element(page.getByText('Ana Gómez')).toBeVisible();
    await expect.element(page.getByText('דנה כהן')).toBeVisible();
    expect(page.getByText('Bo Lindqvist').elements()).toHaveLength(2);
    expect(drawn.container.innerHTML).not.toMatch(/@|ag1/);
    expect(JSON.stringify(host.store.getState().shared)).not.toMatch(/@|ag1/);
  });

  it('live paste: what is typed or pasted stays in its window', async () => {
    const { host } = await open();
    await userEvent.fill(names(), 'Ana\nBo');
    expect(JSON.stringify(host.store.getState().shared)).not.toContain('Ana');
    // However it got into the field: as soon as it holds an address it is a list.
    await userEvent.fill(names(), 'Ana <ana@x.org>\nBo <bo@x.org>');
    await expect.element(page.getByText(/^2 people are in the list\./)).toBeVisible();
    expect(document.body.innerHTML).not.toContain('x.org');
    await button('Another list').click();
    await expect.element(names()).toBeVisible();
  });

  it('say before anything is shown that a name is the beginning of an address', async () => {
    const { drawn } = await open();
    paste('ag1@x.org\nBo Ek <bo@x.org>\ndk4@x.org');
    const warning = page.getByRole('alert');
    await expect.element(warning).toHaveTextContent(/^2 names are what stands before the @/);
    expect(drawn.container.innerHTML).not.toMatch(/ag1|dk4/);
    await button('Another list').click();
    paste(csv);
    await expect.element(page.getByText(/^4 people are in the list\./)).toBeVisible();
    await expect.element(warning).not.toBeInTheDocument();
  });

  it('are opened from a file; a workbook is refused in words', async () => {
    await open();
    const file = page.getByLabelText('Open a list');
    await userEvent.upload(file, new File([new Uint8Array([0x50, 0x4b, 3, 4])], 'list.xlsx'));
    await expect.element(page.getByRole('alert')).toHaveTextContent(/^That is a workbook\./);
    // "José" as Excel writes it on Windows.
    const western = new Uint8Array([...'Name\nJos'].map((sign) => sign.charCodeAt(0)).concat(0xe9));
    await userEvent.upload(file, new File([western], 'list.csv'));
    await button('Make groups').click();
    await expect.element(page.getByText('José')).toBeVisible();
  });
});

describe('the groups', () => {
  it('are shuffled anew, and that is undone', async () => {
    const { seeds } = await open();
    await userEvent.fill(people(), '20');
    await button('Make groups').click();
    await expect.element(button('Undo')).toBeDisabled();
    const text = () => page.getByRole('list').first().element().textContent;
    const before = text();
    await button('Shuffle again').click();
    await expect.poll(() => seeds().length).toBe(2);
    await button('Undo').click();
    await expect.poll(text).toBe(before);
    await expect.element(button('Undo')).toBeDisabled();
  });

  it('are turned over page by page', async () => {
    await open();
    await userEvent.fill(people(), '100');
    await button('Make groups').click();
    await expect.element(page.getByText('1–14 of 20')).toBeVisible();
    await expect.element(button('Groups before')).toBeDisabled();
    await button('Groups after').click();
    await expect.element(page.getByRole('heading', { name: 'Group 20' })).toBeVisible();
    await expect.element(button('Groups after')).toBeDisabled();
  });

  it('are left for the form and come back unchanged', async () => {
    const { seeds } = await open();
    await userEvent.fill(people(), '20');
    await button('Make groups').click();
    const before = seeds();
    await button('Who is here').click();
    await expect.element(people()).toHaveValue('20');
    await button('Back to the groups').click();
    await expect.element(page.getByRole('heading', { name: 'Group 4' })).toBeVisible();
    expect(seeds()).toEqual(before);
  });
});

describe('whoever learns alone', () => {
  it('writes a note that is kept, and starts the clock; nobody is counted', async () => {
    const { host } = await open('alone');
    await expect.element(people()).not.toBeInTheDocument();
    await userEvent.fill(page.getByRole('textbox', { name: /^Alone\?/ }), 'A bird counter.');
    await expect.poll(() => host.store.getState().shared['breakout/note']).toBe('A bird counter.');
    await button('Start eight minutes').click();
    await expect.element(page.getByRole('button', { name: /left$/ })).toBeDisabled();
    expect(host.store.getState().shared['breakout/countdown']).toMatchObject({ sound: true });
  });

  it('and opens the room has phones to group', async () => {
    const { host } = await open('alone');
    await expect.element(page.getByRole('textbox', { name: /^Alone\?/ })).toBeVisible();
    host.store.setState({
      room: { ...closedRoom, joined: 7, open: { address: '127.0.0.1:4000' } as OpenRoom },
    });
    await expect.element(people()).toBeVisible();
    await expect.element(page.getByRole('textbox', { name: /^Alone\?/ })).not.toBeInTheDocument();
  });
});

it('Safe on stage: group pages follow between windows', async () => {
  const { draw } = await open();
  await userEvent.fill(people(), '120');
  await userEvent.keyboard('{Enter}');
  await draw();
  const pages = page.getByText(/^\d+–\d+ of 24$/);
  const after = page.getByRole('button', { name: 'Groups after' });
  await expect.element(pages.nth(1)).toHaveTextContent('1–14 of 24');
  await userEvent.click(after.first());
  await expect.element(pages.first()).toHaveTextContent('15–24 of 24');
  await expect.element(pages.nth(1)).toHaveTextContent('15–24 of 24');
});

it('a countdown that is paused is shown as paused, on its slide and in the corner of those that follow', async () => {
  const host = memoryHost();
  await render(
    <WithHost host={host}>
      <DeckProvider value={deck}>
        <SlideProvider value={slide.id}>
          <CountdownFace />
          <CountdownCorner />
        </SlideProvider>
      </DeckProvider>
    </WithHost>,
  );
  await expect.element(page.getByText('not running')).toBeVisible();
  await button('Start').click();
  await button('Pause').click();
  await expect.element(page.getByText('left, paused')).toBeVisible();
  await expect.element(page.getByText('paused', { exact: true })).toBeVisible();
  expect(page.getByText(/^\d:\d\d$/).elements()).toHaveLength(2);
  await button('Continue').click();
  await expect.element(page.getByText('paused', { exact: true })).not.toBeInTheDocument();
  await button('Reset').click();
  expect(page.getByText(/^\d:\d\d$/).elements()).toHaveLength(1);
});
