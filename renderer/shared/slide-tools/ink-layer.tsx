import { useEffect, useMemo, useRef, useState, type PointerEvent } from 'react';
import { useShared } from '../../host/use-shared.ts';
import { addStroke, reducePoints, sharedPen, type PenColour } from './ink.ts';
import { latinKey } from '../../model/lecture/latin-key.ts';
import { boxPoint, slidePoint } from './slide-point.ts';
import { strokePath } from './stroke-path.ts';
import { useInk } from './use-ink.ts';
import styles from './slide-overlay.module.css';

interface InkLayerProps {
  slide: string;
  /** The pen's colour; null lets every press through to the slide. */
  pen: PenColour | null;
  /** Whether it fills its box, whatever shape that has, instead of being fitted as a slide is. */
  fills?: boolean;
  /** Whether this ink is what undo means: it was drawn on last. */
  undoes: boolean;
  /** A stroke begins here. */
  onDraw: () => void;
  /** The slide holds no more ink. */
  onFull: () => void;
}

/** The stroke under way reaches the other windows this often, in ms. */
const tellEveryMs = 70;
const me = crypto.randomUUID();

/** A slide's ink, and the pen while it is in the hand: mouse, finger or stylus. */
export function InkLayer({ slide, pen, fills = false, undoes, onDraw, onFull }: InkLayerProps) {
  const pointOf = fills ? boxPoint : slidePoint;
  const { ink, save, undo } = useInk(slide);
  const [others, setPen] = useShared(sharedPen);
  const [own, setOwn] = useState<number[] | null>(null);
  const told = useRef(0);

  useEffect(() => {
    if (!pen || !undoes) return;
    const listen = (event: KeyboardEvent) => {
      if (
        latinKey(event) !== 'z' ||
        !(event.ctrlKey || event.metaKey) ||
        event.shiftKey ||
        event.altKey
      )
        return;
      // While the pen is in the hand, the slip to take back is the pen's, not a lab's.
      event.preventDefault();
      event.stopImmediatePropagation();
      undo();
    };
    addEventListener('keydown', listen, true);
    return () => removeEventListener('keydown', listen, true);
  });

  const under = own !== null;
  const finish = useRef(() => undefined as void);
  useEffect(() => {
    finish.current = () => {
      if (!own || !pen) return;
      const next = addStroke(ink, { colour: pen, points: reducePoints(own).slice(0, 4000) });
      if (next) save(next);
      else onFull();
    };
  });
  useEffect(() => {
    if (!under) return;
    // However the stroke ends, the other windows stop showing it as under way. A change of slide ends it where it was drawn.
    return () => {
      setPen(null);
      finish.current();
    };
  }, [under, setPen]);

  const down = (event: PointerEvent<SVGSVGElement>) => {
    if (!pen || !event.isPrimary || event.button !== 0) return;
    event.preventDefault();
    event.currentTarget.setPointerCapture(event.pointerId);
    onDraw();
    setOwn(pointOf(event.currentTarget, event));
  };
  const move = (event: PointerEvent<SVGSVGElement>) => {
    if (!own || !pen) return;
    const native = event.nativeEvent;
    const passed = native.getCoalescedEvents?.() ?? [];
    const next = [
      ...own,
      ...(passed.length > 0 ? passed : [native]).flatMap((one) =>
        pointOf(event.currentTarget, one),
      ),
    ];
    setOwn(next);
    if (performance.now() - told.current < tellEveryMs) return;
    told.current = performance.now();
    setPen({ slide, by: me, stroke: { colour: pen, points: reducePoints(next).slice(-4000) } });
  };
  const up = () => setOwn(null);

  const strokes = useMemo(
    () =>
      ink.strokes.map((stroke) => ({
        colour: stroke.colour,
        path: strokePath(stroke.points, true),
      })),
    [ink],
  );
  return (
    <svg
      className={styles.layer}
      viewBox="0 0 1280 720"
      preserveAspectRatio={fills ? 'none' : undefined}
      data-drawing={pen !== null || undefined}
      aria-hidden={strokes.length === 0 || undefined}
      role={strokes.length > 0 ? 'img' : undefined}
      aria-label={
        strokes.length > 0
          ? `Drawn by hand on this ${fills ? 'figure' : 'slide'}: ${strokes.length} ${strokes.length === 1 ? 'stroke' : 'strokes'}`
          : undefined
      }
      onPointerDown={down}
      onPointerMove={move}
      onPointerUp={up}
      onPointerCancel={up}
    >
      {strokes.map(({ colour, path }, index) => (
        <path key={index} data-ink={colour} d={path} />
      ))}
      {others && others.by !== me && others.slide === slide && (
        <path
          data-ink={others.stroke.colour}
          data-live=""
          d={strokePath(others.stroke.points, false)}
        />
      )}
      {own && pen && <path data-ink={pen} data-live="" d={strokePath(own, false)} />}
    </svg>
  );
}
