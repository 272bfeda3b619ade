import { readFile } from 'node:fs/promises';
import { WebSocket } from 'ws';
import { pause } from './window.ts';

/** What a Node process takes, right after it was told to collect its garbage. */
export interface NodeMemory {
  /** Bytes that JavaScript objects take. */
  heap: number;
  /** Bytes of the process that are in memory. */
  rss: number;
  /** Tensors that TensorFlow.js counts; null in a process that holds none of it. */
  tensors: number | null;
}

/** Where Node listens when it is asked to be inspected. */
const port = 9229;

export async function rssOf(pid: number): Promise<number> {
  const line = /^VmRSS:\s+(\d+) kB/m.exec(await readFile(`/proc/${pid}/status`, 'utf8'));
  if (!line) throw new Error(`process ${pid} has no memory`);
  return Number(line[1]) * 1024;
}

async function address(): Promise<string> {
  for (let tries = 0; ; tries++) {
    try {
      const [target] = (await (await fetch(`http://127.0.0.1:${port}/json/list`)).json()) as {
        webSocketDebuggerUrl: string;
      }[];
      return target!.webSocketDebuggerUrl;
    } catch (error) {
      if (tries === 100) throw error;
      await pause(50);
    }
  }
}

/**
 * Looks into a running Node process through its own inspector, which SIGUSR1 opens on this computer's address and which is closed
 * again at the end: nothing in the program had to be made for it. One process at a time, as all of them would take the same port.
 */
export async function nodeMemory(pid: number): Promise<NodeMemory> {
  process.kill(pid, 'SIGUSR1');
  const socket = new WebSocket(await address());
  await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject));
  let last = 0;
  const ask = (method: string, params: object = {}) =>
    new Promise<Record<string, unknown>>((resolve) => {
      const id = ++last;
      const hear = (data: unknown) => {
        const message = JSON.parse(String(data)) as {
          id?: number;
          result?: Record<string, unknown>;
        };
        if (message.id !== id) return;
        socket.off('message', hear);
        resolve(message.result ?? {});
      };
      socket.on('message', hear);
      socket.send(JSON.stringify({ id, method, params }));
    });
  const value = async (expression: string) =>
    (
      (await ask('Runtime.evaluate', { expression, returnByValue: true }))['result'] as {
        value?: unknown;
      }
    ).value;
  if ((await value('process.pid')) !== pid)
    throw new Error(`port ${port} belongs to another process`);
  // Twice: what the first lets go of may hold more.
  await ask('HeapProfiler.collectGarbage');
  await ask('HeapProfiler.collectGarbage');
  const heap = (await ask('Runtime.getHeapUsage'))['usedSize'] as number;
  const tensors = (await value(
    'globalThis._tfengine ? globalThis._tfengine.memory().numTensors : null',
  )) as number | null;
  const rss = await rssOf(pid);
  void ask('Runtime.evaluate', { expression: 'process._debugEnd()' });
  await new Promise((resolve) => socket.once('close', resolve));
  return { heap, rss, tensors };
}
