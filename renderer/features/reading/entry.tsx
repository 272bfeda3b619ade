import type { ComponentType } from 'react';
import { useStore } from 'zustand';
import type { StoreApi } from 'zustand/vanilla';
import { formatAddress } from '../../model/address/address.ts';
import { slideLabPlace } from '../../model/address/lab-place.ts';
import type { PlacedSlide } from '../../model/lecture/lecture.ts';
import type { DeckInfo } from '../../shared/slide/deck-context.ts';
import { Picture } from './picture.tsx';
import { Spoken } from './spoken.tsx';
import styles from './entry.module.css';

interface EntryProps {
  info: DeckInfo;
  content: readonly ComponentType[];
  slide: PlacedSlide;
  /** Ids of the slides whose pictures have been drawn. */
  drawn: StoreApi<ReadonlySet<string>>;
}

/** One slide in the reading view: its heading, its picture, what is said to it, and the way to its lab. */
export function Entry({ info, content, slide, drawn }: EntryProps) {
  const here = useStore(drawn, (ids) => ids.has(slide.id));
  const heading = `read-${slide.id}`;
  return (
    <article className={styles.entry} data-article={slide.id} aria-labelledby={heading}>
      <h3 id={heading} className={styles.heading}>
        <span className={styles.number}>{slide.number}</span>
        {slide.title}
      </h3>
      <div className={styles.picture}>
        {here && <Picture info={info} content={content} slide={slide} />}
      </div>
      <Spoken info={info} content={content} slide={slide} />
      <p className={styles.ways}>
        <a href={`#/slides/${slide.id}`} aria-label={`Show this slide: ${slide.title}`}>
          Show this slide
        </a>
        <LabLink slide={slide} />
      </p>
    </article>
  );
}

function LabLink({ slide }: { slide: PlacedSlide }) {
  if (!slide.lab) return null;
  return (
    <a href={formatAddress({ room: 'labs', lab: slideLabPlace(slide.lab) })}>
      Open the lab: {slide.lab.cue}
    </a>
  );
}
