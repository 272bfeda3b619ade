import { expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-react/pure';
import { createStore } from 'zustand/vanilla';
import { closedRoom, type OpenRoom, type RoomView } from '../../../../main/contract/room.ts';
import { defaultSettings, type Use } from '../../../../main/contract/learner.ts';
import { slidesOf } from '../../../../renderer/model/lecture/lecture.ts';
import { pollQuestion } from '../../../../renderer/model/room/room-question.ts';
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
