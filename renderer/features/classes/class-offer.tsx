import { Button } from '../../kit/button.tsx';
import { momentWords } from './class-words.ts';
import { useClasses } from './use-classes.ts';

/** The words of the offer; null where none is made. */
export function useClassOffer(): { what: string; safe: string } | null {
  const { classes, roomEnds } = useClasses();
  if (!classes.offered || !classes.current) return null;
  return {
    what: `The last class was on ${momentWords(classes.current.usedAt)}.`,
    safe: [
      'Its clock, polls, groups and ink are still here. A new class begins without them, and keeps them under Classes.',
      roomEnds,
    ]
      .filter((said) => said !== null)
      .join(' '),
  };
}

/** The two answers to the offer. */
export function ClassAnswers() {
  const { begin, goOn } = useClasses();
  return (
    <>
      <Button variant="primary" onClick={() => void begin()}>
        New class
      </Button>
      <Button variant="quiet" onClick={goOn}>
        Go on with it
      </Button>
    </>
  );
}
