import { Button } from '../../kit/button.tsx';
import { readingAddress } from '../../model/address/reading-address.ts';
import { useLecture } from './lecture-context.ts';
import styles from './places.module.css';
import { useShell } from './shell.ts';

type Place = 'slides' | 'labs' | 'notebook' | 'read';

/** The four places of the window, the one where one is marked. `onSlides`: where "Slides" leads, if not to where one left off. */
export function Places({ here, onSlides }: { here: Place; onSlides?: () => void }) {
  const { addresses } = useShell();
  const { slides } = useLecture();
  const places: [Place, string, () => void][] = [
    ['slides', 'Slides', onSlides ?? (() => addresses.open('#/slides'))],
    ['labs', 'Labs', () => addresses.go({ room: 'exercises' })],
    ['notebook', 'Notebook', () => addresses.go({ room: 'notebook', run: null })],
    [
      'read',
      'Read',
      () => addresses.go(readingAddress(addresses.getState().address, slides[0]?.id)),
    ],
  ];
  return (
    <span className={styles.places} role="group" aria-label="Places">
      {places.map(([place, words, go]) => (
        <Button
          key={place}
          variant="quiet"
          className={styles.place}
          aria-current={place === here ? 'page' : undefined}
          onClick={() => {
            if (place !== here) go();
          }}
        >
          {words}
        </Button>
      ))}
    </span>
  );
}
