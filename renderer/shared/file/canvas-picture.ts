/** What was painted on a canvas, as a picture in its place. */
export function pictureOf(canvas: HTMLCanvasElement): HTMLImageElement {
  const picture = canvas.ownerDocument.createElement('img');
  picture.setAttribute('src', canvas.toDataURL('image/png'));
  picture.alt = canvas.getAttribute('aria-label') ?? '';
  for (const name of ['class', 'style'])
    if (canvas.hasAttribute(name)) picture.setAttribute(name, canvas.getAttribute(name)!);
  picture.width = canvas.clientWidth;
  picture.height = canvas.clientHeight;
  return picture;
}
