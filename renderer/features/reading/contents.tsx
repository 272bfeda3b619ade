import { useEffect, useRef } from 'react';
import type { LecturePart, PlacedSlide } from '../../model/lecture/lecture.ts';
import styles from './contents.module.css';

interface ContentsProps {
  parts: readonly LecturePart[];
  slidesOfPart: (part: LecturePart) => readonly PlacedSlide[];
  /** The slide that stands on top. */
  top: string;
}

/** The table of contents, which follows the scroll. */
export function Contents({ parts, slidesOfPart, top }: ContentsProps) {
  const nav = useRef<HTMLElement>(null);
  useEffect(() => {
    const box = nav.current;
    const here = box?.querySelector<HTMLElement>('[aria-current]');
    // Not scrollIntoView: that would also move the page which is being read.
    if (!box || !here) return;
    const { top: above, bottom: below } = box.getBoundingClientRect();
    const line = here.getBoundingClientRect();
    if (line.top < above || line.bottom > below)
      box.scrollTop += line.top - above - box.clientHeight / 2;
  }, [top]);
  return (
    <nav className={styles.contents} ref={nav} aria-label="Contents" data-print="hide">
      {parts.map((part) => (
        <div key={part.id} className={styles.part}>
          <p>{part.title}</p>
          <ol>
            {slidesOfPart(part).map((slide) => (
              <li key={slide.id}>
                <a
                  href={`#/read/${slide.id}`}
                  aria-current={slide.id === top ? 'location' : undefined}
                >
                  <span className={styles.number}>{slide.number}</span>
                  {slide.title}
                </a>
              </li>
            ))}
          </ol>
        </div>
      ))}
    </nav>
  );
}
