/** An element with these attributes and children. Words become text, never markup. */
export function el<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Readonly<Record<string, string>> = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
}

/** A button with its words, or with a sign and words for those who don't see it. */
export function button(words: string, press: () => void, name?: string): HTMLButtonElement {
  const made = el('button', { type: 'button', ...(name && { 'aria-label': name }) }, words);
  made.addEventListener('click', press);
  return made;
}

/** All words within an element, in their order, blanks between those of different elements. */
export function wordsIn(element: Element): string {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const pieces: string[] = [];
  while (walker.nextNode()) pieces.push(walker.currentNode.nodeValue ?? '');
  return pieces.join(' ').replace(/\s+/g, ' ').trim();
}
