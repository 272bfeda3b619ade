import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { externalAllowed } from '../../main/policy/external.ts';
import { slidesOf } from '../../renderer/model/lecture/lecture.ts';
import { lecture } from './deck.ts';

const folder = new URL('.', import.meta.url);
const labIds = readdirSync(new URL('../../labs', folder), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name);
const slides = slidesOf(lecture);
const mdx = Object.fromEntries(
  lecture.parts
    .filter((part) => part.load)
    .map((part) => [part.id, readFileSync(new URL(`${part.id}.mdx`, folder), 'utf8')]),
);
/** The program text of a part's figures. */
const figures = (part: string): string[] => {
  const own = new URL(`figures/${part}/`, folder);
  return existsSync(own)
    ? readdirSync(own)
        .filter((name) => name.endsWith('.tsx'))
        .map((name) => readFileSync(new URL(name, own), 'utf8'))
    : [];
};
/** What MDX says of one slide. */
const source = (id: string, part: string) =>
  new RegExp(`<Slide id="${id}"[^>]*>([\\s\\S]*?)</Slide>`).exec(mdx[part] ?? '')?.[1];

/** The slides that the lecture must not lose, in order. Others may stand between them. */
const wanted: Record<string, string> = {
  opening: 'title agenda',
  overview: `then-2012 now-everywhere enterprise-use why-design failures-60-of-96 system-parts
    definition questions not-taught expectation-reality prerequisites value-2030 grading
    final-project poll-teammates project-session`,
  'research-production': `table-1 stakeholders leaderboards table-2 latency-matters
    latency-throughput table-3 data-contrast data-80-20 table-4 fairness-cases table-5
    poll-surgeon poll-surgeon-result`,
  breakout: 'breakout breakout-introduce breakout-projects',
  'ml-vs-software':
    'separation coupling test-data-time version-data how-to poisoning large-models large-model-problems',
  myths: 'myth-1 myth-2 myth-3 devops-pace mlops-pace how-often myth-4 more-engineering myth-5',
  closing: 'recap next credits',
};

describe('lecture 1', () => {
  it('has every slide that it must have, in order', () => {
    expect(lecture.parts.map((part) => part.id)).toEqual(Object.keys(wanted));
    for (const part of lecture.parts) {
      const ids = wanted[part.id]!.split(/\s+/);
      const listed = part.slides.map((slide) => slide.id).filter((id) => ids.includes(id));
      expect(listed, part.id).toEqual(ids);
    }
  });

  it('gives every slide an id of its own, in words that an address takes as they are', () => {
    const ids = slides.map((slide) => slide.id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
  });

  it('counts the slides that exist', () => {
    expect(slides.map((slide) => slide.number)).toEqual(slides.map((_, index) => index + 1));
  });

  it('has the five parts of the agenda after the opening', () => {
    expect(lecture.parts.map((part) => part.id)).toEqual([
      'opening',
      'overview',
      'research-production',
      'breakout',
      'ml-vs-software',
      'myths',
      'closing',
    ]);
  });

  it('plans the usual 80 minutes', () => {
    expect(lecture.parts.reduce((sum, part) => sum + part.minutes, 0)).toBe(80);
  });

  it('gives every source an id of its own; each is quoted on a slide of its part, and nothing is quoted that is not listed', () => {
    const all = lecture.parts.flatMap((part) => part.sources.map((source) => source.id));
    expect(new Set(all).size).toBe(all.length);
    for (const part of lecture.parts) {
      // Figures may carry source lines of their own, so their files count as the part's.
      const texts = [mdx[part.id] ?? '', ...figures(part.id)].join('\n');
      const quoted = new Set(
        [...texts.matchAll(/<Source[^>]*? of="([^"]+)"/g)].flatMap((match) => match[1]!.split(' ')),
      );
      expect(
        part.sources.map((source) => source.id).filter((id) => !quoted.has(id)),
        `${part.id}: never quoted`,
      ).toEqual([]);
      // A work that two parts quote is listed by one of them.
      expect(
        [...quoted].filter((id) => !all.includes(id)),
        `${part.id}: not listed`,
      ).toEqual([]);
    }
  });

  it('cites only addresses that a person may open from the credits', () => {
    const closed = lecture.parts
      .flatMap((part) => part.sources)
      .flatMap(({ url }) => (url !== null && !externalAllowed(url) ? [url] : []));
    expect(closed, 'sites that main/policy/external.ts does not list').toEqual([]);
  });

  it('loads MDX for a part exactly when it has slides', () => {
    for (const part of lecture.parts)
      expect(Boolean(part.load), part.id).toBe(part.slides.length > 0);
  });

  it('has in MDX the slides that deck.ts lists, in the same order', () => {
    for (const part of lecture.parts.filter((one) => one.load)) {
      const written = [...mdx[part.id]!.matchAll(/<Slide id="([^"]+)"/g)].map((match) => match[1]);
      expect(written, part.id).toEqual(part.slides.map((slide) => slide.id));
    }
  });

  it.each(slides.map((slide) => [slide.id, slide] as const))(
    '%s has steps, notes and a lab that exists',
    (id, slide) => {
      const text = source(id, slide.part.id)!;
      expect(slide.steps).toBeGreaterThanOrEqual(1);
      const notes =
        /<Notes>([\s\S]*?)<\/Notes>/
          .exec(text)?.[1]
          ?.replace(/<[^>]+>/g, ' ')
          .trim() ?? '';
      const sentences = notes.split(/[.?!:](?:\s|$)/).filter((part) => part.trim() !== '').length;
      expect(sentences, 'sentences in the notes').toBeGreaterThanOrEqual(2);
      expect(notes.length, 'notes short enough to be read at a glance').toBeLessThan(1000);
      expect(text).toContain('<Say>');
      if (slide.lab) expect(labIds).toContain(slide.lab.id);
      if (slide.row) expect(slide.row.at).toBeLessThanOrEqual(slide.row.of);
    },
  );
});
