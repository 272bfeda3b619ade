import { steps, texts } from 'lectern:slide-texts';
import { describe, expect, it } from 'vitest';
import { createSearch } from '../../model/search/search.ts';
import { labs, loadStory } from '../../model/lab/registry.ts';
import { ownLecture } from '../lecture.ts';

const { slides } = ownLecture;

/**
 * Of every slide: words on it, wherever there are any those that only a figure draws; and words of
 * its notes. All were found when
 * the slides were still drawn in the window to be read. Whoever changes such words names others of
 * the same slide here.
 */
const probes: [slide: string, shown: string, spoken: string][] = [
  ['title', 'José Ramón Iglesias', 'in a notebook'],
  ['agenda', 'beliefs that break', 'that are not true'],
  ['then-2012', 'posts are scarce', 'Read the question'],
  ['now-everywhere', 'Junk mail', 'whether a letter'],
  ['enterprise-use', 'Internal processes', 'The examples of'],
  ['why-design', 'Least problematic', 'joint and tell'],
  ['failures-60-of-96', 'had causes outside', 'dots without colours'],
  ['system-parts', 'serves and watches', 'Then light up'],
  ['definition', 'grows as its', 'Leaving adaptable out'],
  ['questions', 'offline and online', 'that monitoring leads'],
  ['not-taught', 'Stanford you learn', 'computers and interfaces'],
  ['expectation-reality', 'a bent aerial', 'the neat robot'],
  ['prerequisites', 'PyTorch or JAX', 'Four things carry'],
  ['value-2030', 'of added output', 'is a simulation'],
  ['grading', 'Participation is questions', 'the two assignments'],
  ['final-project', 'creative formats welcome', 'from industry judge'],
  ['poll-teammates', 'Your answer stays', 'and enter the'],
  ['project-session', 'write down your', 'propose a session'],
  ['table-1', 'Every stakeholder', 'Ethayarajh and Jurafsky'],
  ['stakeholders', 'more ads', 'The manager looks'],
  ['leaderboards', 'boosted trees', 'and whoever tops'],
  ['table-2', 'asking a trained', 'does the computer’s'],
  ['latency-matters', 'a travel site', 'visitors who gave'],
  ['latency-throughput', 'one answer per', 'halve the time'],
  ['table-3', 'Constantly shifting', 'that two papers'],
  ['data-contrast', 'Biased in ways', 'cleaned by someone'],
  ['data-80-20', 'cleaning and organising', 'cleans and organises'],
  ['table-4', 'Good to have', 'still a bonus'],
  ['fairness-cases', 'shown to men', 'Researchers ran browsers'],
  ['table-5', 'Interpretability', 'does the engineer'],
  ['poll-surgeon', 'Your answer stays', 'Decide alone'],
  ['poll-surgeon-result', 'one patient of', 'the explanation sounds'],
  ['breakout', 'Add a minute', 'off and type'],
  ['breakout-introduce', 'are you joining', 'Some are afraid'],
  ['breakout-projects', 'What worries you', 'would you steal'],
  ['separation', 'different inputs pass', 'sorting program sorts'],
  ['coupling', 'One block whose', 'code we owe'],
  ['test-data-time', 'writes the row', 'values were written'],
  ['version-data', 'The diff says', 'made for text'],
  ['how-to', 'a dark spot', 'all points weigh'],
  ['poisoning', 'glasses it calls', 'reading glasses opened'],
  ['large-models', 'Weights of language', 'From ELMo to'],
  ['large-model-problems', 'device can give', 'a few gigabytes'],
  ['myth-1', 'for everyone gets', 'thinks that putting'],
  ['myth-2', 'The belief', 'for each country'],
  ['myth-3', 'fact the line', 'touches does tomorrow'],
  ['devops-pace', 'low performer', 'learnt to ship'],
  ['mlops-pace', 'each dot is one', 'hundred organisations eleven'],
  ['how-often', 'pipeline of train', 'quickly do yesterday’s'],
  ['myth-4', 'week at most', 'some businesses have'],
  ['more-engineering', 'tip above the', 'how they spent'],
  ['myth-5', 'ML engineers don’t', 'share of developers'],
  ['recap', 'press L on', 'from the newest'],
  ['next', 'stored and processed', 'the fundamentals of'],
  ['credits', 'the Velocity conference', 'The next steps'],
];

const search = createSearch(
  texts.map(({ slide, ...said }) => ({
    id: slide,
    name: '',
    title: '',
    hint: '',
    words: '',
    ...said,
  })),
);
const place = (query: string, slide: string) => search(query).find(({ id }) => id === slide)?.said;

describe('what the slides say, read while the program is built', () => {
  it('is there for every slide, in order', () => {
    expect(texts.map(({ slide }) => slide)).toEqual(slides.map(({ id }) => id));
    // In the order of the slides; one that was just added may have none yet.
    const probed = probes.map(([slide]) => slide);
    expect(slides.map(({ id }) => id).filter((id) => probed.includes(id))).toEqual(probed);
  });

  it.each(probes)('finds %s by "%s" on it and by "%s" in its notes', (slide, shown, spoken) => {
    expect(place(shown, slide)).toMatchObject({ where: 'slide', hit: shown });
    expect(place(spoken, slide)).toMatchObject({ where: 'notes', hit: spoken });
  });

  it('has the title of every slide that shows it, and never the rail', () => {
    const plain = slides.filter(({ title }, index) => !texts[index]!.shown.includes(title));
    expect(plain.length).toBeLessThan(slides.length / 2);
    for (const { shown } of texts) expect(shown).not.toMatch(/\b(Step|Row) \d+ of \d+/);
  });

  it('keeps words of neighbouring lines apart', () => {
    const title = texts.find(({ slide }) => slide === 'title')!;
    expect(title.shown).toContain('Understanding · ML production');
    expect(place('ML production', 'title')?.hit).toBe('ML production');
  });
});

describe('what the steps of the labs say, read with it', () => {
  it('is there for every step, title and question among it', async () => {
    for (const { id } of labs) {
      const { parts } = await loadStory(id);
      for (const step of parts.flatMap((part) => part.steps)) {
        const said = steps.find((one) => one.lab === id && one.step === step.id)?.shown;
        expect(said, step.id).toContain(step.title);
        if ('question' in step) expect(said, step.id).toContain(step.question);
        expect(said, step.id).not.toMatch(/undefined|NaN|\[object/);
      }
    }
  });

  it.each([
    ['latency measure-read', 'average of percentiles'],
    ['backdoor wear-predict', 'one pair of glasses'],
    ['time-leak join-reflect', 'keeps only the event’s time'],
    ['fairness delete-read', 'fairness through unawareness'],
  ])('finds the step %s by "%s"', (step, words) => {
    const found = createSearch(
      steps.map((one) => ({
        id: `${one.lab} ${one.step}`,
        name: '',
        title: '',
        hint: '',
        words: '',
        shown: one.shown,
      })),
    )(words);
    expect(found[0]).toMatchObject({ id: step, said: { hit: words } });
  });
});
