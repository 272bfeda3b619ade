import type { Browser, Locator } from '@playwright/test';
import jsQR from 'jsqr';

/** Reads a QR code as it is drawn on screen, as a camera would. Null where there is none. */
export async function readCode(browser: Browser, code: Locator): Promise<string | null> {
  const png = (await code.screenshot()).toString('base64');
  // A page of its own turns the picture into pixels: Node has nothing that does.
  const context = await browser.newContext();
  const page = await context.newPage();
  const { width, height, pixels } = await page.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
    const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
    const canvas = new OffscreenCanvas(image.width, image.height);
    const drawing = canvas.getContext('2d')!;
    drawing.drawImage(image, 0, 0);
    const { data } = drawing.getImageData(0, 0, image.width, image.height);
    let text = '';
    for (let at = 0; at < data.length; at += 8_192)
      text += String.fromCharCode(...data.subarray(at, at + 8_192));
    return { width: image.width, height: image.height, pixels: btoa(text) };
  }, png);
  await context.close();
  const data = new Uint8ClampedArray(Buffer.from(pixels, 'base64'));
  return jsQR(data, width, height)?.data ?? null;
}
