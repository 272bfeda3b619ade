import { pictureOf } from '../../../shared/file/canvas-picture.ts';

/** These are left out whole. */
const leftOut =
  'script, style, link, meta, base, iframe, object, embed, template, noscript, [data-print="hide"]';

/** What acts, asks for something or speaks up by itself. Addresses are looked at one by one. */
const dropped =
  /^(on.*|tabindex|autofocus|contenteditable|draggable|srcset|action|formaction|ping|aria-live|nonce)$/i;

/** Which addresses a copy keeps: pages, opened outside, and slides of the same file. */
export function keptLink(href: string, slides: ReadonlySet<string>): boolean {
  const slide = /^#\/slides\/([^?]+)/.exec(href)?.[1];
  return slide === undefined ? href.startsWith('https://') : slides.has(slide);
}

/**
 * A copy of a slide as it stands in the window, for a file: nothing in it runs or is fetched, what is not shown is left out, and what
 * was painted becomes a picture. Elements stay what they are, so that the same rules speak of them; what could be pressed rests in a
 * fieldset that is switched off. Texts stay texts: they were never read as HTML.
 * @param slides ids, as addresses write them, of the slides that the file holds
 * @param pictures what pictures hold, by their address; one that is not there is left empty with its words
 */
export function slideCopy(
  root: HTMLElement,
  slides: ReadonlySet<string>,
  pictures: ReadonlyMap<string, string>,
): HTMLElement {
  const copy = root.cloneNode(true) as HTMLElement;
  const from = [root, ...root.querySelectorAll('*')];
  const to = [copy, ...copy.querySelectorAll('*')];
  to.forEach((element, index) => {
    const original = from[index]!;
    const shown = element.closest('defs') !== null || getComputedStyle(original).display !== 'none';
    if (!shown || element.matches(leftOut)) return element.remove();
    if (original instanceof HTMLCanvasElement) return element.replaceWith(pictureOf(original));
    if (original instanceof HTMLInputElement) keepState(element, original);
    for (const { name, value } of [...element.attributes])
      if (dropped.test(name)) element.removeAttribute(name);
      else if (/^(xlink:)?href$/i.test(name)) keepLink(element, name, value, slides);
      else if (name === 'src') keepPicture(element, pictures.get(value));
  });
  return copy;
}

/** The addresses of the pictures within, as they are written. */
export const picturesIn = (root: HTMLElement): string[] =>
  [...root.querySelectorAll('img')].map((picture) => picture.getAttribute('src') ?? '');

/** What a person or the program set is no attribute, and only these are written out. */
function keepState(element: Element, original: HTMLInputElement): void {
  if (/^(radio|checkbox)$/.test(original.type))
    element.toggleAttribute('checked', original.checked);
  else element.setAttribute('value', original.value);
}

function keepLink(element: Element, name: string, href: string, slides: ReadonlySet<string>): void {
  // A drawing uses its own pieces.
  const own = element instanceof SVGElement && /^#[^/]/.test(href);
  const isLink = element instanceof HTMLAnchorElement && keptLink(href, slides);
  if (!own && !isLink) return element.removeAttribute(name);
  if (isLink && !href.startsWith('#')) {
    element.setAttribute('target', '_blank');
    element.setAttribute('rel', 'noopener noreferrer');
  }
}

function keepPicture(element: Element, data: string | undefined): void {
  if (element instanceof HTMLImageElement && data !== undefined) element.setAttribute('src', data);
  else element.removeAttribute('src');
}
