import { app, dialog, protocol } from 'electron';
import { errorText, LecternError } from '../contract/errors.ts';
import { appScheme } from '../policy/origin.ts';
import { appId, productName } from '../policy/product.ts';
import { sessionFolder } from '../policy/session-folder.ts';
import { answer, isAnswered, newWord } from '../services/pages/second-start.ts';
import { cacheFolder } from '../setup/places.ts';
import { dataFolder, realFolder } from '../storage/data-folder.ts';
import { haveFolder } from '../storage/make-folder.ts';
import { openApp } from './open-app.ts';
import { connectLauncher } from './launcher.ts';

const launcher = connectLauncher(() => app.quit());
launcher.say({ lectern: 'alive' });

app.setName(productName);
if (process.platform === 'win32') app.setAppUserModelId(appId);

// The same data folder as the web host's, so that nothing is lost between them; the browser's own files stay out of it, in a folder
// for each data folder, so that two can be open side by side. Electron wants a folder to be there; one that can't be made is reported
// by the host, in words.
const data = dataFolder();
const setFolder = (name: string, folder: string) => {
  if (haveFolder(folder)) app.setPath(name, folder);
};
setFolder('userData', data);
setFolder('sessionData', sessionFolder(cacheFolder(), realFolder(data)));
app.enableSandbox();
protocol.registerSchemesAsPrivileged([appScheme]);

function giveUp(error: unknown): void {
  console.error(errorText(error));
  // In a terminal the line above is enough: the launcher goes on as soon as this program has ended, and a box would keep it waiting.
  if (!launcher.listens) dialog.showErrorBox('Lectern can’t start', errorText(error));
  app.exit(1);
}

// The lock lies in the data folder, so that is where both starts look, whatever else differs between them.
const word = newWord();
if (app.requestSingleInstanceLock(word)) {
  app.on('second-instance', (_event, _argv, _folder, given) => answer(data, given));
  openApp(app.getAppPath(), launcher).catch(giveUp);
} else {
  void isAnswered(data, word).then((answered) => {
    if (answered) launcher.say({ lectern: 'elsewhere' }, () => app.quit());
    else launcher.say({ lectern: 'no-lock' }, () => giveUp(noLock(data)));
  });
}

function noLock(folder: string): LecternError {
  return new LecternError({
    code: 'storage',
    what: `The data folder ${folder} could not be locked, and no other Lectern answered.`,
    safe: 'Nothing was changed.',
    next: 'If no Lectern is open, delete the file SingletonLock in it, or set LECTERN_HOME to a folder on another disk.',
  });
}
