import { startWebHost } from '../../../main/web/serve.ts';

// The real web host on the folder it is given, without the compute process: what is tortured here is what it writes, and a start
// must be quick. Prints the address.
const [root, folder] = process.argv.slice(2) as [string, string];
const nobody = { send: () => undefined, onMessage: () => undefined, onClose: () => undefined };
const host = await startWebHost({
  root,
  folder,
  spawnCompute: () => ({ channel: nobody, pid: 0, kill: () => undefined, onExit: () => undefined }),
});
console.log(host.url);
