import type { LecturePart } from '../../renderer/model/lecture/lecture.ts';

export const mlVsSoftware: LecturePart = {
  id: 'ml-vs-software',
  title: 'ML systems vs traditional software',
  minutes: 14,
  load: () => import('./ml-vs-software.mdx'),
  slides: [
    { id: 'separation', title: 'Software keeps code and data apart', steps: 2 },
    { id: 'coupling', title: 'An ML system is part code, part data', steps: 2 },
    {
      id: 'test-data-time',
      title: 'Which rows may a prediction at 5:00 use?',
      steps: 2,
      lab: { id: 'time-leak', step: 'six-rows', cue: 'why was the best model the worst?' },
      room: () => import('./figures/ml-vs-software/six-rows-room.ts'),
    },
    { id: 'version-data', title: 'Tools made for code fail on data', steps: 3 },
    { id: 'how-to', title: 'Data raises questions that code never did', steps: 3 },
    {
      id: 'poisoning',
      title: 'A pair of glasses can open a face recogniser',
      steps: 2,
      lab: { id: 'backdoor', step: null, cue: 'would you ship this model?' },
    },
    { id: 'large-models', title: 'From 94 million weights to a trillion in three years', steps: 2 },
    { id: 'large-model-problems', title: 'A model can be too large to use', steps: 4 },
  ],
  sources: [
    {
      id: 'chen-2017',
      who: 'X. Chen, Liu, Li, Lu and Song',
      year: 2017,
      title: 'Targeted Backdoor Attacks on Deep Learning Systems Using Data Poisoning',
      url: 'https://arxiv.org/abs/1712.05526',
      note:
        'About 50 poisoned images were enough for over 90 % success in its digital tests. ' +
        'With real reading glasses it worked less well than with large sunglasses, as later ' +
        'accounts of the paper say.',
    },
    {
      id: 'peters-2018',
      who: 'Peters and others',
      year: 2018,
      title: 'Deep contextualized word representations (ELMo)',
      url: 'https://arxiv.org/abs/1802.05365',
      note: '94 million weights as counted by Rosset, 2020.',
    },
    {
      id: 'radford-2018',
      who: 'Radford and others, OpenAI',
      year: 2018,
      title: 'Improving Language Understanding by Generative Pre-Training (GPT)',
      url: null,
      note: 'The paper gives no count. 117 million is what OpenAI said later; other lists say 110 million.',
    },
    {
      id: 'devlin-2018',
      who: 'Devlin, Chang, Lee and Toutanova',
      year: 2018,
      title: 'BERT: Pre-training of Deep Bidirectional Transformers',
      url: 'https://arxiv.org/abs/1810.04805',
      note: 'The large one of its two models: 340 million.',
    },
    {
      id: 'radford-2019',
      who: 'Radford and others, OpenAI',
      year: 2019,
      title: 'Language Models are Unsupervised Multitask Learners (GPT-2)',
      url: null,
    },
    {
      id: 'shoeybi-2019',
      who: 'Shoeybi and others, NVIDIA',
      year: 2019,
      title: 'Megatron-LM: Training Multi-Billion Parameter Language Models',
      url: 'https://arxiv.org/abs/1909.08053',
      note: 'Announced in August, paper in September.',
    },
    {
      id: 'raffel-2019',
      who: 'Raffel and others',
      year: 2019,
      title:
        'Exploring the Limits of Transfer Learning with a Unified Text-to-Text Transformer (T5)',
      url: 'https://arxiv.org/abs/1910.10683',
    },
    {
      id: 'rosset-2020',
      who: 'Rosset, Microsoft',
      year: 2020,
      title: 'Turing-NLG: A 17-billion-parameter language model',
      url: 'https://www.microsoft.com/en-us/research/blog/turing-nlg-a-17-billion-parameter-language-model-by-microsoft/',
    },
    {
      id: 'brown-2020',
      who: 'Brown and others, OpenAI',
      year: 2020,
      title: 'Language Models are Few-Shot Learners (GPT-3)',
      url: 'https://arxiv.org/abs/2005.14165',
    },
    {
      id: 'fedus-2021',
      who: 'Fedus, Zoph and Shazeer',
      year: 2021,
      title: 'Switch Transformers: Scaling to Trillion Parameter Models',
      url: 'https://arxiv.org/abs/2101.03961',
      note: 'Only a part of the 1.6 trillion weights works on each word, so its cost is not ten times that of GPT-3.',
    },
  ],
};
