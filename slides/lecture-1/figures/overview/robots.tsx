import type { ReactNode } from 'react';
import { Step } from '../../../../renderer/shared/slide/slide.tsx';
import styles from './robots.module.css';

/** What students expect to build, and what they will: the same robot, before and after the real world. */
export function Robots() {
  return (
    <div className={styles.two}>
      <Step n={1}>
        <Sleek />
        <p className={styles.said}>
          <span>Expected</span>
          <span>flawless at first run</span>
        </p>
      </Step>
      <Step n={2}>
        <Patched />
        <p className={styles.said}>
          <span>Likely</span>
          <span>buggy, but cool</span>
        </p>
      </Step>
    </div>
  );
}

function Scene({ label, children }: { label: string; children: ReactNode }) {
  return (
    <svg
      viewBox="0 -40 544 352"
      fill="none"
      stroke="currentColor"
      strokeWidth="3"
      strokeLinecap="round"
      strokeLinejoin="round"
      role="img"
      aria-label={label}
    >
      {children}
      <path d="M40 306h464" />
    </svg>
  );
}

/** Upright, symmetric, a tray with a full cup carried level. */
function Sleek() {
  return (
    <Scene label="A neat robot on two wheels carries a full cup on a level tray.">
      <path d="M216 60a56 56 0 0 1 112 0v26H216z" />
      <path d="M272 4V-6" />
      <circle cx="272" cy="-10" r="5" fill="currentColor" />
      <circle cx="250" cy="58" r="8" fill="currentColor" />
      <circle cx="294" cy="58" r="8" fill="currentColor" />
      <path
        d={
          'M258 76h28M262 86v26M282 86v26M212 112h120a14 14 0 0 1 14 14v96a14 14 0 0 1-14 ' +
          '14H212a14 14 0 0 1-14-14v-96a14 14 0 0 1 14-14z'
        }
      />
      <circle cx="272" cy="168" r="26" />
      <path d="m260 168 9 9 16-18" className={styles.cool} stroke="currentColor" />
      <path d="M198 138c-34 4-44 26-40 56M346 138c34 0 52 10 68 22M386 164h104" />
      <path d="M418 160v-44h44v44zM462 126h8a9 9 0 0 1 0 20h-8" />
      <circle cx="232" cy="270" r="34" />
      <circle cx="312" cy="270" r="34" />
      <circle cx="232" cy="270" r="7" fill="currentColor" />
      <circle cx="312" cy="270" r="7" fill="currentColor" />
    </Scene>
  );
}

/** Leaning, taped, one wheel smaller, bugs about; the cup tips, and it waves. */
function Patched() {
  return (
    <Scene
      label={
        'The same robot leans on one small wheel, taped and patched, with a bent aerial and ' +
        'two bugs about; the cup tips over its tray, sparks fly, and it waves.'
      }
    >
      <g transform="rotate(-9 272 236)">
        <path d="M216 60a56 56 0 0 1 112 0v26H216z" />
        <path d="M272 4l-8-18 22-6" />
        <circle cx="290" cy="-22" r="5" fill="currentColor" />
        <circle cx="250" cy="58" r="13" />
        <circle cx="252" cy="60" r="5" fill="currentColor" />
        <path d="m286 50 16 16m0-16-16 16" />
        <path d="M258 78l8-4 8 4 8-4 8 4M262 86l20 6-20 7 20 6-10 7" />
        <path d="M212 112h120a14 14 0 0 1 14 14v96a14 14 0 0 1-14 14H212a14 14 0 0 1-14-14v-96a14 14 0 0 1 14-14z" />
        <path d="M222 128l40-4 5 26-41 4z" strokeDasharray="6 6" />
        <path d="M290 190h46M298 182v16M312 182v16M326 182v16" />
        <path d="M198 138c-30-6-52-22-58-48M346 138c30 6 44 14 62 14M384 168l100-28" />
        <path d="M420 156l-12-42 42-12 12 42z" />
        <circle cx="236" cy="268" r="34" />
        <circle cx="236" cy="268" r="7" fill="currentColor" />
      </g>
      <circle cx="336" cy="284" r="20" />
      <path d="M336 264v-28M324 240l24 8" />
      <path d="M404 84c-8-10-2-18 6-24M424 72c-6-12 0-20 10-28" />
      <g className={styles.bug} stroke="currentColor">
        <Bug x={108} y={250} />
        <Bug x={430} y={252} />
      </g>
      <g className={styles.cool} stroke="currentColor">
        <path d="M70 76l6 16 16 6-16 6-6 16-6-16-16-6 16-6zM150 30l4 10 10 4-10 4-4 10-4-10-10-4 10-4z" />
      </g>
    </Scene>
  );
}

/** A beetle with six legs, seen from above. */
function Bug({ x, y }: { x: number; y: number }) {
  return (
    <g transform={`translate(${x} ${y})`}>
      <ellipse cx="0" cy="4" rx="15" ry="20" />
      <path d="M-8-14a8 8 0 0 1 16 0M0-10v34M-15-2l-14-8M15-2l14-8M-15 6h-16M15 6h16M-14 13l-12 10M14 13l12 10M-4-21l-6-8M4-21l6-8" />
    </g>
  );
}
