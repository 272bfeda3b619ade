import { InkLayer } from './ink-layer.tsx';
import { Laser } from './laser.tsx';
import type { SlideTools } from './use-slide-tools.ts';
import styles from './slide-overlay.module.css';

/**
 * What is drawn over a slide and scales with it: ink and the laser pointer. Lies over whatever
 * shows the slide, and fits it as the slide is fitted.
 */
export function SlideOverlay({
  slide,
  tools,
  onFull,
}: {
  slide: string;
  tools: SlideTools;
  onFull: () => void;
}) {
  return (
    <div className={styles.overlay} data-print="hide" data-pointing={tools.pointing || undefined}>
      <InkLayer
        key={slide}
        slide={slide}
        pen={tools.drawing ? tools.colour : null}
        undoes={tools.surface === null || tools.surface === slide}
        onDraw={() => tools.setSurface(slide)}
        onFull={onFull}
      />
      <Laser on={tools.pointing} />
    </div>
  );
}
