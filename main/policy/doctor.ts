/** What the preload exposes, in the order of the alphabet. */
export const bridgeNames = 'onClose onMessage send';

/** Asks the host over the page's own bridge who it is. A fixed text: nothing is put into it. */
export const askHost = `new Promise((resolve) => {
  const names = Object.keys(window.lectern ?? {}).sort().join(' ');
  if (!window.lectern) return resolve({ names });
  window.lectern.onMessage((text) => {
    const message = JSON.parse(text);
    if (message.id === 'doctor') resolve({ names, info: message.result });
  });
  window.lectern.send(
    JSON.stringify({ jsonrpc: '2.0', id: 'doctor', method: 'app.info', params: {} }),
  );
})`;

/** The one program that is there only while the app looks at itself: it says that it runs. */
export const workerPage = '/doctor-worker.js';
export const workerProgram = "postMessage('it runs');";
/** Starts it, as the labs' panels start theirs. */
export const askWorker = `new Promise((resolve, reject) => {
  const worker = new Worker('${workerPage}');
  worker.onmessage = ({ data }) => resolve(data);
  worker.onerror = () => reject(new Error('It could not be started.'));
})`;

/** Whether Linux filters what a process may ask of it, by its `/proc/<pid>/status`: Chromium's sandbox does. */
export const isFiltered = (status: string): boolean => /^Seccomp:\s*2$/m.test(status);
