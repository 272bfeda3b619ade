import type { Page } from '@playwright/test';

/** One line of words on the slide: left, top, width and height in pixels of the slide's own 1280 × 720. */
export interface TextBox {
  words: string;
  box: readonly number[];
}

/** How far two boxes of the same words may stand apart, in pixels of 1280 × 720: a third of a letter's stroke. */
const tolerance = 1;

/**
 * The boxes of all words on the slide that is on screen, in SVG and in HTML, once they stand still:
 * what moves with the window has come to rest when three frames in a row are alike.
 */
export function textBoxes(page: Page): Promise<TextBox[]> {
  return page.evaluate(async () => {
    const read = (): TextBox[] => {
      const slide = document.querySelector('.reveal section.present > div')!;
      const home = slide.getBoundingClientRect();
      const zoom = home.width / 1280;
      const found: TextBox[] = [];
      const walker = document.createTreeWalker(slide, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const parent = node.parentElement!;
        if (!node.nodeValue?.trim() || parent.closest('aside.notes,option,title,desc')) continue;
        if (!parent.checkVisibility({ visibilityProperty: true })) continue;
        const range = document.createRange();
        range.selectNodeContents(node);
        for (const { left, top, width, height } of range.getClientRects())
          if (width / zoom >= 1)
            found.push({
              words: node.nodeValue.trim().slice(0, 40),
              box: [
                (left - home.left) / zoom,
                (top - home.top) / zoom,
                width / zoom,
                height / zoom,
              ],
            });
      }
      return found;
    };
    // A lab's figure inside a slide comes when it was fetched.
    const drawn = () =>
      [...document.querySelectorAll('.reveal section.present [data-figure]')].every(
        (figure) => figure.childNodes.length > 0,
      );
    await document.fonts.ready;
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    await frame();
    let last = '';
    for (let alike = 0, frames = 0; alike < 3 && frames < 600; frames += 1) {
      await frame();
      const now = JSON.stringify(read());
      alike = drawn() && now === last ? alike + 1 : 0;
      last = now;
    }
    return read();
  });
}

/** What differs between the words of a slide that was resized and those of one that was loaded so. */
export function movedWords(resized: readonly TextBox[], fresh: readonly TextBox[]): string[] {
  if (resized.length !== fresh.length)
    return [`${resized.length} lines of words instead of ${fresh.length}`];
  return resized.flatMap(({ words, box }, at) => {
    const right = fresh[at]!;
    const off = Math.max(...box.map((n, i) => Math.abs(n - right.box[i]!)));
    return words === right.words && off <= tolerance
      ? []
      : [`“${words}” by ${off.toFixed(1)} px from “${right.words}”`];
  });
}
