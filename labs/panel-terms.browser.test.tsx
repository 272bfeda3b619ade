import { expect, it } from 'vitest';
import { commands } from 'vitest/browser';
import { render } from 'vitest-browser-react/pure';
import type { RunCard } from '../main/contract/run.ts';
import type { TermId } from '../renderer/glossary/glossary.ts';
import { markedIn } from '../renderer/glossary/marked-words.ts';
import { TermScope } from '../renderer/glossary/term-scope.tsx';
import { termsIn } from '../renderer/glossary/terms-in.ts';
import { HostProvider } from '../renderer/host/use-host.ts';
import { questionSettings } from '../renderer/model/lab/question-settings.ts';
import { labs, loadLab, type LoadedLab } from '../renderer/model/lab/registry.ts';
import { tinyCard } from '../renderer/model/lab/fixture.ts';
import { memoryHost } from '../test/components/memory-host.tsx';
import { isTaught } from '../test/labs/taught.ts';
import type { Lab } from './lab.ts';
import type { StoryPart } from './view.ts';

const kept = import.meta.glob<string>('../test/sentences/kept/*.json.gz', {
  query: '?url',
  import: 'default',
});

const keepAnew = 'npm run sentences -- --many 5 --keep test/sentences/kept';

interface Real {
  version: number;
  result: unknown;
}

/**
 * A real result of a lab: of those that are kept, the one that holds most. Null where none is kept,
 * which is no fault as long as no slide opens the lab.
 */
async function resultOf({ id, version }: Lab): Promise<unknown> {
  const ofLab = new RegExp(`/${id}-\\d+-\\w+\\.json\\.gz$`);
  const files = Object.keys(kept).filter((path) => ofLab.test(path));
  const all = await Promise.all(files.map(unpack));
  const size = ({ result }: Real) => JSON.stringify(result).length;
  const fitting = all.filter((one) => one.version === version);
  const [most] = fitting.sort((a, b) => size(b) - size(a));
  if (!most && isTaught(id)) throw new Error(`No kept result fits the lab ${id}: ${keepAnew}`);
  return most?.result ?? null;
}

async function unpack(path: string): Promise<Real> {
  const base64 = await commands.readFile(path.replace('../', ''), 'base64');
  const bytes = Uint8Array.from(atob(base64), (one) => one.charCodeAt(0));
  const text = new Response(
    new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip')),
  );
  return JSON.parse(await text.text()) as Real;
}

interface PanelWords {
  /** What can be read outside of drawings, and what in them. */
  text: string;
  drawn: string;
  /** What can be pressed. */
  pressed: string;
}

async function read({ lab, Panel }: LoadedLab, part: StoryPart, result: unknown) {
  const { parameters } = questionSettings(lab, part);
  const card = tinyCard({ lab: lab.id, labVersion: lab.version, parameters }) as RunCard;
  const run = { ...card, phase: null, result: result as RunCard['result'] };
  const screen = await render(
    <div style={{ position: 'relative', width: 900, height: 520 }}>
      <HostProvider value={memoryHost()}>
        <TermScope place="lab">
          <Panel
            {...{ part: part.id, step: part.steps[0]!.id, run, card: null, parameters }}
            setParameter={() => undefined}
            prediction={null}
            pins={[]}
            mode="full"
          />
        </TermScope>
      </HostProvider>
    </div>,
  );
  const { container } = screen;
  const words = (): PanelWords => {
    const text = (nodes: Iterable<Element>) =>
      [...nodes].map(({ textContent }) => textContent).join(' · ');
    const readable = container.cloneNode(true) as HTMLElement;
    for (const drawing of readable.querySelectorAll('svg, style')) drawing.remove();
    return {
      // Cells and lines stand apart, as one reads them.
      text: text(
        readable.querySelectorAll('h3, p, dt, dd, th, td, label, button, li, caption, legend'),
      ),
      drawn: text(container.querySelectorAll('svg text')),
      pressed: text(container.querySelectorAll('[class*=term]')),
    };
  };
  // Drawings come once their size is known, and words that can be pressed once their part of the program is there.
  await expect.poll(() => container.querySelector('h3, h2, p')).not.toBeNull();
  const settled = () => {
    const { text, pressed } = words();
    return markedIn(text).filter((id) => !markedIn(pressed).includes(id));
  };
  await expect
    .poll(settled)
    .toEqual([])
    .catch(() => undefined);
  const found = words();
  await screen.unmount();
  return found;
}

/** The parts of all labs in their order, each with what the story has explained up to there. */
const parts: [name: string, loaded: LoadedLab, part: StoryPart, taught: Set<TermId>][] = [];
for (const { id } of labs) {
  const loaded = await loadLab(id);
  const taught = new Set<TermId>();
  for (const part of loaded.story.parts) {
    const { parameters } = questionSettings(loaded.lab, part);
    for (const { body } of part.steps)
      for (const term of termsIn(typeof body === 'function' ? body(null, parameters) : body))
        taught.add(term);
    parts.push([`${id}/${part.id}`, loaded, part, new Set(taught)]);
  }
}

it.each(parts)(
  '%s: what its figure says and one has to have learned can be pressed; what is drawn alone is explained in the story',
  async (_, loaded, part, taught) => {
    const { text, drawn, pressed } = await read(loaded, part, await resultOf(loaded.lab));
    const open = markedIn(pressed);
    expect(markedIn(text).filter((term) => !open.includes(term))).toEqual([]);
    expect(markedIn(drawn).filter((term) => !open.includes(term) && !taught.has(term))).toEqual([]);
  },
);
