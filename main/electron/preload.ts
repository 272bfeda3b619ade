import { contextBridge, ipcRenderer } from 'electron';
import { closeName, messageName } from './names.ts';

// The whole bridge. Text in, text out: no event object, no `ipcRenderer`, nothing that leads back to them.
contextBridge.exposeInMainWorld('lectern', {
  send: (text: string): void => ipcRenderer.send(messageName, String(text)),
  onMessage: (listener: (text: string) => void): void =>
    void ipcRenderer.on(messageName, (_event, text: string) => listener(text)),
  onClose: (listener: () => void): void => void ipcRenderer.on(closeName, () => listener()),
});
