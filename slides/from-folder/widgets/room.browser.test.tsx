import { expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react/pure';
import { createStore } from 'zustand/vanilla';
import { defaultSettings } from '../../../main/contract/learner.ts';
import { isOfClass } from '../../../main/contract/lecture-class.ts';
import { sharedKey } from '../../../main/contract/shared-state.ts';
import { slidesOf } from '../../../renderer/model/lecture/lecture.ts';
import { DeckProvider, SlideProvider } from '../../../renderer/shared/slide/deck-context.ts';
import { memoryHost, WithHost } from '../../../test/components/memory-host.tsx';
import { lecture } from '../../lecture-1/deck.ts';
import { FolderGroups } from './room.tsx';

const slides = slidesOf(lecture);
const slide = slides[3]!;
const deck = {
  info: { lecture, slides, openLab: () => undefined, goTo: () => undefined },
  showing: createStore(() => ({ current: slide, step: 1, overview: false })),
};

it('whoever is alone is asked nothing of lecture 1, and writes a note of this slide that stays', async () => {
  const host = memoryHost({ settings: { ...defaultSettings, use: 'alone' } });
  const { container } = await render(
    <WithHost host={host}>
      <DeckProvider value={deck}>
        <SlideProvider value={slide.id}>
          <FolderGroups />
        </SlideProvider>
      </DeckProvider>
    </WithHost>,
  );
  await userEvent.fill(page.getByRole('textbox', { name: /^Alone\?/ }), 'Mine.');
  expect(container.textContent).not.toMatch(/scares|eight minutes/);
  const isNote = ([, value]: [string, unknown]) => value === 'Mine.';
  await expect.poll(() => Object.entries(host.store.getState().shared).some(isNote)).toBe(true);
  const [key] = Object.entries(host.store.getState().shared).find(isNote)!;
  expect(key).toContain(slide.id);
  expect([sharedKey.safeParse(key).success, isOfClass(key)]).toEqual([true, false]);
});
