import drawing from '../drawing.module.css';
import { Columns } from './columns.tsx';

function DoesNotFit() {
  return (
    <svg viewBox="0 0 250 190" aria-hidden="true">
      <rect x="152" y="40" width="76" height="140" rx="12" className={drawing.strokeInk} />
      <path className={drawing.strokeInk} d="M182 164h16" />
      <rect x="6" y="16" width="124" height="164" rx="4" className={drawing.softWarn} />
      <rect x="6" y="16" width="124" height="164" rx="4" className={drawing.strokeWarn} />
      <path className={drawing.stroke} d="M138 98h28m-11-9 11 9-11 9" />
    </svg>
  );
}

function EmptyBattery() {
  return (
    <svg viewBox="0 0 250 190" aria-hidden="true">
      <rect x="26" y="60" width="164" height="84" rx="12" className={drawing.strokeInk} />
      <path className={`${drawing.strokeInk} ${drawing.thick}`} d="M204 88v28" />
      <rect x="38" y="72" width="18" height="60" rx="4" className={drawing.fillWarn} />
      <path className={drawing.strokeWarn} d="m122 72-24 34h20l-10 28 30-38h-20z" />
    </svg>
  );
}

/** What was typed meanwhile, and the completion that comes after it. */
function CompletionTooLate() {
  return (
    <svg viewBox="0 0 250 190" aria-hidden="true">
      <path className={`${drawing.strokeInk} ${drawing.thick}`} d="M10 66h46M72 66h74M162 66h60" />
      <path className={drawing.strokeInk} d="M238 46v40" />
      <path
        className={`${drawing.strokeWarn} ${drawing.medium} ${drawing.loose}`}
        d="M72 130h150"
      />
      <circle cx="32" cy="130" r="21" className={drawing.strokeWarn} />
      <path className={drawing.strokeWarn} d="M32 117v13l9 6" />
    </svg>
  );
}

/** A queue of changes before one gate that stays shut. */
function HoursOfChecks() {
  return (
    <svg viewBox="0 0 250 190" aria-hidden="true">
      {[10, 52, 94, 136].map((x) => (
        <rect
          key={x}
          x={x}
          y="92"
          width="30"
          height="30"
          rx="5"
          className={x === 136 ? drawing.strokeInk : drawing.stroke}
        />
      ))}
      <path className={`${drawing.strokeWarn} ${drawing.medium}`} d="M190 46v120" />
      <path className={drawing.stroke} d="M4 142h166" />
      <circle cx="226" cy="107" r="18" className={drawing.strokeWarn} />
      <path className={drawing.strokeWarn} d="M226 96v11l8 5" />
    </svg>
  );
}

export function LargeModelProblems() {
  return (
    <Columns
      columns={[
        {
          Drawing: DoesNotFit,
          what: ['Does not fit'],
          why: ['more weights than', 'a phone has room'],
        },
        {
          Drawing: EmptyBattery,
          what: ['Eats the battery'],
          why: ['more energy than', 'a device can give'],
        },
        {
          Drawing: CompletionTooLate,
          what: ['Comes too late'],
          why: ['a completion slower', 'than typing it'],
        },
        {
          Drawing: HoursOfChecks,
          what: ['Blocks the team'],
          why: ['when a CI run takes', 'hours, all wait'],
        },
      ]}
    />
  );
}
