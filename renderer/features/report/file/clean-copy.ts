import { pictureOf } from '../../../shared/file/canvas-picture.ts';

/**
 * What a still copy must not carry: what is pressed, focused, sent or fetched. Handlers are never
 * attributes here, but a copy is checked all the same.
 */
const droppedNames = [
  ...['on.*', 'tabindex', 'focusable', 'autofocus', 'inert', 'contenteditable', 'draggable'],
  ...['href', 'xlink:href', 'src', 'srcset', 'action', 'formaction'],
  ...['aria-value.*', 'aria-live', 'aria-orientation'],
];
const dropped = new RegExp(`^(${droppedNames.join('|')})$`, 'i');
const liveRoles: Record<string, string | null> = {
  slider: 'img',
  status: null,
  alert: null,
  radiogroup: null,
  region: null,
};
/** These are left out whole. */
const leftOut =
  'script, style, link, iframe, object, embed, form, input, select, textarea, template, noscript';

/**
 * A copy of what stands in the window, for a file: nothing in it can be pressed, nothing is fetched, what is not shown is left out, and
 * what was painted becomes a picture. Texts stay texts: they were never read as HTML.
 */
export function cleanCopy(root: HTMLElement): HTMLElement {
  const copy = root.cloneNode(true) as HTMLElement;
  const from = [...root.querySelectorAll('*')];
  const to = [...copy.querySelectorAll('*')];
  to.forEach((element, i) => {
    const original = from[i]!;
    const shown = element.closest('defs') !== null || getComputedStyle(original).display !== 'none';
    if (!shown || element.matches(leftOut) || element.getAttribute('data-print') === 'hide')
      return element.remove();
    if (original instanceof HTMLCanvasElement) return element.replaceWith(pictureOf(original));
    still(element);
    if (
      element instanceof HTMLButtonElement ||
      element instanceof HTMLAnchorElement ||
      element instanceof HTMLLabelElement
    )
      element.replaceWith(renamed(element, 'span'));
    else if (element instanceof HTMLFieldSetElement) element.replaceWith(renamed(element, 'div'));
  });
  return copy;
}

function still(element: Element): void {
  const role = element.getAttribute('role');
  if (role !== null && role in liveRoles) {
    const other = liveRoles[role];
    if (other) element.setAttribute('role', other);
    else element.removeAttribute('role');
    // What the picture says stays; that keys read it does not.
    element.setAttribute(
      'aria-label',
      (element.getAttribute('aria-label') ?? '').replace(' Arrow keys read values.', ''),
    );
    if (!other) element.removeAttribute('aria-label');
  }
  for (const { name } of [...element.attributes])
    if (dropped.test(name)) element.removeAttribute(name);
}

function renamed(element: Element, tag: string): Element {
  const other = element.ownerDocument.createElement(tag);
  for (const name of ['class', 'title'])
    if (element.hasAttribute(name)) other.setAttribute(name, element.getAttribute(name)!);
  // Through the object model: the window's policy refuses styles that come as text.
  if (element instanceof HTMLElement) other.style.cssText = element.style.cssText;
  for (const { name, value } of [...element.attributes])
    if (name.startsWith('data-')) other.setAttribute(name, value);
  other.append(...element.childNodes);
  return other;
}
