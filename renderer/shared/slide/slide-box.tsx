import { useEffect, useRef, useState, type ReactNode } from 'react';
import styles from './slide-box.module.css';

/** A slide's picture as wide as its place. `over` is drawn on top at the place's own size; `inert` makes it a picture only. */
export function SlideBox({
  children,
  over,
  inert = false,
  live = false,
}: {
  children: ReactNode;
  over?: ReactNode;
  inert?: boolean;
  live?: boolean;
}) {
  const box = useRef<HTMLDivElement>(null);
  const [scale, setScale] = useState(0);
  useEffect(() => {
    const watch = new ResizeObserver(([entry]) => setScale(entry!.contentRect.width / 1280));
    watch.observe(box.current!);
    return () => watch.disconnect();
  }, []);
  return (
    <div className={styles.box} data-live={live || undefined}>
      <div className={styles.inside} ref={box} inert={inert} aria-hidden={inert || undefined}>
        <div className={styles.slide} style={{ transform: `scale(${scale})` }}>
          {children}
        </div>
      </div>
      {over}
    </div>
  );
}
