import drawing from '../drawing.module.css';
import { Columns } from './columns.tsx';

/** A file of numbers whose every line is marked as changed on both sides, because one column was rescaled. */
function EveryLineDiffers() {
  const row = (y: number, mark: '−' | '+', index: number) => (
    <g key={`${mark}${index}`}>
      <rect
        x="0"
        y={y - 15}
        width="340"
        height="30"
        rx="4"
        className={mark === '−' ? drawing.softWarn : drawing.softAccent}
      />
      <path
        className={mark === '−' ? drawing.strokeWarn : drawing.strokeAccent}
        d={mark === '−' ? `M14 ${y}h14` : `M14 ${y}h14m-7-7v14`}
      />
      <path
        className={`${drawing.stroke} ${drawing.medium}`}
        d={`M48 ${y}h${34 + ((index * 13) % 30)}M138 ${y}h${44 + ((index * 19) % 26)}M236 ${y}h${30 + ((index * 11) % 40)}`}
      />
    </g>
  );
  return (
    <svg viewBox="0 0 340 204" aria-hidden="true">
      {Array.from({ length: 6 }, (_, index) =>
        row(17 + index * 34, index < 3 ? '−' : '+', index % 3),
      )}
    </svg>
  );
}

/** The same cylinder three times over: each version is a whole copy. */
function WholeCopies() {
  const cylinder = (x: number, className: string | undefined) => (
    <g key={x}>
      <path className={drawing.page} d={`M${x} 40a60 18 0 0 1 120 0v124a60 18 0 0 1-120 0Z`} />
      <path
        className={className}
        d={`M${x} 40a60 18 0 0 1 120 0v124a60 18 0 0 1-120 0Zm0 0a60 18 0 0 0 120 0M${x} 82a60 18 0 0 0 120 0M${x} 124a60 18 0 0 0 120 0`}
      />
    </g>
  );
  return (
    <svg viewBox="0 0 340 204" aria-hidden="true">
      {cylinder(2, drawing.stroke)}
      {cylinder(110, drawing.stroke)}
      {cylinder(218, drawing.strokeInk)}
    </svg>
  );
}

/** Two branches changed the same rows in two ways and meet in a question mark. */
function TwoBranches() {
  return (
    <svg viewBox="0 0 340 204" aria-hidden="true">
      <path
        className={drawing.strokeInk}
        d="M22 102h42c44 0 40-66 84-66h36c44 0 36 66 78 66M64 102c44 0 40 66 84 66h36c44 0 36-66 78-66"
      />
      <circle cx="22" cy="102" r="9" className={drawing.fillInk} />
      <rect x="134" y="16" width="64" height="40" rx="4" className={drawing.softAccent} />
      <rect x="134" y="148" width="64" height="40" rx="4" className={drawing.softWarn} />
      <path className={`${drawing.strokeAccent} ${drawing.medium}`} d="M146 30h40M146 43h40" />
      <path className={`${drawing.strokeWarn} ${drawing.medium}`} d="M146 162h28M146 175h34" />
      <circle cx="294" cy="102" r="34" className={drawing.page} />
      <circle cx="294" cy="102" r="34" className={`${drawing.strokeInk} ${drawing.loose}`} />
      <path
        className={`${drawing.strokeInk} ${drawing.medium}`}
        d="M283 94c0-15 23-15 23 0 0 9-12 10-12 19m0 10v.1"
      />
    </svg>
  );
}

export function VersionData() {
  return (
    <Columns
      columns={[
        {
          Drawing: EveryLineDiffers,
          what: ['The diff says nothing'],
          why: ['Rescale one column, and', 'every line has changed.'],
        },
        {
          Drawing: WholeCopies,
          what: ['A copy costs too much'],
          why: ['Each version would be the', 'whole data set once more.'],
        },
        {
          Drawing: TwoBranches,
          what: ['A merge means what?'],
          why: ['Two people changed the', 'same rows. Who is right?'],
        },
      ]}
    />
  );
}
