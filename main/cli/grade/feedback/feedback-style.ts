import { colours } from '../style.ts';

/** The page's own style, from the colours of the house: it stands alone, in a mail or on a stick. */
export const style = `${colours}
:root { --text: 'Inter Variable', Inter, system-ui, sans-serif; --num: 'JetBrains Mono Variable', 'JetBrains Mono', ui-monospace, monospace; }
* { box-sizing: border-box; }
body { margin: 0; background: var(--canvas); color: var(--ink); font: 400 15px/23px var(--text); }
main { max-width: 760px; margin: 32px auto; padding: 48px 56px 56px; background: var(--page); }
h1 { margin: 0; font-size: 32px; line-height: 38px; font-weight: 620; letter-spacing: -0.02em; overflow-wrap: anywhere; }
h2 { margin: 40px 0 0; padding-top: 12px; border-top: 2px solid var(--ink); font-size: 20px; line-height: 26px; font-weight: 620; }
h3 { margin: 0; font-size: 15px; line-height: 21px; font-weight: 620; }
h2, h3 { display: flex; justify-content: space-between; gap: 24px; }
p { margin: 4px 0 0; color: var(--ink-2); }
.eyebrow { margin: 0 0 4px; color: var(--ink-3); font-size: 13px; }
.total { margin-top: 12px; font-size: 20px; line-height: 28px; }
strong { color: var(--ink); font-weight: 620; }
.of { flex: none; color: var(--ink-3); font-size: 13px; font-weight: 400; font-variant-numeric: tabular-nums; white-space: nowrap; }
.step { padding: 14px 0; border-bottom: 1px solid var(--line); }
.question { color: var(--ink-3); font-size: 13px; line-height: 19px; }
.words { margin-top: 8px; padding-inline-start: 12px; border-inline-start: 3px solid var(--line-strong); color: var(--ink); white-space: pre-wrap; overflow-wrap: anywhere; }
.code { margin: 8px 0 0; padding: 8px 12px; border-inline-start: 3px solid var(--line-strong); font: 400 13px/19px var(--num); white-space: pre-wrap; overflow-wrap: anywhere; }
.none { color: var(--ink-3); }
strong.said { color: var(--you); overflow-wrap: anywhere; }
strong.right { color: var(--good); }
strong.not-yet { color: var(--warn); }
strong.not-attempted { color: var(--ink-3); }
@media (max-width: 640px) { main { margin: 0; padding: 24px 20px; } }
@page { size: A4; margin: 18mm; }
@media print {
  .code { font-size: 9pt; line-height: 12pt; }
  body { background: none; font-size: 10pt; line-height: 14pt; }
  main { max-width: none; margin: 0; padding: 0; }
  h2 { break-after: avoid; } .step { break-inside: avoid; }
}
`;
