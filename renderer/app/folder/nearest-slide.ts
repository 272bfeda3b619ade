import type { Address } from '../../model/address/address.ts';
import type { PlacedSlide } from '../../model/lecture/lecture.ts';

/**
 * Where a window that was at `address` is once the slides are others: at the same slide; where that is gone or has another name, at
 * the one that stands in its place; at a step that there is. The very same address where nothing has to change.
 */
export function nearestSlide(
  address: Address,
  before: readonly PlacedSlide[],
  now: readonly PlacedSlide[],
): Address {
  if (address.room !== 'slides' && address.room !== 'read') return address;
  if (address.slide === null) return address;
  const there = now.find(({ id }) => id === address.slide);
  const number = before.find(({ id }) => id === address.slide)?.number ?? 1;
  const slide = there ?? now[Math.min(number, now.length) - 1];
  if (!slide) return address;
  if (address.room === 'read') return there ? address : { ...address, slide: slide.id };
  const step = Math.min(address.step, slide.steps);
  return there && step === address.step ? address : { ...address, slide: slide.id, step };
}
