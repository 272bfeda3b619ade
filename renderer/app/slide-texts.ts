import { createStore } from 'zustand/vanilla';
import { indexTexts, type SlideText, type TextIndex } from '../model/search/text-index.ts';

interface Texts {
  /** True from the first search on: then the slides are read. */
  wanted: boolean;
  index: TextIndex;
  /** How many slides have been read. */
  read: number;
}

/** What the slides say, read once for this window and kept: a lecture's words do not change while it is open. */
export const slideTexts = createStore<Texts>(() => ({ wanted: false, index: [], read: 0 }));

export const wantTexts = (): void => slideTexts.setState({ wanted: true });

export function addTexts(texts: readonly SlideText[]): void {
  slideTexts.setState((before) => ({
    index: [...before.index, ...indexTexts(texts)],
    read: before.read + texts.length,
  }));
}

/**
 * The words below an element in the order in which they are read, blocks apart by a dot. Leaves out
 * the rail and what only screen readers get.
 */
export function wordsBelow(root: Element): string {
  const blocks: string[] = [];
  let last: Element | null = null;
  const walker = document.createTreeWalker(
    root,
    NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT,
    (node) =>
      node instanceof Element && node.matches('[data-rail],.said,style,script')
        ? NodeFilter.FILTER_REJECT
        : NodeFilter.FILTER_ACCEPT,
  );
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node instanceof Element) {
      const label = node.getAttribute('role') === 'img' ? node.getAttribute('aria-label') : null;
      if (label) blocks.push(label);
      continue;
    }
    const text = node.nodeValue ?? '';
    if (text.trim() === '' || !node.parentElement) continue;
    const block = blockAround(node.parentElement, root);
    if (block === last) blocks[blocks.length - 1] += text;
    else blocks.push(text);
    last = block;
  }
  return blocks.map((text) => text.replace(/\s+/g, ' ').trim()).join(' · ');
}

function blockAround(element: Element, root: Element): Element {
  const line = element.closest('text');
  if (line) return line;
  let block = element;
  while (
    block !== root &&
    block.parentElement &&
    /^(inline|contents)$/.test(getComputedStyle(block).display)
  )
    block = block.parentElement;
  return block;
}
