import { useEffect } from 'react';
import { createPortal } from 'react-dom';
import { useShared } from '../../host/use-shared.ts';
import { useHostState } from '../../host/use-host.ts';
import { useKeepEscape } from '../../kit/use-keep-escape.ts';
import { keyOwner } from '../../model/lecture/key-owner.ts';
import { lectureCommand } from '../../model/lecture/keys.ts';
import { blankWords, endsBlank, nextBlank, sharedBlank, worksWhileBlank } from './blank.ts';
import styles from './blank-screen.module.css';

/**
 * Black or white over the whole window, or over `children`'s place in the presenter's. Its keys, or
 * a press on it, bring the slide back.
 */
export function BlankScreen({ within = false }: { within?: boolean }) {
  const [blank, setBlank] = useShared(sharedBlank);
  const letters = useHostState((state) => state.settings.letterKeys);

  useKeepEscape(blank !== null);

  useEffect(() => {
    if (blank === null) return;
    const listen = (event: KeyboardEvent) => {
      // A dialog's keys are its own, but a clicker's, which `useLectureKeys` hears.
      if (document.querySelector('[role="dialog"]')) return;
      const owner = keyOwner(event.target);
      const command = lectureCommand(event, {
        layout: 'presenter',
        presenting: true,
        owner,
        letters,
      });
      // A clicker's keys end it even where a slider or a text would take them.
      const page = event.key === 'PageDown' || event.key === 'PageUp';
      if (!page && (!command || worksWhileBlank.includes(command))) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      if (event.repeat) return;
      if (page || endsBlank.includes(command!)) setBlank(null);
      else if (command === 'blank' || command === 'white')
        setBlank(nextBlank(blank, command === 'blank' ? 'black' : 'white'));
    };
    addEventListener('keydown', listen, true);
    return () => removeEventListener('keydown', listen, true);
  }, [blank, setBlank, letters]);

  if (blank === null) return null;
  const screen = (
    <button
      type="button"
      className={styles.blank}
      data-blank={blank}
      data-within={within || undefined}
      onClick={() => setBlank(null)}
    >
      <span className={within ? undefined : 'said'} role="status">
        {blankWords(blank, letters)}
      </span>
    </button>
  );
  // Beside the dialogs in the document: it covers one that was open, and one that is opened after it is seen.
  return within ? screen : createPortal(screen, document.body);
}
