import type { ComponentType } from 'react';
import { useStore } from 'zustand';
import type { FolderSlide } from '../../main/contract/lecture-folder.ts';
import { useDrawing } from '../../renderer/shared/slide/deck-context.ts';
import { Ask, Mistake, Notes, Say } from '../../renderer/shared/slide/notes.tsx';
import { Slide } from '../../renderer/shared/slide/slide.tsx';
import { Byline } from './byline.tsx';
import { drawTree } from './draw-tree.tsx';
import { folderStore } from './folder-store.ts';
import styles from './folder-part.module.css';

/** Layouts in which the title is large. */
const large = ['section', 'center', 'title'];

/** The slide of the open folder that is wanted; nothing where the folder has none of that name. */
export function FolderPart() {
  const { only } = useDrawing();
  const slide = useStore(folderStore, ({ slides }) => slides.get(only));
  const layout = useStore(folderStore, ({ metas }) => metas.get(only)?.layout ?? 'titled');
  const title = useStore(folderStore, ({ metas }) => metas.get(only)?.title);
  const language = useStore(folderStore, ({ outline }) => outline?.facts.language);
  if (!slide) return null;
  return (
    <Slide id={only} layout={layout === 'titled' ? 'titled' : 'plain'}>
      <div className={styles.body} data-layout={layout} lang={language}>
        {layout === 'plain' && <h1 className="said">{title}</h1>}
        {large.includes(layout) && <h1 className={styles.large}>{title}</h1>}
        {drawTree(slide.body)}
        {layout === 'title' && <Byline />}
      </div>
      <Notes>{notesOf(slide)}</Notes>
    </Slide>
  );
}

const notesOf = (slide: FolderSlide | undefined) =>
  slide?.notes.map(({ kind, body }, index) => {
    const Kind = { say: Say, ask: Ask, mistake: Mistake }[kind];
    return <Kind key={index}>{drawTree(body)}</Kind>;
  });

/** A part of lecture 1 in which slides of the folder stand: theirs where the folder has the slide that is wanted, else ours. */
export function MixedPart({ Base }: { Base: ComponentType }) {
  const { only, as } = useDrawing();
  const own = useStore(folderStore, ({ slides, placed }) => slides.has(only) && placed.has(only));
  const said = useStore(folderStore, ({ outline, slides }) =>
    slides.get(outline?.edition?.notes[only] ?? ''),
  );
  if (own) return <FolderPart />;
  if (as === 'notes' && said) return <Notes>{notesOf(said)}</Notes>;
  return <Base />;
}
