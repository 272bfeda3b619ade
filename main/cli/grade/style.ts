/**
 * The page's own style: it must stand alone, in a mail or on a stick. Colours and sizes are those of renderer/styles/tokens.css; a
 * test compares them. Paper is light whatever the screen is.
 */
export const tokens = {
  canvas: '#F5F5F2',
  page: '#FFFFFF',
  line: '#DFDED8',
  'line-strong': '#85877F',
  ink: '#14161B',
  'ink-2': '#454A54',
  'ink-3': '#61666F',
  accent: '#0064A0',
  you: '#A12C69',
  warn: '#AD4400',
  'warn-soft': '#FBEBDD',
  good: '#006B4C',
  focus: '#0064A0',
} as const;

/** The same in the dark theme. */
export const darkTokens: Readonly<Record<keyof typeof tokens, string>> = {
  canvas: '#0C0E12',
  page: '#13161B',
  line: '#282D36',
  'line-strong': '#6E7684',
  ink: '#F0F2F5',
  'ink-2': '#B9BFC9',
  'ink-3': '#939BA8',
  accent: '#62B5EC',
  you: '#EE93C1',
  warn: '#FF9A57',
  'warn-soft': '#37200F',
  good: '#4FCB9F',
  focus: '#62B5EC',
};

const declared = (colours: Readonly<Record<string, string>>): string =>
  Object.entries(colours)
    .map(([name, value]) => `--${name}: ${value};`)
    .join(' ');

/** The colours of both themes, as the reader's system has it. */
export const colours = `
:root { color-scheme: light; ${declared(tokens)} }
@media screen and (prefers-color-scheme: dark) { :root { color-scheme: dark; ${declared(darkTokens)} } }`;

export const style = `${colours}
:root { --text: 'Inter Variable', Inter, system-ui, sans-serif; --num: 'JetBrains Mono Variable', 'JetBrains Mono', ui-monospace, monospace; }
* { box-sizing: border-box; }
body { margin: 0; background: var(--page); color: var(--ink); font: 400 13px/19px var(--text); }
main { max-width: 1680px; margin: 0 auto; padding: 32px 40px 56px; }
h1 { margin: 0; font-size: 32px; line-height: 36px; font-weight: 620; letter-spacing: -0.02em; }
h2 { margin: 40px 0 4px; font-size: 22px; line-height: 28px; font-weight: 620; letter-spacing: -0.01em; }
h3 { margin: 24px 0 4px; font-size: 14px; line-height: 21px; font-weight: 620; }
p { margin: 4px 0; max-width: 110ch; color: var(--ink-2); }
nav { margin-top: 12px; display: flex; flex-wrap: wrap; gap: 4px 16px; }
a { color: var(--accent); }
a:focus-visible, .wide:focus-visible { outline: 2px solid var(--focus); outline-offset: 2px; }
.wide { overflow-x: auto; margin-top: 12px; }
table { border-collapse: collapse; font-size: 13px; line-height: 17px; }
.full { width: 100%; }
th, td { padding: 6px 16px 6px 0; text-align: left; vertical-align: top; border-bottom: 1px solid var(--line); }
th:last-child, td:last-child { padding-right: 0; }
thead th { border-bottom: 1px solid var(--line-strong); vertical-align: bottom; font-weight: 550; color: var(--ink-2); max-width: 13em; }
tbody th { font-weight: 550; min-width: 9em; max-width: 18em; overflow-wrap: anywhere; }
thead .n { white-space: normal; font-family: inherit; max-width: 8em; }
.code { font: 400 12px/16px var(--num); color: var(--ink-3); }
.with-file { min-width: 21em; }
.sr { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.group { border-bottom: 0; padding-bottom: 0; color: var(--ink-3); font-weight: 400; }
.n { text-align: right; }
.n, .said { font-family: var(--num); font-variant-numeric: tabular-nums; white-space: nowrap; }
td.words { min-width: 18em; max-width: 60ch; white-space: pre-wrap; overflow-wrap: anywhere; line-height: 19px; }
td.said { white-space: normal; overflow-wrap: anywhere; max-width: 14em; color: var(--you); }
.file { font-weight: 400; color: var(--ink-3); overflow-wrap: anywhere; }
.less, .unit { color: var(--ink-3); font: 400 12px/16px var(--text); white-space: nowrap; }
.right { color: var(--good); font-weight: 550; white-space: nowrap; }
.not-yet { color: var(--warn); font-weight: 550; white-space: nowrap; }
.not-attempted { color: var(--ink-3); white-space: nowrap; }
ul.marks { margin: 0; padding: 0; list-style: none; min-width: 22em; }
ul.marks li { padding-left: 18px; text-indent: -18px; overflow-wrap: anywhere; }
ul.marks li + li { margin-top: 3px; }
.look { color: var(--warn); }
.key { color: var(--ink-2); }
ul.names { margin: 8px 0 0; padding: 0; list-style: none; columns: 16em; color: var(--ink-2); }
ul.names li { break-inside: avoid; overflow-wrap: anywhere; }
dl { margin: 8px 0 0; display: grid; grid-template-columns: max-content 1fr; gap: 3px 16px; max-width: 100ch; }
dt { font-weight: 550; } dd { margin: 0; color: var(--ink-2); }
@page { size: A4 landscape; margin: 12mm; }
@media print {
  main { max-width: none; padding: 0; } nav { display: none; }
  body, table { font-size: 8.5pt; line-height: 11pt; } h1 { font-size: 18pt; }
  h2 { font-size: 13pt; line-height: 16pt; margin-top: 18pt; } h3 { font-size: 9.5pt; margin-top: 10pt; }
  td.words { line-height: 11pt; } .less, .unit { font-size: 7.5pt; line-height: 10pt; } th, td { padding: 2.5pt 8pt 2.5pt 0; }
  .wide { overflow: visible; } thead { display: table-header-group; } tr, dl > * { break-inside: avoid; } h2, h3 { break-after: avoid; }
  ul.marks { min-width: 14em; } tbody th { min-width: 6em; } .with-file { min-width: 15em; }
}
`;
