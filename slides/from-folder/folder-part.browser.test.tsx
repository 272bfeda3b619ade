import { expect, it } from 'vitest';
import { render } from 'vitest-browser-react/pure';
import { createStore } from 'zustand/vanilla';
import type { FolderSlide, LectureOutline } from '../../main/contract/lecture-folder.ts';
import { lectureOf } from '../../renderer/model/lecture/from-outline.ts';
import { slidesOf } from '../../renderer/model/lecture/lecture.ts';
import { DeckProvider, DrawingProvider } from '../../renderer/shared/slide/deck-context.ts';
import { memoryHost, WithHost } from '../../test/components/memory-host.tsx';
import { FolderPart } from './folder-part.tsx';
import { folderStore } from './folder-store.ts';

const meta = (layout: 'title' | 'titled') => ({
  ...{ id: 'waves', title: 'Waves', steps: 1, layout, file: 'a.md', line: 1, hash: '0'.repeat(16) },
});
const facts = {
  ...{ title: 'Waves', course: '', lecturer: 'A. Person', institution: 'A university' },
  ...{ date: '1 March 2026', language: 'en' },
};
const outlineWith = (layout: 'title' | 'titled'): LectureOutline => ({
  ...{ id: 'aaaaaaaaaaaa', folder: 'mine', revision: 1, facts, said: facts },
  parts: [{ id: 'one', title: 'One', minutes: 5, slides: [meta(layout)] }],
  ...{ sources: [], edition: null, labs: {}, problems: [] },
});
const slide: FolderSlide = {
  ...{ id: 'waves', hash: '0'.repeat(16), body: [], notes: [], shown: '', spoken: '' },
};

it.each([
  ['title', 'WavesA. PersonA university1 March 2026'],
  ['titled', 'Waves'],
] as const)('on a slide laid out as %s stands: %s', async (layout, words) => {
  const outline = outlineWith(layout);
  const lecture = lectureOf(outline, () => Promise.resolve({ default: FolderPart }));
  const slides = slidesOf(lecture);
  folderStore.setState({
    outline,
    slides: new Map([['waves', slide]]),
    metas: new Map([['waves', meta(layout)]]),
  });
  const { container, unmount } = await render(
    <WithHost host={memoryHost()}>
      <DeckProvider
        value={{
          info: { lecture, slides, openLab: () => undefined, goTo: () => undefined },
          showing: createStore(() => ({ current: slides[0]!, step: 1, overview: false })),
        }}
      >
        <DrawingProvider value={{ as: 'picture', only: 'waves' }}>
          <FolderPart />
        </DrawingProvider>
      </DeckProvider>
    </WithHost>,
  );
  expect(container.querySelectorAll('h1')).toHaveLength(1);
  expect(container.textContent).toContain(words);
  if (layout === 'titled') expect(container.textContent).not.toContain('A. Person');
  await unmount();
});
