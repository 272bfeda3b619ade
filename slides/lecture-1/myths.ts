import type { LecturePart } from '../../renderer/model/lecture/lecture.ts';

export const myths: LecturePart = {
  id: 'myths',
  title: 'ML production myths',
  minutes: 10,
  load: () => import('./myths.mdx'),
  slides: [
    { id: 'myth-1', title: 'Myth 1: deploying is hard', steps: 3 },
    { id: 'myth-2', title: 'Myth 2: a company has one or two models', steps: 2 },
    {
      id: 'myth-3',
      title: 'Myth 3: models need few updates',
      steps: 3,
      lab: { id: 'time-leak', step: 'drift', cue: 'how often should you update?' },
    },
    { id: 'devops-pace', title: 'The best teams deploy many times a day', steps: 2 },
    { id: 'mlops-pace', title: 'A model takes weeks to reach its users', steps: 2 },
    { id: 'how-often', title: 'Update as often as the world moves', steps: 2 },
    { id: 'myth-4', title: 'Myth 4: ML changes a business overnight', steps: 4 },
    { id: 'more-engineering', title: 'ML engineering is more engineering than ML', steps: 1 },
    { id: 'myth-5', title: 'Myth 5: few of us need to think of scale', steps: 2 },
  ],
  sources: [
    {
      id: 'bernardi-2019',
      who: 'Bernardi, Mavridis and Estevez, Booking.com',
      year: 2019,
      title: '150 Successful Machine Learning Models: 6 Lessons Learned at Booking.com',
      url: 'https://doi.org/10.1145/3292500.3330744',
      note: 'The paper says about 150 successful customer-facing applications; the lecture says 150 and more.',
    },
    {
      id: 'uber-2018',
      who: 'Hermann and Del Balso, Uber',
      year: 2018,
      title: 'Scaling Machine Learning at Uber with Michelangelo',
      url: 'https://eng.uber.com/scaling-michelangelo/',
      note: '“Thousands” is all it says; 2,000 dots are drawn.',
    },
    {
      id: 'dora-2021',
      who: 'Google Cloud, DORA',
      year: 2021,
      title: 'Accelerate State of DevOps 2021',
      url: 'https://cloud.google.com/blog/products/devops-sre/announcing-dora-2021-accelerate-state-of-devops-report',
      note: 'Elite against low performers: 1,460 deployments a year against 1.5.',
    },
    {
      id: 'huyen-2020',
      who: 'Huyen',
      year: 2020,
      title: 'Misperceptions about ML models in production: Etsy, Netflix and AWS',
      url: 'https://threadreaderapp.com/thread/1310952120431063041.html',
      note: 'The lecture dates the three figures 2015. Etsy’s and Netflix’s are as quoted in the lecture.',
    },
    {
      id: 'jenkins-2011',
      who: 'Jenkins, Amazon',
      year: 2011,
      title: 'Velocity Culture, talk at the Velocity conference',
      url: null,
      note: 'Where the AWS figure comes from: on weekdays a deployment every 11.6 seconds. The lecture, like many, says 11.7.',
    },
    {
      id: 'algorithmia-2021',
      who: 'Algorithmia',
      year: 2021,
      title: '2021 Enterprise Trends in Machine Learning',
      url: null,
      note:
        '64 % checked against two later accounts of the report; 11 % is as quoted in the ' +
        'lecture. The 25 % between them is what remains.',
    },
    {
      id: 'algorithmia-2020',
      who: 'Algorithmia',
      year: 2020,
      title: '2020 State of Enterprise Machine Learning',
      url: null,
      note:
        'The three shares as The New Stack reported them in December 2019; the rest of the ' +
        'answers is not given there. The chart by maturity could not be checked, so only its ' +
        'direction is drawn.',
    },
    {
      id: 'stackoverflow-2017',
      who: 'Stack Overflow',
      year: 2017,
      title: 'Developer Survey 2017, public data',
      url: 'https://insights.stackoverflow.com/survey/2017',
      note: '37,372 answers with a known company size, as counted by a public program that reads the data.',
    },
    {
      id: 'stackoverflow-2019',
      who: 'Stack Overflow',
      year: 2019,
      title: 'Developer Survey 2019',
      url: 'https://survey.stackoverflow.co/2019',
      note:
        'The lecture’s chart is of this survey. 71,791 answers to the question are in its ' +
        'public data; its shares could not be checked, so those of 2017 are drawn.',
    },
  ],
};
