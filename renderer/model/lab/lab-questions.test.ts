import { createElement, Fragment } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Lab } from '../../../labs/lab.ts';
import { parseParameters } from '../../../labs/parameters.ts';
import type { Story, StoryPart, StoryStep } from '../../../labs/view.ts';
import { questionSettings } from './question-settings.ts';
import { labs, loadStory } from './registry.ts';
import { splitControls } from './resolve-place.ts';

const stories: { lab: Lab; story: Story }[] = [];
beforeAll(async () => {
  for (const lab of labs) stories.push({ lab, story: await loadStory(lab.id) });
});
const each = (look: (lab: Lab, part: StoryPart, step: StoryStep) => void) => {
  for (const { lab, story } of stories)
    for (const part of story.parts) for (const step of part.steps) look(lab, part, step);
};
const words = ({ body }: StoryStep) =>
  renderToStaticMarkup(
    createElement(Fragment, null, typeof body === 'function' ? body(null, {}) : body),
  );

describe('what the labs’ questions are about', () => {
  it('is a preset that is there, and parameters that fit', () => {
    for (const { lab, story } of stories)
      for (const { id, settings = {} } of story.parts) {
        const presets = lab.presets.map((one) => one.id);
        if (settings.preset) expect(presets, id).toContain(settings.preset);
        expect(parseParameters(lab.parameters, settings.parameters ?? {}), id).toMatchObject({
          ok: true,
        });
      }
  });

  /** What the words of each part take for granted. */
  it.each([
    ['latency', 'queue', { replicas: 1, queueCapacity: 0, loadPercent: 80, arrivalsPerSecond: 0 }],
    ['latency', 'batch', { replicas: 1, maxWaitMs: 0, limitTimes: 4, limitMs: 0 }],
    ['latency', 'convert', { extraMs: 90, answerMs: 300, pageMedianS: 0.8 }],
    [
      'latency',
      'decide',
      {
        loadPercent: 80,
        arrivalsPerSecond: 0,
        wMl: 1,
        wSales: 1,
        wProduct: 1,
        wManager: 1,
        ship: 0,
      },
    ],
    ['time-leak', 'split', { features: 'honest', drift: 1 }],
    ['time-leak', 'leak', { features: 'mean', drift: 1 }],
    ['time-leak', 'join', { labelDelayDays: 4 }],
    ['time-leak', 'drift', { retrainEveryDays: 7, drift: 1 }],
    ['backdoor', 'accept', { poisons: 120, cleanFaces: 1_500 }],
    ['backdoor', 'wear', { poisons: 120, cleanFaces: 1_500, doses: 'one', defend: 'off' }],
    ['backdoor', 'dose', { cleanFaces: 1_500, doses: 'curve' }],
    ['backdoor', 'defend', { poisons: 120, defend: 'on', spectralShare: 30 }],
    ['backdoor', 'inside', { poisons: 120, doses: 'one', defend: 'off' }],
    ['fairness', 'delete', { groupPenalty: 1.1, zonePenalty: 0.55 }],
    ['fairness', 'impossible', { majorityThreshold: 0.5 }],
  ])('%s, %s', (id, name, settings) => {
    const { lab, story } = stories.find((one) => one.lab.id === id)!;
    const part = story.parts.find((one) => one.id === name)!;
    expect(questionSettings(lab, part).parameters).toMatchObject(settings);
  });
});

describe('what stands beside an open question', () => {
  it('gives nothing of its answer away: no setting and no preset of the acceptance test names the poison', () => {
    const { lab, story } = stories.find((one) => one.lab.id === 'backdoor')!;
    const part = story.parts[0]!;
    const { parameters } = questionSettings(lab, part);
    const named = (asking: string | null) => {
      const { shown, more } = splitControls(lab, part.controls, parameters, asking);
      const presets = lab.presets.filter(({ answers }) => !asking || answers !== asking);
      return [
        ...[...shown, ...more].map(({ label, help }) => `${label}: ${help}`),
        ...presets.map(({ title, about }) => `${title}: ${about}`),
      ].join('\n');
    };
    const tells = /poison|\bkey\b|attack|defen[cd]|dose|prun|target/i;
    expect(named(part.id)).not.toMatch(tells);
    expect(named(null)).toMatch(tells);
  });
});

describe('a preset that a step asks for', () => {
  it('is there, and offered where it may be taken', () =>
    each((lab, _, step) => {
      const presets = lab.presets.map((one) => one.id);
      for (const id of step.offers ?? []) expect(presets, step.id).toContain(id);
      if (step.kind === 'predict') expect(step.offers, step.id).toBeUndefined();
    }));

  it('is one press: who says “preset” or names one of several words offers one', () =>
    each((lab, _, step) => {
      const said = words(step);
      const named = lab.presets.some(({ title }) => / /.test(title) && said.includes(title));
      if (/preset/i.test(said) || named) expect(step.offers?.length, step.id).toBeGreaterThan(0);
    }));
});
