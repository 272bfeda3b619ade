import { externalAllowed } from '../../main/policy/external.ts';
import { slidesOf } from '../../renderer/model/lecture/lecture.ts';
import { lecture } from '../../slides/lecture-1/deck.ts';
import { expect, test } from './fixtures.ts';
import { resize } from './resize.ts';
import { axeFindings, checkedHere, equip, everyRule, looks, show } from './slide-guards.ts';

/** `LECTERN_SLIDES=a,b` looks at these slides only: for whoever is writing them. */
const only = process.env['LECTERN_SLIDES']
  ?.split(',')
  .map((id) => id.trim())
  .filter(Boolean);
const slides = slidesOf(lecture).filter((slide) => !only || only.includes(slide.id));
/** Each size in another theme, so that both themes are looked at without a third walk. */
const walks = [
  { width: 1280, height: 720, theme: 'light' },
  { width: 1920, height: 1080, theme: 'dark' },
] as const;

test('every slide, at every step and both sizes, can be read, is sourced and leads nowhere wrong @sweep', async ({
  app,
}) => {
  const { page } = app;
  /** What was found, and where: the same thing at every step is said once. */
  const problems = new Map<string, string[]>();
  const note = (what: string, where: string) =>
    problems.set(what, [...(problems.get(what) ?? []), where]);
  const broken: string[] = [];
  page.on('pageerror', (error) => broken.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') broken.push(message.text());
  });
  await equip(page);

  const unknown = only?.filter((id) => !slides.some((slide) => slide.id === id)) ?? [];
  expect(unknown, 'slides that LECTERN_SLIDES names and the lecture does not list').toEqual([]);
  const links = new Map<string, string>();
  let steps = 0;
  for (const { width, height, theme } of walks) {
    await resize(page, { width, height });
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
    for (const slide of slides) {
      for (let step = 1; step <= slide.steps; step += 1) {
        await show(page, slide.id, step);
        const last = step === slide.steps;
        const found = await checkedHere(page, slide.id, last);
        if (last) {
          found.push(...(await axeFindings(page, theme === 'light' ? everyRule : looks)));
          for (const href of await page
            .locator('section.present a[href]')
            .evaluateAll((all) => all.map((one) => one.getAttribute('href')!)))
            links.set(href, slide.id);
        }
        found.push(...broken.splice(0).map((what) => ({ kind: 'error in the window', what })));
        for (const { kind, what } of found)
          note(`${slide.id}: ${kind}: ${what}`, `step ${step} at ${width}×${height}`);
        if (width === 1280) steps += 1;
      }
    }
  }

  for (const [href, from] of links) {
    if (href.startsWith('https:') && !externalAllowed(href))
      note(`${from}: dead link: ${href}`, 'not on the list of cited sites');
    if (!href.startsWith('#/')) continue;
    await page.evaluate((hash) => void (location.hash = hash), href);
    await page.evaluate(
      () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
    );
    const message = await page.locator('[data-print="hide"] [role="status"]').allTextContents();
    if (message.length > 0) note(`${from}: dead link: ${href}`, message.join(' '));
  }

  console.log(
    `${slides.length} slides, ${steps} steps checked at ${walks.length} sizes; ${links.size} links`,
  );
  expect([...problems].map(([what, where]) => `${what} [${where.join('; ')}]`).join('\n')).toBe('');
});

test('the checks find what they are there for @full', async ({ app }) => {
  const { page } = app;
  await equip(page);
  const plant = async (html: (slide: HTMLElement) => void) => {
    await show(page, 'agenda', 1);
    await page.evaluate((source) => {
      const add = globalThis.eval(`(${source})`) as (slide: HTMLElement) => void;
      add(document.querySelector<HTMLElement>('section.present')!.firstElementChild as HTMLElement);
    }, html.toString());
    const found = await checkedHere(page, 'agenda', true);
    await page.evaluate(() =>
      document.querySelectorAll('[data-planted]').forEach((one) => one.remove()),
    );
    return found.map(({ kind, what }) => `${kind}: ${what}`);
  };
  const clean = await plant(() => undefined);

  const overlap = await plant((slide) => {
    const over = document.createElement('p');
    over.dataset['planted'] = '';
    over.textContent = 'Planted over the title';
    Object.assign(over.style, { position: 'absolute', left: '72px', top: '60px' });
    slide.append(over);
  });
  expect(overlap.filter((one) => one.startsWith('overlap') && one.includes('Planted'))).not.toEqual(
    [],
  );

  const overflow = await plant((slide) => {
    const wide = document.createElement('p');
    wide.dataset['planted'] = '';
    wide.textContent = 'Planted and too wide';
    Object.assign(wide.style, {
      position: 'absolute',
      left: '1180px',
      top: '10px',
      whiteSpace: 'nowrap',
    });
    slide.append(wide);
  });
  expect(
    overflow.filter((one) => one.startsWith('overflow') && one.includes('outside the slide')),
  ).not.toEqual([]);

  const cut = await plant((slide) => {
    const box = document.createElement('p');
    box.dataset['planted'] = '';
    box.textContent = 'Planted and cut off';
    Object.assign(box.style, {
      position: 'absolute',
      left: '1000px',
      top: '10px',
      width: '80px',
      whiteSpace: 'nowrap',
      overflow: 'hidden',
    });
    slide.append(box);
  });
  expect(cut.filter((one) => one.startsWith('overflow') && one.includes('cut off by'))).not.toEqual(
    [],
  );

  const little = await plant((slide) => {
    const words = document.createElement('p');
    words.dataset['planted'] = '';
    words.textContent = 'Planted 99 %';
    Object.assign(words.style, {
      position: 'absolute',
      left: '900px',
      top: '10px',
      fontSize: '27px',
    });
    const drawing = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
    drawing.dataset['planted'] = '';
    drawing.setAttribute('viewBox', '0 0 200 40');
    // Drawn at half its size: 40 px become 20.
    Object.assign(drawing.style, {
      position: 'absolute',
      left: '1100px',
      top: '10px',
      width: '100px',
      height: '20px',
    });
    drawing.innerHTML = '<text x="0" y="36" font-size="40">Half</text>';
    slide.append(words, drawing);
  });
  expect(little.filter((one) => one.startsWith('small text: 27.0 px'))).not.toEqual([]);
  expect(little.filter((one) => one.startsWith('small text: 20.0 px'))).not.toEqual([]);
  expect(little.filter((one) => one.startsWith('no source'))).not.toEqual([]);
  expect(little.filter((one) => one.startsWith('no text alternative'))).not.toEqual([]);

  const notes = await plant((slide) => {
    const head = document.createElement('h1');
    head.dataset['planted'] = '';
    head.textContent = 'A second title';
    const link = document.createElement('a');
    link.dataset['planted'] = '';
    link.href = 'http://example.org/';
    link.textContent = 'Planted link';
    slide.append(head, link);
  });
  expect(notes.filter((one) => one.startsWith('headings'))).not.toEqual([]);
  expect(notes.filter((one) => one.startsWith('dead link'))).not.toEqual([]);
  expect(await plant(() => undefined)).toEqual(clean);
});
