import { use, useEffect, useMemo } from 'react';
import type { Address, PrintLayout } from '../../model/address/address.ts';
import { slideLabPlace } from '../../model/address/lab-place.ts';
import type { DeckInfo } from '../../shared/slide/deck-context.ts';
import { useLecture } from '../../shared/window/lecture-context.ts';
import { useShell } from '../../shared/window/shell.ts';
import { PrintPages } from './print-pages.tsx';
import { takeOrigin } from './print-request.ts';
import { ReadingPage } from './reading-page.tsx';

/** The lecture to be read alone: slides and notes as one page, or laid out for paper. */
export function ReadingRoom({ address }: { address: Extract<Address, { room: 'read' }> }) {
  const { lecture, slides, wholeContent } = useLecture();
  const content = use(wholeContent());
  const { addresses } = useShell();
  const info = useMemo<DeckInfo>(
    () => ({
      lecture,
      slides,
      openLab: (slide) =>
        slide.lab && addresses.go({ room: 'labs', lab: slideLabPlace(slide.lab) }),
      goTo: (slide) => addresses.go({ room: 'slides', slide, step: 1, lab: null }),
    }),
    [lecture, slides, addresses],
  );

  useEffect(() => {
    document.title = `Reading: ${lecture.title} · Lectern`;
  }, [lecture]);

  const print = (layout: PrintLayout) => {
    // Whoever comes from here goes back here.
    takeOrigin();
    addresses.go({ room: 'read', slide: null, print: layout });
  };
  if (address.print !== null)
    return (
      <PrintPages
        key={`${address.print} ${address.per ?? 1} ${address.answers ?? ''}`}
        info={info}
        content={content}
        layout={address.print}
        per={address.per ?? 1}
        solved={address.answers ?? false}
        onChange={({ per, solved, layout }) =>
          addresses.go(
            {
              room: 'read',
              slide: null,
              print: layout,
              ...(per !== 1 && { per }),
              ...(solved && { answers: true }),
            },
            'replace',
          )
        }
        onBack={() => addresses.open(takeOrigin() ?? '#/read')}
      />
    );
  return (
    <ReadingPage
      info={info}
      content={content}
      slide={address.slide}
      onSlide={(slide) => addresses.go({ room: 'read', slide, print: null }, 'replace')}
      onPrint={print}
    />
  );
}
