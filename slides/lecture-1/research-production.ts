import type { LecturePart, SlidePoll } from '../../renderer/model/lecture/lecture.ts';

/** The five rows of the comparison table; each `table-n` slide adds the next. */
const row = (at: number) => ({ name: 'Row', at, of: 5 });

/** Poll 2, after Hinton's question of 2020. Both rates are made up, as he said; the labels say them. */
const surgeon: SlidePoll = {
  id: 'surgeon',
  question: 'You need surgery. Which would you want as your surgeon?',
  options: [
    { id: 'ai', label: 'An AI that nobody can look inside: it cures 90 %', short: 'The AI' },
    { id: 'human', label: 'A human who can explain: she cures 80 %', short: 'The human' },
  ],
  about:
    'It weighs reasons against results. Both rates are made up, so that the trade is plain. Ten more ' +
    'people in a hundred are cured, and nobody can say why.',
};

export const researchProduction: LecturePart = {
  id: 'research-production',
  title: 'Research vs production',
  minutes: 22,
  load: () => import('./research-production.mdx'),
  slides: [
    { id: 'table-1', title: 'Research has one goal, production has many', steps: 1, row: row(1) },
    {
      id: 'stakeholders',
      title: 'One product, four different best models',
      steps: 5,
      lab: { id: 'latency', step: 'decide', cue: 'which model would you ship?' },
      room: () => import('./figures/research-production/stakeholders-room.ts'),
    },
    {
      id: 'leaderboards',
      title: 'Change what counts, and another model wins',
      steps: 3,
      room: () => import('./figures/research-production/leaderboard/leaderboard-room.ts'),
    },
    {
      id: 'table-2',
      title: 'Research wants fast training, production fast answers',
      steps: 1,
      row: row(2),
    },
    {
      id: 'latency-matters',
      title: 'A slower answer loses customers',
      steps: 3,
      lab: { id: 'latency', step: 'convert', cue: 'what do your milliseconds cost?' },
    },
    {
      id: 'latency-throughput',
      title: 'Batches: more answers, a longer wait',
      steps: 3,
      lab: { id: 'latency', step: 'batch', cue: 'what do batches buy?' },
    },
    {
      id: 'table-3',
      title: 'Benchmark data stays the same, the world changes',
      steps: 1,
      row: row(3),
    },
    { id: 'data-contrast', title: 'Research data is clean, production data is not', steps: 2 },
    { id: 'data-80-20', title: 'Preparing the data takes much of the time', steps: 1 },
    {
      id: 'table-4',
      title: 'A paper may leave fairness out, a product may not',
      steps: 1,
      row: row(4),
    },
    {
      id: 'fairness-cases',
      title: 'Unfairness is found only by measuring it',
      steps: 2,
      lab: { id: 'fairness', step: null, cue: 'does deleting the group help?' },
    },
    { id: 'table-5', title: 'In production, somebody will ask why', steps: 1, row: row(5) },
    {
      id: 'poll-surgeon',
      title: 'Who should operate: the AI or the human?',
      steps: 1,
      poll: surgeon,
    },
    {
      id: 'poll-surgeon-result',
      title: 'Is a better result worth more than reasons?',
      steps: 1,
      poll: surgeon,
    },
  ],
  sources: [
    {
      id: 'ethayarajh-jurafsky-2020',
      who: 'Kawin Ethayarajh and Dan Jurafsky, EMNLP',
      year: 2020,
      title: 'Utility is in the eye of the user: a critique of NLP leaderboards',
      url: 'https://aclanthology.org/2020.emnlp-main.393/',
    },
    {
      id: 'akamai-2017',
      who: 'Akamai',
      year: 2017,
      title: 'The state of online retail performance, spring 2017',
      url: null,
      note: '7 % is the report’s figure for smartphones; it gives 3.8 % for tablets and 2.4 % for desktop computers.',
    },
    {
      id: 'google-2016',
      who: 'Google, DoubleClick',
      year: 2016,
      title: 'The need for mobile speed',
      url: null,
      note: 'Counts visits to mobile sites that are left, not sales.',
    },
    {
      id: 'ruiz-2017',
      who: 'Armand Ruiz, InfoWorld',
      year: 2017,
      title: 'The 80/20 data science dilemma',
      url: null,
      note:
        'The article states the shares without saying who measured them. Later surveys find ' +
        'less: about 45 % of the time for preparing data in one by Anaconda.',
    },
    {
      id: 'datta-2015',
      who: 'Amit Datta, Michael Carl Tschantz and Anupam Datta, PoPETs',
      year: 2015,
      title: 'Automated experiments on ad privacy settings',
      url: 'https://doi.org/10.1515/popets-2015-0007',
      note:
        'The profiles were simulated browsers. The authors say that they could not tell who ' +
        'caused the gap: the network, the advertisers, or other bidders. The lecture takes ' +
        'the case from a report of 2019.',
    },
    {
      id: 'cbs-2019',
      who: 'Khristopher J. Brooks, CBS News',
      year: 2019,
      title: 'Disparity in home lending costs minorities millions, researchers find',
      url: 'https://www.cbsnews.com/news/mortgage-discrimination-black-and-latino-paying-millions-more-in-interest-study-shows/',
      note:
        'The wording of the lecture (1.3 million, 2008 to 2015, face to face and online, ' +
        'accepted once race was deleted) follows this report, not the paper.',
    },
    {
      id: 'bartlett-2019',
      who: 'Robert Bartlett, Adair Morse, Richard Stanton and Nancy Wallace, NBER working paper 25943',
      year: 2019,
      title: 'Consumer-lending discrimination in the FinTech era',
      url: 'https://www.nber.org/papers/w25943',
      note:
        'The paper gives 0.74 to 1.3 million rejected applications between 2009 and 2015, ' +
        'and finds that online (FinTech) lenders do not discriminate in approving, though ' +
        'they do in the interest they charge.',
    },
    {
      id: 'hinton-2020',
      who: 'Geoffrey Hinton, post on Twitter',
      year: 2020,
      title: 'Suppose you have cancer and you have to choose …',
      url: null,
      note: 'Known to us through others who quote it. The rates of 90 % and 80 % are part of his thought experiment; nobody measured them.',
    },
  ],
};
