import type { ReactNode } from 'react';
import styles from './icon.module.css';

/** Every drawing stands on a 16 px grid, drawn with one stroke; `fill` marks the few solid parts. */
const drawings = {
  play: <path className={styles.solid} d="M5 3.4v9.2L12.4 8z" />,
  stop: <rect className={styles.solid} x="4" y="4" width="8" height="8" rx="1" />,
  pin: <path d="M5.5 2.5h5M6.5 2.5v4.2L4.3 9.3h7.4L9.5 6.7V2.5M8 9.3v4.4" />,
  lock: (
    <>
      <rect x="3.5" y="7" width="9" height="6.5" rx="1.5" />
      <path d="M5.5 7V5a2.5 2.5 0 0 1 5 0v2" />
    </>
  ),
  check: <path d="M3 8.5 6.4 12 13 4.5" />,
  warn: (
    <>
      <path d="M8 2.6 14.2 13.4H1.8z" />
      <path d="M8 6.6v3M8 11.4v.1" />
    </>
  ),
  dice: (
    <>
      <rect x="2.75" y="2.75" width="10.5" height="10.5" rx="2" />
      <path d="M5.7 5.7h.01M10.3 5.7h.01M8 8h.01M5.7 10.3h.01M10.3 10.3h.01" />
    </>
  ),
  clock: (
    <>
      <circle cx="8" cy="8" r="5.75" />
      <path d="M8 4.8V8l2.2 1.5" />
    </>
  ),
  chip: (
    <>
      <rect x="4.25" y="4.25" width="7.5" height="7.5" rx="1.2" />
      <path d="M6.3 2v2M9.7 2v2M6.3 12v2M9.7 12v2M2 6.3h2M2 9.7h2M12 6.3h2M12 9.7h2" />
    </>
  ),
  table: (
    <>
      <rect x="2.25" y="3" width="11.5" height="10" rx="1.2" />
      <path d="M2.5 6.4h11M2.5 9.7h11M6.4 6.4V13" />
    </>
  ),
  download: (
    <path d="M8 2.5v7.3M4.9 6.9 8 10l3.1-3.1M2.75 10.5v2.3c0 .4.3.7.7.7h9.1c.4 0 .7-.3.7-.7v-2.3" />
  ),
  link: (
    <>
      <path d="M6.7 9.3a2.6 2.6 0 0 0 3.7 0l2.2-2.2a2.6 2.6 0 0 0-3.7-3.7l-.9.9" />
      <path d="M9.3 6.7a2.6 2.6 0 0 0-3.7 0L3.4 8.9a2.6 2.6 0 0 0 3.7 3.7l.9-.9" />
    </>
  ),
  split: (
    <>
      <rect x="2.25" y="3" width="11.5" height="10" rx="1.2" />
      <path d="M8 3v10M10.2 6h1.6M10.2 8.2h1.6" />
    </>
  ),
  expand: <path d="M9.5 2.75h3.75V6.5M13 3 9.2 6.8M6.5 13.25H2.75V9.5M3 13l3.8-3.8" />,
  code: <path d="M5.5 4.5 2.25 8l3.25 3.5M10.5 4.5 13.75 8l-3.25 3.5" />,
  close: <path d="M4 4l8 8M12 4l-8 8" />,
  search: (
    <>
      <circle cx="7" cy="7" r="4.25" />
      <path d="m10.2 10.2 3.3 3.3" />
    </>
  ),
  sun: (
    <>
      <circle cx="8" cy="8" r="2.75" />
      <path d="M8 1.8v1.4M8 12.8v1.4M1.8 8h1.4M12.8 8h1.4M3.6 3.6l1 1M11.4 11.4l1 1M12.4 3.6l-1 1M4.6 11.4l-1 1" />
    </>
  ),
  moon: <path d="M13 9.6A5.6 5.6 0 0 1 6.4 3a5.6 5.6 0 1 0 6.6 6.6z" />,
  contrast: (
    <>
      <circle cx="8" cy="8" r="5.75" />
      <path className={styles.solid} d="M8 2.25a5.75 5.75 0 0 1 0 11.5z" />
    </>
  ),
  'chevron-left': <path d="M10 3.5 5.5 8l4.5 4.5" />,
  'chevron-right': <path d="M6 3.5 10.5 8 6 12.5" />,
  bulb: <path d="M6 11.2c0-1.6-2-2.3-2-4.7a4 4 0 0 1 8 0c0 2.4-2 3.1-2 4.7zM6.4 13.6h3.2" />,
  book: (
    <path d="M8 4.2C6.8 3.3 5 3 2.5 3v9.2c2.5 0 4.3.3 5.5 1.2 1.2-.9 3-1.2 5.5-1.200V3C11 3 9.2 3.3 8 4.200zM8 4.200v9" />
  ),
  replay: <path d="M3.2 8A4.9 4.9 0 1 0 5 4.200M3.2 2.700v3h3" />,
  person: (
    <>
      <circle cx="8" cy="5.3" r="2.6" />
      <path d="M2.9 13.500c.5-2.6 2.5-4 5.1-4s4.6 1.4 5.1 4" />
    </>
  ),
  info: (
    <>
      <circle cx="8" cy="8" r="5.75" />
      <path d="M8 7.400v3.600M8 5.100v.1" />
    </>
  ),
  plus: <path d="M8 3.200v9.600M3.2 8h9.6" />,
  minus: <path d="M3.2 8h9.6" />,
  copy: (
    <>
      <rect x="5.75" y="5.75" width="7.5" height="7.5" rx="1.3" />
      <path d="M10.2 5.500V4c0-.7-.6-1.25-1.25-1.250H4c-.7 0-1.25.6-1.25 1.250v5c0 .7.6 1.25 1.25 1.250h1.5" />
    </>
  ),
  star: (
    <path d="M8 2.200 9.800 6l4.100.500-3 2.800.800 4.100L8 11.400l-3.700 2 .8-4.100-3-2.800L6.200 6z" />
  ),
  starred: (
    <path
      className={styles.solid}
      d="M8 2.200 9.800 6l4.100.500-3 2.800.800 4.100L8 11.400l-3.700 2 .8-4.100-3-2.800L6.200 6z"
    />
  ),
  folder: (
    <path
      d={
        'M2.25 4.500c0-.7.5-1.250 1.200-1.250h3l1.500 1.750h4.600c.7 0 1.200.5 1.200 ' +
        '1.200v5.300c0 .7-.5 1.250-1.200 1.250h-9.100c-.7 0-1.200-.5-1.200-1.250z'
      }
    />
  ),
  trash: (
    <path d="M3 4.500h10M6.300 4.500V3h3.400v1.500M4.300 4.500l.6 8.500h6.200l.6-8.500M6.800 7v3.700M9.200 7v3.700" />
  ),
  upload: (
    <path d="M8 10.200V2.900M4.900 5.800 8 2.700l3.100 3.100M2.750 10.500v2.300c0 .4.3.7.7.7h9.100c.4 0 .7-.3.7-.7v-2.3" />
  ),
  diamond: <path d="M8 2.6 13.4 8 8 13.4 2.6 8z" />,
  pause: <path d="M5.5 3.5v9M10.500 3.5v9" />,
  pen: (
    <path d="M3 13l.8-3.200 7-7a1.500 1.500 0 0 1 2.200 0l.2.200a1.500 1.500 0 0 1 0 2.200l-7 7zM9.500 4.200l2.300 2.300" />
  ),
  pointer: (
    <>
      <circle className={styles.solid} cx="8" cy="8" r="1.600" />
      <path d="M8 2v2M8 12v2M2 8h2M12 8h2" />
    </>
  ),
  screen: (
    <>
      <rect x="2.25" y="3" width="11.500" height="8" rx="1.200" />
      <path d="M8 11v2.500M5.500 13.500h5" />
    </>
  ),
  notes: <path d="M3 3.500h10M3 6.500h10M3 9.500h6.500M3 12.500h4" />,
  progress: <path d="M2.5 13.25V9h2.5v4.25zM6.75 13.25V6h2.5v7.25zM11 13.25V2.75h2.5v10.5z" />,
  circle: <circle cx="8" cy="8" r="5" />,
} satisfies Record<string, ReactNode>;

export type IconName = keyof typeof drawings;

/** A drawing beside a word. It is hidden from screen readers: the word says it. */
export function Icon({ name, size = 16 }: { name: IconName; size?: number }) {
  return (
    <svg
      className={styles.icon}
      width={size}
      height={size}
      viewBox="0 0 16 16"
      aria-hidden="true"
      focusable="false"
      data-icon={name}
    >
      {drawings[name]}
    </svg>
  );
}
