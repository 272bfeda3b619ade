import { expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-react/pure';
import { createStore } from 'zustand/vanilla';
import { defaultSettings, type Use } from '../../../../main/contract/learner.ts';
import { slidesOf } from '../../../../renderer/model/lecture/lecture.ts';
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

const open = (use?: Use) =>
  render(
    <WithHost host={memoryHost({ settings: { ...defaultSettings, use } })}>
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
