import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { build } from 'esbuild';
import { runnerImport, type Plugin } from 'vite';
import { noStyles } from '../slide-texts.ts';

/** What of a lecture stands in the page: its first slide's id, the course and the title. */
export interface FirstSlide {
  slide: string;
  course: string;
  title: string;
}

const escaped = (text: string) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

const place = '<div id="first-slide" hidden aria-hidden="true"></div>';

/**
 * The page with the first slide's words in it, hidden, and the script that shows them. Throws where the page has no place for them.
 * @param script the script's address
 */
export function withFirstSlide(
  html: string,
  { slide, course, title }: FirstSlide,
  script: string,
): string {
  if (!html.includes(place)) throw new Error('The page has no place for the first slide.');
  const words =
    `<div id="first-slide" data-slide="${escaped(slide)}" hidden aria-hidden="true">` +
    `<p>${escaped(course)}</p><p>${escaped(title)}</p></div>`;
  return html.replace(place, `${words}\n    <script src="${escaped(script)}"></script>`);
}

/** The first slide of the lecture that comes with Lectern, from its own data. */
async function firstSlideOf(root: string): Promise<FirstSlide> {
  const { module } = await runnerImport<{
    lecture: { course: string; title: string; parts: { slides: { id: string }[] }[] };
  }>(join(root, 'slides/lecture-1/deck.ts'), {
    root,
    configFile: false,
    logLevel: 'error',
    plugins: [noStyles],
  });
  const { course, title, parts } = module.lecture;
  return { slide: parts[0]!.slides[0]!.id, course, title };
}

/** The script as plain JavaScript, for a page that allows scripts of its own origin only. */
async function earlyScript(root: string): Promise<string> {
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: ['renderer/app/first-slide/early.ts'],
    bundle: true,
    write: false,
    minify: true,
    format: 'iife',
    target: 'chrome120',
    logLevel: 'warning',
  });
  return outputFiles[0]!.text;
}

/** Writes the first slide's words into the built page: a person reads them while the program is still on its way. */
export function firstSlide(root: string): Plugin {
  return {
    name: 'lectern:first-slide',
    apply: 'build',
    async generateBundle() {
      const source = await earlyScript(root);
      this.emitFile({ type: 'asset', fileName: fileOf(source), source });
    },
    transformIndexHtml: {
      order: 'post',
      handler: async (html) =>
        withFirstSlide(html, await firstSlideOf(root), `./${fileOf(await earlyScript(root))}`),
    },
  };
}

/** Named by its content, so that it may be kept for ever. */
const fileOf = (source: string) =>
  `assets/first-slide-${createHash('sha256').update(source).digest('hex').slice(0, 8)}.js`;
