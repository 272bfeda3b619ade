import { afterEach, expect, it } from 'vitest';
import { picturesIn, slideCopy } from './slide-copy.ts';

afterEach(() => document.body.replaceChildren());

/** Markup as it stands in the window. What is in it never ran: it came in as a text. */
function inWindow(markup: string): HTMLElement {
  const root = document.createElement('fieldset');
  root.innerHTML = markup;
  document.body.append(root);
  return root;
}
const copied = (root: HTMLElement, pictures = new Map<string, string>()) =>
  slideCopy(root, new Set(['one']), pictures);

it('keeps words, links to pages and to its own slides; nothing runs, asks or is hidden', () => {
  const root = inWindow(
    `<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>
    <a href="https://example.org/a">out</a> <a href="#/slides/one">in</a> <a href="#/labs/x">lab</a>
    <a href="javascript:alert(1)">bad</a>
    <script>alert(1)</script><iframe></iframe><style>p{}</style>
    <button onclick="alert(1)" tabindex="0" autofocus>press</button>
    <div data-print="hide">tool</div><div style="display: none">gone</div>
    <div style="visibility: hidden">coming</div>`,
  );
  const copy = copied(root);
  expect(copy.querySelectorAll('script, iframe, style, [onclick], [tabindex]')).toHaveLength(0);
  const links = [...copy.querySelectorAll('a')].map((link) => link.getAttribute('href'));
  expect(links).toEqual(['https://example.org/a', '#/slides/one', null, null]);
  expect(copy.querySelector('a')!.rel).toBe('noopener noreferrer');
  expect(copy.querySelector('p')!.textContent).toBe('<script>alert(1)</script>');
  expect(copy.outerHTML).toContain('&lt;script&gt;');
  expect(copy.textContent).not.toMatch(/tool|gone/);
  expect(copy.textContent).toContain('coming');
  // What stands in the window is as it was.
  expect(root.querySelectorAll('script, iframe, style')).toHaveLength(3);
});

it('holds its pictures itself, also what was painted, and a drawing keeps its own pieces', () => {
  const root = inWindow(
    `<img src="/lecture-files/a.png" alt="A"><img src="/gone.png" srcset="x 2x" alt="B">
    <canvas width="4" height="4" aria-label="Painted"></canvas>
    <svg><defs><path id="arrow"/></defs><use href="#arrow"/><image href="https://example.org/x.png"/></svg>`,
  );
  expect(picturesIn(root)).toEqual(['/lecture-files/a.png', '/gone.png']);
  const copy = copied(root, new Map([['/lecture-files/a.png', 'data:image/png;base64,AA==']]));
  const pictures = [...copy.querySelectorAll('img')];
  expect(pictures.map((one) => one.alt)).toEqual(['A', 'B', 'Painted']);
  expect(pictures[0]!.getAttribute('src')).toBe('data:image/png;base64,AA==');
  expect(pictures[1]!.outerHTML).toBe('<img alt="B">');
  expect(pictures[2]!.src).toMatch(/^data:image\/png/);
  expect(copy.querySelector('use')!.getAttribute('href')).toBe('#arrow');
  expect(copy.querySelector('image')!.hasAttribute('href')).toBe(false);
});

it('says how fields stood', () => {
  const root = inWindow(
    '<input type="checkbox"><input type="radio" checked><input type="text" value="old">',
  );
  const [box, radio, text] = root.querySelectorAll('input');
  box!.checked = true;
  radio!.checked = false;
  text!.value = 'new';
  const copy = copied(root);
  expect(
    [...copy.querySelectorAll('input')].map(
      (one) => one.getAttribute('value') ?? one.hasAttribute('checked'),
    ),
  ).toEqual([true, false, 'new']);
});
