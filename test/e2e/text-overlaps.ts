import type { Locator } from '@playwright/test';

/** Words in `root` that lie over other words, or over the edge of the window: one line for each pair. */
export function overlaps(root: Locator): Promise<string[]> {
  return root.evaluate((within) => {
    interface Piece {
      words: string;
      block: Element;
      left: number;
      right: number;
      top: number;
      bottom: number;
    }
    const blockOf = (element: Element): Element => {
      // The browser sets a formula's signs: a sum's limits stand in the line's box of the sum.
      const drawn = element.closest('text, math');
      if (drawn) return drawn;
      let block = element;
      while (
        block !== within &&
        block.parentElement &&
        /^(inline|contents)$/.test(getComputedStyle(block).display)
      )
        block = block.parentElement;
      return block;
    };
    const isSaidOnly = (element: Element | null): boolean =>
      element !== null &&
      (getComputedStyle(element).clipPath !== 'none' || isSaidOnly(element.parentElement));
    const pieces: Piece[] = [];
    const walker = document.createTreeWalker(within, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const parent = node.parentElement!;
      const words = node.nodeValue?.trim() ?? '';
      if (words === '' || parent.closest('title,desc') || isSaidOnly(parent)) continue;
      if (!parent.checkVisibility({ opacityProperty: true, visibilityProperty: true })) continue;
      const zoom = (parent as Element & { currentCSSZoom?: number }).currentCSSZoom ?? 1;
      // A line's box is taller than its letters.
      const half = Number.parseFloat(getComputedStyle(parent).fontSize) * zoom * 0.36;
      const range = document.createRange();
      range.selectNodeContents(node);
      for (const { left, right, top, bottom, width } of range.getClientRects()) {
        if (width < 2) continue;
        const middle = (top + bottom) / 2;
        const box = { left, right, top: middle - half, bottom: middle + half };
        pieces.push({ words: words.slice(0, 40), block: blockOf(parent), ...box });
      }
    }
    const found = new Set<string>();
    pieces.forEach((a, at) => {
      if (a.right > innerWidth + 1) found.add(`“${a.words}” runs out of the window`);
      for (const b of pieces.slice(at + 1)) {
        if (a.block === b.block) continue;
        const wide = Math.min(a.right, b.right) - Math.max(a.left, b.left);
        const high = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
        if (wide > 1.5 && high > 1.5) found.add(`“${a.words}” over “${b.words}”`);
      }
    });
    return [...found];
  });
}
