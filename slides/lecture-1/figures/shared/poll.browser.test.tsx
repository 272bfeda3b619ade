import { expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-react/pure';
import { createStore } from 'zustand/vanilla';
import { closedRoom, type OpenRoom, type RoomView } from '../../../../main/contract/room.ts';
import { defaultSettings, type Use } from '../../../../main/contract/learner.ts';
import { slidesOf } from '../../../../renderer/model/lecture/lecture.ts';
import { pollId, pollQuestion } from '../../../../renderer/model/room/room-question.ts';
import { DeckProvider, SlideProvider } from '../../../../renderer/shared/slide/deck-context.ts';
import { memoryHost, WithHost } from '../../../../test/components/memory-host.tsx';
import { lecture } from '../../deck.ts';
import { Poll } from './poll.tsx';

const slides = slidesOf(lecture);
const slide = slides.find(({ id }) => id === 'poll-surgeon')!;
const deck = {
  info: { lecture, slides, openLab: () => undefined, goTo: () => undefined },
  showing: createStore(() => ({ current: slide, step: 1, overview: false })),
};

const open = (use?: Use, room: RoomView = closedRoom) =>
  render(
    <WithHost host={memoryHost({ settings: { ...defaultSettings, use }, room })}>
      <DeckProvider value={deck}>
        <SlideProvider value={slide.id}>
          <Poll />
        </SlideProvider>
      </DeckProvider>
    </WithHost>,
  );
const about = () => page.getByText('It weighs reasons against results.');
const count = () => page.getByRole('button', { name: 'Count hands' });

it('whoever is alone answers first, then reads what it is about; no hands are counted', async () => {
  await open('alone');
  await expect.element(about()).not.toBeInTheDocument();
  await expect.element(count()).not.toBeInTheDocument();
  await page.getByRole('radio').first().click();
  await expect.element(about()).toBeVisible();
});

it('a class counts hands, and is told nothing before', async () => {
  await open('present');
  await page.getByRole('radio').first().click();
  await expect.element(about()).not.toBeInTheDocument();
  await expect.element(count()).toBeVisible();
});

it('whoever chose to learn alone and opened the room has a class: its answers are counted on the slide', async () => {
  const room = { ...closedRoom, joined: 3, open: { address: '127.0.0.1:4000' } as OpenRoom };
  const question = pollQuestion(slide.poll!);
  const counts = { [slide.poll!.options[0]!.id]: 2 };
  await open('alone', {
    ...room,
    asking: question.id,
    tallies: { [question.id]: { ...unshown, question, answered: 2, counts } },
  });
  await expect.element(page.getByText('2 of 3 phones answered.')).toBeVisible();
  await expect.element(count()).toBeVisible();
  await page.getByRole('radio').first().click();
  await expect.element(about()).not.toBeInTheDocument();
});

it.each([2, 3, 4, 5, 6, 7, 12])(
  '%s answers fit beside one another with their bars, none over another',
  async (count) => {
    const options = Array.from({ length: count }, (_, index) => ({
      id: `answer-${index}-${'x'.repeat(50)}`,
      label: `Answer ${index} of some words`.slice(0, 24),
    }));
    const poll = { ...slide.poll!, question: 'Another question than the title is', options };
    const own = slides.map((one) => (one === slide ? { ...slide, poll } : one));
    const counts = Object.fromEntries(options.map(({ id }) => [id, 9_999]));
    const { container } = await render(
      <WithHost
        host={memoryHost({
          settings: { ...defaultSettings, use: 'present' },
          shared: {
            [pollId(poll)]: { counts, shown: true, before: null },
            [`poll-answer/${poll.id}`]: options[0]!.id,
          },
        })}
      >
        <DeckProvider value={{ ...deck, info: { ...deck.info, slides: own } }}>
          <SlideProvider value={slide.id}>
            <div style={slideBody}>
              <Poll />
            </div>
          </SlideProvider>
        </DeckProvider>
      </WithHost>,
    );
    await expect.element(page.getByRole('radio').nth(count - 1)).toBeInTheDocument();
    await expect.element(page.getByText('your answer')).toBeInTheDocument();
    await expect.element(page.getByText(/^Show of hands\./)).toBeInTheDocument();
    const rows = [...container.querySelectorAll('[role="radiogroup"] > label')];
    for (const row of rows) {
      const outer = row.getBoundingClientRect();
      for (const part of row.querySelectorAll('span')) {
        const inner = part.getBoundingClientRect();
        if (inner.width * inner.height <= 1 || part.closest('.said')) continue;
        expect(inner.top, part.textContent).toBeGreaterThanOrEqual(outer.top - 1);
        expect(inner.bottom, part.textContent).toBeLessThanOrEqual(outer.bottom + 1);
        expect(inner.right, part.textContent).toBeLessThanOrEqual(outer.right + 1);
      }
      const words = [...row.children].find(({ textContent }) => /^Answer/.test(textContent))!;
      expect(words.scrollWidth, words.textContent).toBeLessThanOrEqual(words.clientWidth);
      expect(words.scrollHeight, words.textContent).toBeLessThanOrEqual(words.clientHeight + 2);
    }
  },
);

/** What a slide has under a title of one line. */
const slideBody = {
  display: 'flex',
  flexDirection: 'column',
  width: 1136,
  height: 490,
  font: 'var(--weight-text) var(--slide-body) / var(--slide-body-lh) var(--font-text)',
} as const;

const unshown = {
  closed: false,
  shown: false,
  spread: null,
  means: {},
  outcome: null,
  close: null,
  sure: [],
  run: null,
};
