import { expect, it } from 'vitest';
import type { Audience, View } from './presence.ts';
import { roomSees } from './room-words.ts';

const seen = (view: View, full = false): Audience => ({ width: 1280, height: 720, full, view });
const [slide, beside, lab] = [seen('slide'), seen('beside'), seen('lab')];
const elsewhere = seen('elsewhere');
const fullLab = seen('lab', true);

it.each<[string, Audience[] | null, string]>([
  ['not asked yet', null, 'Looking for the room’s window'],
  ['no window', [], 'No window shows it to the room'],
  ['elsewhere', [elsewhere], 'The room does not see it: the other window shows another page'],
  [
    'two elsewhere',
    [elsewhere, elsewhere],
    'The room does not see it: the 2 other windows show other pages',
  ],
  ['beside', [beside], 'The room sees it beside the slide'],
  ['beside, full screen', [seen('beside', true)], 'The room sees it beside the slide'],
  ['lab in a window', [lab], 'The room sees it over a whole window'],
  ['lab, full screen', [fullLab], 'The room sees it full screen'],
  ['slide alone', [slide], 'The room sees the slide without it'],
  [
    'beside, and elsewhere',
    [elsewhere, beside],
    'The room sees it beside the slide; one window shows another page',
  ],
  [
    'lab, and two elsewhere',
    [elsewhere, fullLab, elsewhere],
    'The room sees it full screen; 2 windows show other pages',
  ],
  ['two beside', [beside, beside], 'The room sees it beside the slide'],
  ['two labs alike', [lab, lab], 'The room sees it over a whole window'],
  ['not alike', [lab, beside], 'The windows for the room do not show the same'],
  ['labs not alike', [lab, fullLab], 'The windows for the room do not show the same'],
])('What the room sees of a lab: %s', (_windows, audiences, words) => {
  expect(roomSees({ audiences, blank: null, lost: false })).toBe(words);
  expect(roomSees({ audiences, blank: null, lost: true })).toBe(
    'Apart from the room: what it sees can’t be told',
  );
  const shown = audiences?.some((one) => one.view !== 'elsewhere') ?? false;
  expect(roomSees({ audiences, blank: 'black', lost: false })).toBe(
    shown ? 'The room sees a black screen' : words,
  );
});
