import type { CDPSession, Page } from '@playwright/test';
import { rssOf } from './inspector.ts';

/** What a page takes, right after it was told to collect its garbage. */
export interface PageMemory {
  /** Bytes of the JavaScript heap. */
  heap: number;
  /**
   * Bytes of it that are code which the engine has compiled so far: it compiles what runs often,
   * and compiles it better the more often it runs.
   */
  code: number;
  /** Bytes in memory of the process that draws the page. */
  rss: number;
}

async function withSession<T>(page: Page, ask: (session: CDPSession) => Promise<T>): Promise<T> {
  const session = await page.context().newCDPSession(page);
  try {
    return await ask(session);
  } finally {
    await session.detach();
  }
}

/** Bytes that the page’s JavaScript heap takes. */
export function usedHeap(page: Page): Promise<number> {
  return withSession(page, async (session) => {
    await session.send('Performance.enable');
    // Twice: what the first lets go of may hold more.
    await session.send('HeapProfiler.collectGarbage');
    await session.send('HeapProfiler.collectGarbage');
    const { metrics } = await session.send('Performance.getMetrics');
    return metrics.find(({ name }) => name === 'JSHeapUsedSize')!.value;
  });
}

interface HeapSnapshot {
  snapshot: { meta: { node_fields: string[]; node_types: [string[], ...unknown[]] } };
  nodes: number[];
}

/** Bytes of the nodes of type "code" in a heap snapshot as V8 writes it: instructions, bytecode and what belongs to them. */
export function codeIn({ snapshot: { meta }, nodes }: HeapSnapshot): number {
  const [type, size, step] = [
    meta.node_fields.indexOf('type'),
    meta.node_fields.indexOf('self_size'),
    meta.node_fields.length,
  ];
  const code = meta.node_types[0].indexOf('code');
  let bytes = 0;
  for (let node = 0; node < nodes.length; node += step)
    if (nodes[node + type] === code) bytes += nodes[node + size]!;
  return bytes;
}

/** Of all processes that draw, the largest: the browser keeps an empty one ready. */
async function rssOfPage(page: Page): Promise<number> {
  const session = await page.context().browser()!.newBrowserCDPSession();
  try {
    const { processInfo } = await session.send('SystemInfo.getProcessInfo');
    return Math.max(
      ...(await Promise.all(
        processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => rssOf(id)),
      )),
    );
  } finally {
    await session.detach();
  }
}

/** All of it; takes a heap snapshot of some tens of megabytes, last, for it leaves traces in the process until the next collection. */
export async function pageMemory(page: Page): Promise<PageMemory> {
  const heap = await usedHeap(page);
  const rss = await rssOfPage(page);
  return withSession(page, async (session) => {
    const chunks: string[] = [];
    session.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => chunks.push(chunk));
    await session.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false });
    return { heap, code: codeIn(JSON.parse(chunks.join('')) as HeapSnapshot), rss };
  });
}
