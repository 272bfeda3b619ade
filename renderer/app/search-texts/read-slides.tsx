import { prerender } from 'react-dom/static';
import { createHostStore, type Host } from '../../host/host.ts';
import { HostProvider } from '../../host/use-host.ts';
import type { PlacedSlide } from '../../model/lecture/lecture.ts';
import type { SlideText } from '../../model/search/slide-text.ts';
import { StaticSlide } from '../../shared/slide/static-slide.tsx';
import { ownLecture } from '../lecture.ts';
import { wordsInHtml } from './words-in-html.ts';

/** Nobody is connected: a slide says what it says before anything was run or answered. */
const nobody: Host = {
  store: createHostStore(),
  call: () => new Promise(() => undefined),
  share: () => undefined,
  report: () => undefined,
};

/**
 * Draws every slide at its last step, and its notes, to HTML, and reads what they say. Throws what
 * a slide throws, with its id.
 */
export async function readSlides(): Promise<SlideText[]> {
  const { lecture, slides, wholeContent } = ownLecture;
  const content = await wholeContent();
  const read = async (slide: PlacedSlide, as: 'picture' | 'notes') => {
    const failures: unknown[] = [];
    const { prelude } = await prerender(
      <HostProvider value={nobody}>
        <StaticSlide
          deck={{
            lecture,
            slides,
            openLab: () => undefined,
            goTo: () => undefined,
            current: slide,
            step: slide.steps,
            overview: false,
          }}
          content={content}
          slide={slide}
          as={as}
        />
      </HostProvider>,
      // In one piece, however large: React would else move what it waited for to the end.
      { progressiveChunkSize: Infinity, onError: (error) => void failures.push(error) },
    );
    // React would leave a hole for the browser to fill.
    if (failures.length > 0)
      throw new Error(`The slide ${slide.id} can't be drawn without a browser`, {
        cause: failures[0],
      });
    return wordsInHtml(await new Response(prelude).text());
  };
  return Promise.all(
    slides.map(async (slide) => ({
      slide: slide.id,
      shown: await read(slide, 'picture'),
      spoken: await read(slide, 'notes'),
    })),
  );
}
