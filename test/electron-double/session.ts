import type * as Electron from 'electron';
import { app, needsReady, played } from './app.ts';

type UsedSession = Pick<
  Electron.Session,
  | 'setPermissionRequestHandler'
  | 'setPermissionCheckHandler'
  | 'setDevicePermissionHandler'
  | 'setSpellCheckerLanguages'
  | 'setSpellCheckerDictionaryDownloadURL'
  | 'setSpellCheckerEnabled'
>;

/**
 * The default session. Like Electron's it comes to be when somebody first touches it, announces itself, and then starts its spell
 * checker: what still has a language by the next turn of the loop gets its dictionary fetched, whatever the windows say.
 */
export class PlayedSession implements UsedSession {
  languages = ['en-US'];
  spellChecker = true;
  dictionaries = 'https://dictionaries.example/';

  setPermissionRequestHandler: Electron.Session['setPermissionRequestHandler'] = (handler) =>
    void (played.permissions.request = handler);
  setPermissionCheckHandler: Electron.Session['setPermissionCheckHandler'] = (handler) =>
    void (played.permissions.check = handler);
  setDevicePermissionHandler: Electron.Session['setDevicePermissionHandler'] = (handler) =>
    void (played.permissions.device = handler);

  setSpellCheckerLanguages(languages: string[]): void {
    this.languages = languages;
    this.spellChecker = languages.length > 0;
  }
  setSpellCheckerDictionaryDownloadURL(address: string): void {
    if (!URL.canParse(address)) throw new Error('The address of the dictionaries is not valid.');
    this.dictionaries = address;
  }
  setSpellCheckerEnabled(enabled: boolean): void {
    this.spellChecker = enabled;
  }
}

/** The default session, made where there is none yet. Windows, `app:` and whoever asks for it touch it. */
export function touchSession(): PlayedSession {
  needsReady('Session can only be received');
  if (played.session) return played.session;
  const session = (played.session = new PlayedSession());
  const { fetched } = played;
  played.calls.push('session');
  app.play('session-created', session as unknown as Electron.Session);
  setImmediate(() => {
    for (const language of session.languages)
      fetched.push(`${session.dictionaries}${language}.bdic`);
  });
  return session;
}
