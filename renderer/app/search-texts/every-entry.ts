import { steps, texts } from 'lectern:slide-texts';
import { createAddressStore } from '../../model/address/address-store.ts';
import type { Shell } from '../../shared/window/shell.ts';
import { known } from '../lecture.ts';
import {
  actionEntries,
  labEntries,
  loadStepEntries,
  slideEntries,
  type Entry,
} from '../palette/palette-entries.ts';
import { loadTermEntries } from '../palette/term-entries.ts';

const nothing = () => undefined;

/** For tests: all that the palette can list, in a window that does nothing. */
export async function everyEntry(): Promise<Entry[]> {
  const addresses = createAddressStore(known, { read: () => '', write: nothing, listen: nothing });
  const shell: Shell = {
    addresses,
    open: nothing,
    tell: nothing,
    present: nothing,
    presenting: () => false,
    print: nothing,
  };
  const said = new Map(steps.map(({ lab, step, shown }) => [`${lab} ${step}`, shown]));
  const slideTexts = new Map(texts.map((text) => [text.slide, text]));
  const tour = { words: 'Take the tour', begin: nothing };
  return [
    ...actionEntries(shell, '', tour, { use: undefined, setUse: nothing }),
    ...labEntries(addresses),
    ...slideEntries(addresses, slideTexts),
    ...(await loadStepEntries(addresses)).map((step) => ({
      ...step,
      shown: said.get(step.id.slice('step '.length)),
    })),
    ...(await loadTermEntries(addresses)),
  ];
}
