import type { Address } from './address.ts';

/** The reading view, at the slide that is on screen now. The lecture's first slide is its beginning, which needs no name. */
export function readingAddress(address: Address, firstSlide: string | undefined): Address {
  return {
    room: 'read',
    slide: address.room === 'slides' && address.slide !== firstSlide ? address.slide : null,
    print: null,
  };
}
