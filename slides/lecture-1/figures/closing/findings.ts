import type { Lab } from '../../../../labs/lab.ts';
import type { RunCard, RunSnapshot } from '../../../../main/contract/run.ts';
import type { Lecture, PlacedSlide } from '../../../../renderer/model/lecture/lecture.ts';
import type { OpenPart } from '../../../../renderer/model/prediction/open-questions.ts';

/** A lab of a part, and the first slide that opens it. */
export interface PartLab {
  id: string;
  slide: PlacedSlide;
}

/** Each part's labs, in the order its slides name them; a lab that two parts name belongs to the first. */
export function labsByPart(
  lecture: Lecture,
  slides: readonly PlacedSlide[],
): ReadonlyMap<string, PartLab[]> {
  const seen = new Set<string>();
  return new Map(
    lecture.parts.map((part) => [
      part.id,
      slides
        .filter((slide) => slide.part.id === part.id)
        .flatMap((slide) => {
          if (!slide.lab || seen.has(slide.lab.id)) return [];
          seen.add(slide.lab.id);
          return [{ id: slide.lab.id, slide }];
        }),
    ]),
  );
}

/** The newest run of a lab that went through to its end. */
export function newestRun(
  runs: Readonly<Record<string, RunSnapshot>>,
  lab: string,
): RunSnapshot | null {
  return (
    Object.values(runs)
      .filter((run) => run.lab === lab && run.complete && run.status === 'finished')
      .sort((a, b) => b.number - a.number)[0] ?? null
  );
}

/**
 * What the recap can say of a lab.
 * 'coming': there is no such lab yet · 'none': no run yet · 'reading': its card is on the way ·
 * 'silent': the run has no such number · 'open': the number answers a question that the lab still asks · 'found'.
 */
export type Finding =
  | { state: 'coming' }
  | { state: 'none' }
  | { state: 'reading' | 'silent'; run: number }
  | { state: 'open'; run: number; part: OpenPart }
  | { state: 'found'; run: number; what: string; value: string; unit: string };

/** `open`: the lab's parts whose question is open; null while nobody knows. */
export function findingOf(
  lab: Lab | null,
  run: RunSnapshot | null,
  card: RunCard | null,
  open: ReadonlyMap<string, OpenPart> | null,
): Finding {
  if (!lab) return { state: 'coming' };
  if (!run) return { state: 'none' };
  if (!card || !open) return { state: 'reading', run: run.number };
  // A card of an older version may no longer fit: then there is nothing to quote.
  const parsed = lab.result.safeParse(card.result);
  const recap = parsed.success ? lab.recap(parsed.data) : null;
  if (!recap) return { state: 'silent', run: run.number };
  const { answers, ...found } = recap;
  const part = open.get(answers);
  return part
    ? { state: 'open', run: run.number, part }
    : { state: 'found', run: run.number, ...found };
}
