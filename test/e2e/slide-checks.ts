/** Something wrong with a slide as it stands on screen. */
export interface Finding {
  kind: string;
  /** Which element, and what about it. */
  what: string;
}

/** What the window is told before the checks run in it. */
export interface SlideToCheck {
  id: string;
  /** Last step: then also what does not change with the steps is checked. */
  last: boolean;
}

/**
 * Looks at the slide that is on screen, at the step it shows. Runs inside the window in one go, so it holds everything it
 * needs. Lengths are in pixels of the 1280 by 720 canvas, whatever the window's size.
 */
export function checkSlide({ id, last }: SlideToCheck): Finding[] {
  const findings: Finding[] = [];
  const section = document.querySelector<HTMLElement>(
    `section.present[data-slide="${CSS.escape(id)}"]`,
  );
  const canvas = section?.querySelector(':scope > div');
  if (!section || !(canvas instanceof HTMLElement))
    return [{ kind: 'not shown', what: `no slide "${id}" on screen` }];
  const found = (kind: string, what: string) => findings.push({ kind, what });
  const home = canvas.getBoundingClientRect();
  const zoom = home.width / 1280;

  /** Where text may be smaller than 28 px; slides/README.md says why. */
  const small =
    '[data-rail],[data-source],[data-small],[data-axis],.recharts-cartesian-axis-tick,sub,sup,small,math';
  const ignored = '.said,aside.notes,[hidden],script,style,option,textarea,title,desc';
  const tolerance = 1.5;

  interface Box {
    left: number;
    top: number;
    right: number;
    bottom: number;
  }
  const local = (box: Box): Box => ({
    left: (box.left - home.left) / zoom,
    top: (box.top - home.top) / zoom,
    right: (box.right - home.left) / zoom,
    bottom: (box.bottom - home.top) / zoom,
  });
  const short = (text: string) => {
    const one = text.replace(/\s+/g, ' ').trim();
    return one.length > 44 ? `${one.slice(0, 44)}…` : one;
  };
  const name = (element: Element): string => {
    const kind = element.tagName.toLowerCase();
    const role = (element.getAttribute('class') ?? '').split(/\s+/)[0];
    return (
      `<${kind}` +
      (role ? `.${role.replace(/^_+/, '').replace(/(_[^_]*){1,2}$/, '')}` : '') +
      `> “${short(element.getAttribute('aria-label') ?? element.textContent ?? '')}”`
    );
  };
  const seen = new Map<Element, boolean>();
  const visible = (element: Element): boolean => {
    let is = seen.get(element);
    if (is === undefined)
      seen.set(
        element,
        (is =
          !element.closest(ignored) &&
          element.checkVisibility({
            opacityProperty: true,
            visibilityProperty: true,
            contentVisibilityAuto: true,
          })),
      );
    return is;
  };

  /** How many times larger than its own font size a text stands on the canvas. */
  const scales = new Map<Element, number>();
  const scaleOf = (element: Element): number => {
    if (element === canvas) return 1;
    let scale = scales.get(element);
    if (scale !== undefined) return scale;
    if (element instanceof SVGGraphicsElement && element.ownerSVGElement) {
      const matrix = element.getCTM();
      scale =
        (matrix ? Math.sqrt(Math.abs(matrix.a * matrix.d - matrix.b * matrix.c)) : 1) *
        scaleOf(element.ownerSVGElement.parentElement ?? canvas);
    } else {
      const style = getComputedStyle(element);
      const matrix = style.transform === 'none' ? null : new DOMMatrix(style.transform);
      const own = style.scale === 'none' ? 1 : Number.parseFloat(style.scale);
      scale =
        (matrix ? Math.sqrt(Math.abs(matrix.a * matrix.d - matrix.b * matrix.c)) : 1) *
        own *
        Number(style.zoom || 1) *
        (element.parentElement ? scaleOf(element.parentElement) : 1);
    }
    scales.set(element, scale);
    return scale;
  };

  /** The block, or the line of SVG text, that a piece of text belongs to: pieces of one block never count as overlapping. */
  const blockOf = (element: Element): Element => {
    // Nor do those of one formula: the browser sets its signs, and a sum's limits stand in the line's box of the sum.
    const drawn = element.closest('text, math');
    if (drawn) return drawn;
    let block = element;
    while (
      block !== canvas &&
      block.parentElement &&
      /^(inline|contents)$/.test(getComputedStyle(block).display)
    )
      block = block.parentElement;
    return block;
  };

  interface Piece {
    text: string;
    parent: Element;
    block: Element;
    box: Box;
  }
  const pieces: Piece[] = [];
  const walker = document.createTreeWalker(canvas, NodeFilter.SHOW_TEXT);
  const undersized = new Set<Element>();
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const parent = node.parentElement;
    const text = node.nodeValue ?? '';
    if (!parent || text.trim() === '' || !visible(parent)) continue;
    const block = blockOf(parent);
    const size = Number.parseFloat(getComputedStyle(parent).fontSize);
    const effective = size * scaleOf(parent);
    const least = parent.closest(small) ? 16 : 28;
    if (effective < least - 0.05 && !undersized.has(block)) {
      undersized.add(block);
      found('small text', `${effective.toFixed(1)} px (at least ${least}): ${name(block)}`);
    }
    const range = document.createRange();
    range.selectNodeContents(node);
    // A line's box is taller than its letters: from the top of the capitals to the foot, or to the tails of letters that have one.
    const above = effective * 0.22;
    const below = effective * (/[gjpqyQ,;()/]/.test(text) ? 0.05 : 0.22);
    for (const rect of range.getClientRects()) {
      const box = local(rect);
      if (box.right - box.left < 1) continue;
      pieces.push({
        text: short(text),
        parent,
        block,
        box: { ...box, top: box.top + above, bottom: box.bottom - below },
      });
    }
  }

  // Text outside the slide, under the rail, or cut off by a box around it.
  const rail = canvas.querySelector('[data-rail]');
  const foot = rail ? local(rail.getBoundingClientRect()).top : 720;
  const clipped = new Set<Element>();
  for (const { parent, block, box } of pieces) {
    if (clipped.has(block)) continue;
    if (
      box.left < -tolerance ||
      box.top < -tolerance ||
      box.right > 1280 + tolerance ||
      box.bottom > 720 + tolerance
    ) {
      clipped.add(block);
      found('overflow', `${name(block)} stands outside the slide`);
    } else if (box.bottom > foot + tolerance && !parent.closest('[data-rail]')) {
      clipped.add(block);
      found(
        'overflow',
        `${name(block)} runs into the rail by ${(box.bottom - foot).toFixed(0)} px`,
      );
    }
    for (
      let around: Element | null = parent;
      around && around !== canvas && !clipped.has(block);
      around = around.parentElement
    ) {
      const { overflowX, overflowY } = getComputedStyle(around);
      const inner = local(around.getBoundingClientRect());
      const svgRoot = around instanceof SVGSVGElement;
      if (!svgRoot && around instanceof SVGElement) continue;
      const wide =
        overflowX !== 'visible' &&
        (box.left < inner.left - tolerance || box.right > inner.right + tolerance);
      const high =
        overflowY !== 'visible' &&
        (box.top < inner.top - tolerance || box.bottom > inner.bottom + tolerance);
      if (!wide && !high) continue;
      clipped.add(block);
      found('overflow', `${name(block)} is cut off by ${name(around)}`);
    }
  }

  // Text over text.
  const told = new Set<string>();
  for (let i = 0; i < pieces.length; i += 1) {
    for (let j = i + 1; j < pieces.length; j += 1) {
      const a = pieces[i]!;
      const b = pieces[j]!;
      if (a.block === b.block) continue;
      const wide = Math.min(a.box.right, b.box.right) - Math.max(a.box.left, b.box.left);
      const high = Math.min(a.box.bottom, b.box.bottom) - Math.max(a.box.top, b.box.top);
      const key = `“${a.text}” and “${b.text}”`;
      if (wide <= tolerance || high <= tolerance || told.has(key)) continue;
      told.add(key);
      found(
        'overlap',
        `${key} by ${wide.toFixed(0)} × ${high.toFixed(0)} px, in ${name(a.block)} and ${name(b.block)}`,
      );
    }
  }

  // Boxes outside the slide, and text wider than its box.
  for (const element of canvas.querySelectorAll('*')) {
    const html = element instanceof HTMLElement;
    const drawing = element instanceof SVGSVGElement && !element.ownerSVGElement;
    if ((!html && !drawing) || !visible(element)) continue;
    const box = local(element.getBoundingClientRect());
    if (box.right - box.left < 2.5 || box.bottom - box.top < 2.5) continue;
    if (
      box.left < -tolerance ||
      box.top < -tolerance ||
      box.right > 1280 + tolerance ||
      box.bottom > 720 + tolerance
    ) {
      found(
        'overflow',
        `${name(element)} reaches outside the slide: ${[box.left, box.top, box.right, box.bottom].map(Math.round).join(', ')}`,
      );
    } else if (
      html &&
      element.clientWidth > 0 &&
      [...element.childNodes].some(
        (node) => node.nodeType === Node.TEXT_NODE && node.nodeValue?.trim(),
      )
    ) {
      if (element.scrollWidth > element.clientWidth + 1)
        found(
          'overflow',
          `${name(element)} holds text ${element.scrollWidth - element.clientWidth} px wider than itself`,
        );
    }
    if (
      html &&
      /auto|scroll/.test(getComputedStyle(element).overflowY) &&
      element.scrollHeight > element.clientHeight + 1 &&
      !element.matches('textarea')
    ) {
      found('overflow', `${name(element)} has to be scrolled to be read`);
    }
  }

  // Labels may be small, sentences may not.
  for (const label of canvas.querySelectorAll('[data-small],[data-axis]')) {
    for (const block of new Set(
      pieces.filter((piece) => label.contains(piece.parent)).map((piece) => piece.block),
    )) {
      const length = (block.textContent ?? '').trim().length;
      if (length > 70)
        found(
          'small text',
          `${length} characters marked as a label, which holds at most 70: ${name(block)}`,
        );
    }
  }

  // Pictures say what they show, or are silent on purpose.
  for (const svg of canvas.querySelectorAll('svg')) {
    if (svg.parentElement?.closest('svg') || !visible(svg) || svg.closest('[aria-hidden="true"]'))
      continue;
    const labelled =
      svg.getAttribute('aria-label')?.trim() ||
      svg.getAttribute('aria-labelledby') ||
      svg.querySelector(':scope > title')?.textContent?.trim();
    const spoken =
      /^(img|graphics-document|group)$/.test(svg.getAttribute('role') ?? '') && labelled;
    const around = svg.closest('[role="img"]')?.getAttribute('aria-label')?.trim();
    if (!spoken && !around && !svg.classList.contains('recharts-surface'))
      found('no text alternative', `${name(svg)} in ${name(svg.parentElement ?? canvas)}`);
    if (svg.classList.contains('recharts-surface') && !spoken && !around)
      found(
        'no text alternative',
        `a chart without role="img" and a label around it, in ${name(svg.closest('.recharts-wrapper')?.parentElement ?? canvas)}`,
      );
  }

  if (!last) return findings;

  // Headings: one of the first level, then none skipped.
  const headings = [...canvas.querySelectorAll('h1,h2,h3,h4,h5,h6')]
    .filter(visible)
    .map((one) => Number(one.tagName[1]));
  if (headings.filter((level) => level === 1).length !== 1 || headings[0] !== 1)
    found(
      'headings',
      `one h1 first is wanted; there are: ${headings.map((level) => `h${level}`).join(' ') || 'none'}`,
    );
  headings.forEach((level, at) => {
    if (at > 0 && level > headings[at - 1]! + 1)
      found('headings', `h${headings[at - 1]} is followed by h${level}`);
  });

  // Notes: two to six sentences in three kinds.
  const kinds = [...section.querySelectorAll('aside.notes [data-note]')];
  const spoken = kinds.map((one) => (one.textContent ?? '').replace(/\s+/g, ' ').trim());
  const sentences = spoken.flatMap(
    (text) => text.match(/[.?!…]+(?=["”’)\]]*(\s|$))/g) ?? [],
  ).length;
  if (!kinds.some((one) => one.getAttribute('data-note') === 'say'))
    found('notes', 'nothing to say');
  for (const text of spoken) if (text === '') found('notes', 'an empty note');
  if (sentences < 2) found('notes', `${sentences} sentences; at least 2 are wanted`);
  const longest = spoken.map((text) => (text.match(/[.?!…]+(?=["”’)\]]*(\s|$))/g) ?? []).length);
  longest.forEach((count, at) => {
    if (count > 6)
      found('notes', `${count} sentences in “${short(spoken[at]!)}”; at most 6 are wanted`);
  });

  // A number with a unit has its source.
  const sourced = [...canvas.querySelectorAll('[data-source]')].some(visible);
  const own =
    '[data-rail],[data-source],[data-own-number],time,.recharts-cartesian-axis-tick,[data-axis]';
  const words = pieces.filter((piece) => !piece.parent.closest(own)).map((piece) => piece.parent);
  const said = [...new Set(words)].map((one) => (one.textContent ?? '').trim()).join(' ');
  const number =
    /(?:[$€£]\s?\d[\d.,]*|[−-]?\d[\d.,]*\s?(?:%|‰|×|\b(?:per cent|percent|ms|s|seconds?|minutes?|hours?|days?|weeks?|months?|times|fold|(?:thousand|million|billion|trillion)s?|USD|dollars?|euros?|[kMGT]B|parameters|responses|respondents|developers|applicants|companies|organi[sz]ations)(?![\p{L}\p{N}])))/iu.exec(
      said,
    );
  if (number && !sourced)
    found('no source', `“${number[0].trim()}” is shown and the slide has no source line`);
  if (
    canvas.querySelector('.recharts-wrapper,[data-chart]') &&
    !sourced &&
    !canvas.querySelector('[data-own-number]')
  )
    found('no source', 'a chart is shown and the slide has no source line');

  for (const link of canvas.querySelectorAll('a[href]')) {
    const href = link.getAttribute('href')!;
    if (!/^(#\/|https:\/\/)/.test(href)) found('dead link', `${name(link)} leads to "${href}"`);
  }
  return findings;
}
