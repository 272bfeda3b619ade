import { memo, useEffect, useMemo, useRef } from 'react';
import { render, side } from '../data.ts';
import { backgroundOf, faceShapes, poseOf, type Face } from '../drawing/face.ts';
import { glassesShapes } from '../drawing/glasses-shapes.ts';
import type { Glasses } from '../drawing/glasses.ts';
import { svgColour } from '../drawing/colour.ts';
import { svgPath, type Shape } from '../drawing/shape.ts';
import styles from './face.module.css';

const paths = (shapes: readonly Shape[]) =>
  shapes.map((shape, i) => (
    <path
      key={i}
      d={svgPath(shape.contours)}
      fill={svgColour(shape.colour)}
      fillOpacity={shape.opacity === 1 ? undefined : shape.opacity}
    />
  ));

/** A face from the very shapes that the model's picture is rasterised from. Decoration unless it has a `label`. */
export const FacePicture = memo(function FacePicture({
  face,
  label,
  className,
}: {
  face: Face;
  label?: string;
  className?: string;
}) {
  const drawn = useMemo(
    () => ({
      shapes: paths(faceShapes(face)),
      pose: poseOf(face)
        .map((v) => Math.round(v * 1e4) / 1e4)
        .join(' '),
      background: svgColour(backgroundOf(face)),
    }),
    [face],
  );
  return (
    <svg
      viewBox="0 0 100 100"
      className={`${styles.face} ${className ?? ''}`}
      {...(label
        ? { role: 'img', 'aria-label': label }
        : { 'aria-hidden': true, focusable: false })}
    >
      <rect width="100" height="100" fill={drawn.background} />
      <g transform={`matrix(${drawn.pose})`}>{drawn.shapes}</g>
    </svg>
  );
});

/** A pair of glasses by itself. */
export const GlassesPicture = memo(function GlassesPicture({ glasses }: { glasses: Glasses }) {
  const shapes = useMemo(() => paths(glassesShapes(glasses, 50, 50, 10, 22)), [glasses]);
  return (
    <svg viewBox="23 38 54 26" className={styles.glasses} aria-hidden focusable={false}>
      {shapes}
    </svg>
  );
});

/** The same face as the model gets it: 32 × 32 pixels, with the camera's noise. */
export function PixelPicture({ face, label }: { face: Face; label: string }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const paint = canvas.current?.getContext('2d');
    if (!paint) return;
    const pixels = new Float32Array(side * side * 3);
    render(face, pixels);
    const image = paint.createImageData(side, side);
    for (let i = 0; i < side * side; i++) {
      for (let k = 0; k < 3; k++) image.data[i * 4 + k] = Math.round(pixels[i * 3 + k]! * 255);
      image.data[i * 4 + 3] = 255;
    }
    paint.putImageData(image, 0, 0);
  }, [face]);
  return (
    <canvas
      ref={canvas}
      width={side}
      height={side}
      className={styles.pixels}
      role="img"
      aria-label={label}
    />
  );
}
