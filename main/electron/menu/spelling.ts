import type { Session } from 'electron';
import { appOrigin } from '../../policy/origin.ts';

/**
 * Keeps a session's spell checker from fetching a dictionary: no window checks spelling, but the session itself would fetch one all the
 * same. Must be called in the turn of the loop in which the session is first touched: in the next one it is on its way.
 */
export function quietSpelling(session: Session): void {
  session.setSpellCheckerLanguages([]);
  session.setSpellCheckerEnabled(false);
  // Should a language ever come back: what fetches dictionaries knows no such scheme, so nothing is asked of any other computer.
  session.setSpellCheckerDictionaryDownloadURL(`${appOrigin}/no-dictionaries/`);
}
