/** Code as it may stand inside a page. Throws where it would end its own element; `page` names the page. */
export function inlineCode(code: string, tag: 'style' | 'script', page: string): string {
  if (new RegExp(`</${tag}|<!--`, 'i').test(code))
    throw new Error(`${page} holds "</${tag}" or "<!--" in its code: write it otherwise.`);
  return code;
}
