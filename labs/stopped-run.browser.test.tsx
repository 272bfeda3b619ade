import { expect, it } from 'vitest';
import { render } from 'vitest-browser-react/pure';
import type { RunCard } from '../main/contract/run.ts';
import { TermScope } from '../renderer/glossary/term-scope.tsx';
import { HostProvider } from '../renderer/host/use-host.ts';
import { questionSettings } from '../renderer/model/lab/question-settings.ts';
import { tinyCard } from '../renderer/model/lab/fixture.ts';
import { labs, loadLab, type LoadedLab } from '../renderer/model/lab/registry.ts';
import { memoryHost } from '../test/components/memory-host.tsx';
import type { StoryPart } from './view.ts';

/** Parts whose figure is there without a run, each with what it draws. */
const needNone = new Map([
  ['latency/convert', 'formulas'],
  ['time-leak/six-rows', 'six made-up rows'],
  ['time-leak/your-table', 'a table of one’s own'],
  ['fairness/yours', 'a table of one’s own'],
]);

const parts: [name: string, loaded: LoadedLab, part: StoryPart][] = [];
for (const { id } of labs) {
  const loaded = await loadLab(id);
  for (const part of loaded.story.parts) parts.push([`${id}/${part.id}`, loaded, part]);
}

it.each(parts.filter(([name]) => !needNone.has(name)))(
  '%s: a run that was stopped before its first number says so in the figure, in each of its views',
  async (_, { lab, Panel }, part) => {
    const { parameters } = questionSettings(lab, part);
    const card = tinyCard({ lab: lab.id, labVersion: lab.version, parameters }) as RunCard;
    const run = {
      ...card,
      phase: null,
      status: 'stopped' as const,
      complete: false,
      result: null,
      series: {},
    };
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
    await expect.poll(() => container.querySelector('h3')).not.toBeNull();
    // The title alone would leave an empty chart below it.
    const words = () =>
      [...container.querySelectorAll('p, text, td, dd, span, figcaption')]
        .map(({ textContent }) => textContent)
        .join(' · ');
    const said = /was stopped|not (yet )?(trained|measured|simulated|fitted|tested)/i;
    const views = [
      ...container.querySelectorAll<HTMLElement>('[aria-label="What to look at"] [role="radio"]'),
    ];
    for (const view of views.length > 0 ? views : [null]) {
      view?.click();
      await expect.poll(words, { message: view?.textContent ?? '' }).toMatch(said);
    }
    await screen.unmount();
  },
);
