import { useSlide } from '../../../../renderer/shared/slide/deck-context.ts';

/** For parts of one SVG: says of what appears at step `n` whether it is to come, new or there already. Space is kept from the start. */
export function useSince(): (n: number) => 'coming' | 'now' | 'shown' {
  const { step } = useSlide();
  return (n) => {
    if (step < n) return 'coming';
    return step === n ? 'now' : 'shown';
  };
}
