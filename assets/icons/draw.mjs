// Draws the icon files that the three platforms want from lectern.svg, with a Chromium that CHROMIUM_PATH names:
//   CHROMIUM_PATH=/usr/bin/chromium node assets/icons/draw.mjs
// Run it after a change of the drawing; the files it writes are committed, so that packing needs no converter.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';

const folder = dirname(fileURLToPath(import.meta.url));
const svg = readFileSync(join(folder, 'lectern.svg'), 'utf8');

/** A picture of the drawing, `size` pixels wide and high, with a clear margin (a part of the size) around it. */
async function draw(page, size, margin = 0) {
  const inner = Math.round(size * (1 - 2 * margin));
  const gap = (size - inner) / 2;
  await page.setViewportSize({ width: size, height: size });
  await page.setContent(
    `<body style="margin:${gap}px">${svg.replace('<svg', `<svg style="display:block" width="${inner}" height="${inner}"`)}`,
  );
  return page.screenshot({ omitBackground: true });
}

/** Windows' container: a header, one entry of 16 bytes for each picture, then the pictures as PNG. A side of 256 is written as 0. */
function ico(pictures) {
  const header = Buffer.alloc(6 + 16 * pictures.length);
  header.writeUInt16LE(1, 2);
  header.writeUInt16LE(pictures.length, 4);
  let offset = header.length;
  pictures.forEach(({ size, png }, i) => {
    const at = 6 + 16 * i;
    header.writeUInt8(size % 256, at);
    header.writeUInt8(size % 256, at + 1);
    header.writeUInt16LE(1, at + 4);
    header.writeUInt16LE(32, at + 6);
    header.writeUInt32LE(png.length, at + 8);
    header.writeUInt32LE(offset, at + 12);
    offset += png.length;
  });
  return Buffer.concat([header, ...pictures.map(({ png }) => png)]);
}

/** Apple's container: `icns`, the whole length, then each picture under a name of four letters that says its size. */
function icns(pictures) {
  const parts = pictures.map(({ type, png }) => {
    const head = Buffer.alloc(8);
    head.write(type, 'latin1');
    head.writeUInt32BE(png.length + 8, 4);
    return Buffer.concat([head, png]);
  });
  const head = Buffer.alloc(8);
  head.write('icns', 'latin1');
  head.writeUInt32BE(8 + parts.reduce((sum, { length }) => sum + length, 0), 4);
  return Buffer.concat([head, ...parts]);
}

/** Apple's icons leave a tenth free on each side; 16@2x is a picture of 32 pixels, and so on. */
const apple = {
  icp4: 16,
  ic11: 32,
  icp5: 32,
  ic12: 64,
  ic07: 128,
  ic13: 256,
  ic08: 256,
  ic14: 512,
  ic09: 512,
  ic10: 1024,
};
const appleMargin = 0.1;
const windows = [16, 24, 32, 48, 64, 128, 256];
const linux = [16, 24, 32, 48, 64, 128, 256, 512];

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM_PATH,
  args: ['--no-sandbox', '--disable-gpu', '--no-zygote'],
});
const page = await browser.newPage();
mkdirSync(join(folder, 'linux'), { recursive: true });
const pictures = [];
for (const size of linux) {
  const png = await draw(page, size);
  writeFileSync(join(folder, 'linux', `${size}x${size}.png`), png);
  pictures.push({ size, png });
}
writeFileSync(
  join(folder, 'lectern.ico'),
  ico(pictures.filter(({ size }) => windows.includes(size))),
);
const large = [];
for (const [type, size] of Object.entries(apple))
  large.push({ type, png: await draw(page, size, appleMargin) });
writeFileSync(join(folder, 'lectern.icns'), icns(large));
await browser.close();
