import { useHostState } from '../../host/use-host.ts';
import { Button } from '../../kit/button.tsx';
import { Dialog } from '../../kit/dialog.tsx';
import { isLetterKey, Kbd } from '../../kit/kbd.tsx';
import { tourWords } from '../../model/lecture/tour-state.ts';
import { useTour } from '../../shared/window/use-tour.ts';
import styles from './help-dialog.module.css';

const keys: [what: string, ...keys: string[]][] = [
  ['Next step or slide', '→', '↓', 'Space', 'Page Down'],
  ['Previous step or slide', '←', '↑', 'Shift Space', 'Page Up'],
  ['First, last slide', 'Home', 'End'],
  ['The slide’s lab, beside it or closed', 'L'],
  ['Jump to a slide by number, id or words', 'G'],
  ['Overview of all slides', 'O'],
  ['Black screen; so or by turning: back', 'B', '.'],
  ['White screen; so or by turning: back', 'W'],
  ['Presenter window', 'S'],
  ['Notes and time beside the slide', 'N'],
  ['Draw on the slide; Ctrl Z takes back', 'D'],
  ['Laser pointer: press, or hold', 'P'],
  ['Full screen', 'F', 'F5'],
  ['Close the topmost: window, pen, overview', 'Esc'],
  ['Find slides, labs, steps; open a link', 'Ctrl K'],
  ['These keys', '?'],
];

/** Every key of the deck that does something now. */
export function HelpDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { tour, begin } = useTour();
  const letters = useHostState((state) => state.settings.letterKeys);
  const works = (name: string) => letters || !isLetterKey(name);
  const take = () => {
    onClose();
    begin();
  };
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title="Keys"
      about={
        letters
          ? undefined
          : 'Single letters are switched off. Settings has them under “Letter keys”.'
      }
      actions={tour?.state !== 'going' && <Button onClick={take}>{tourWords(tour)}</Button>}
    >
      <dl className={styles.keys}>
        {keys
          .filter(([, ...names]) => names.some(works))
          .map(([what, ...names]) => (
            <div key={what}>
              <dt>{what}</dt>
              <dd>
                {names.filter(works).map((name) => (
                  <Kbd key={name}>{name}</Kbd>
                ))}
              </dd>
            </div>
          ))}
      </dl>
    </Dialog>
  );
}
