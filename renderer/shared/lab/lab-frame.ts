import type { ReactNode } from 'react';
import type { LabPlace } from '../../model/address/lab-place.ts';

/** The places that the lab's frame fills once it is loaded. */
export interface Slots {
  top: HTMLElement | null;
  story: HTMLElement | null;
  figure: HTMLElement | null;
  bar: HTMLElement | null;
}

/** What a lab's frame is given by whoever has a place for it: the split beside the slide, the presenter's window. */
export interface LabFrameProps {
  place: LabPlace;
  slots: Slots;
  onPlace: (place: LabPlace) => void;
  onClose: () => void;
  onFull: () => void;
  leading?: ReactNode;
  /** The part or step that the slide beside it speaks of, where the lab offers the way there; null where it does not. */
  slideStep?: string | null;
}
