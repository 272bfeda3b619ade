import type { LecturePart } from '../../renderer/model/lecture/lecture.ts';

export const overview: LecturePart = {
  id: 'overview',
  title: 'Course overview',
  minutes: 17,
  load: () => import('./overview.mdx'),
  slides: [
    { id: 'then-2012', title: 'In 2012 a PhD in AI looked like a bad choice', steps: 2 },
    { id: 'now-everywhere', title: 'Ten years later, people use ML all day long', steps: 6 },
    { id: 'enterprise-use', title: 'Companies use ML mostly for their own work', steps: 1 },
    { id: 'why-design', title: 'The algorithm is the easier part', steps: 2 },
    {
      id: 'failures-60-of-96',
      title: 'Most failures of this ML pipeline had other causes',
      steps: 2,
    },
    { id: 'system-parts', title: 'The algorithm is a small box in a large system', steps: 6 },
    { id: 'definition', title: 'Five choices must meet four requirements', steps: 2 },
    { id: 'questions', title: 'A trained model raises eight questions', steps: 1 },
    { id: 'not-taught', title: 'What this course does not teach', steps: 1 },
    { id: 'expectation-reality', title: 'Your project may have bugs and still be good', steps: 2 },
    { id: 'prerequisites', title: 'Four things to know before this course', steps: 1 },
    { id: 'value-2030', title: 'Most of AI’s value is outside internet companies', steps: 2 },
    { id: 'grading', title: 'The final project is two thirds of your grade', steps: 2 },
    { id: 'final-project', title: 'Three people build one ML-powered application', steps: 1 },
    {
      id: 'poll-teammates',
      title: 'Show of hands: who needs a team?',
      steps: 1,
      poll: {
        id: 'poll-teammates',
        question: 'Are you looking for teammates for the final project?',
        options: [
          { id: 'yes', label: 'Yes, I am on my own', short: 'Yes' },
          { id: 'more', label: 'We are two and need a third', short: 'Need a third' },
          { id: 'no', label: 'No, we are three', short: 'No' },
        ],
        about: 'A team of three that is good at three different things gets further.',
      },
    },
    { id: 'project-session', title: 'Next week you can bring an idea and find a team', steps: 1 },
  ],
  sources: [
    {
      id: 'forum-2012',
      who: 'A forum on the web',
      year: 2012,
      title: 'Is a PhD in AI good for getting a job?',
      url: null,
      note: 'Question of 6 January 2012 and the answers of that time, as quoted in the lecture. We know of no public copy.',
    },
    {
      id: 'algorithmia-2020-uses',
      who: 'Algorithmia',
      year: 2020,
      title: '2020 State of Enterprise Machine Learning',
      url: 'https://www.mejoin.org/2020/05/26/state-of-machine-learning-part-1/',
      note:
        'A survey of about 750 people, published in December 2019. The address is a summary: ' +
        'costs and customer insights “almost 40 %”, customer experience 34 %, internal ' +
        'processes 30 %. The report’s own chart has more bars; we found neither their ' +
        'numbers nor their order, so the slide shows none.',
    },
    {
      id: 'papasian-underwood-2020',
      who: 'Papasian & Underwood',
      year: 2020,
      title: 'How ML Breaks: A Decade of Outages for One Large ML Pipeline (OpML ’20)',
      url: 'https://www.usenix.org/conference/opml20/presentation/papasian',
      note:
        'The abstract says that a majority of the outages were not centred on ML; the count ' +
        'of 60 in 96 is from the talk, as reported in Huyen’s course notes. It is one ' +
        'pipeline at one company.',
    },
    {
      id: 'huyen-2022-definition',
      who: 'Huyen',
      year: 2022,
      title: 'CS 329S: Machine Learning Systems Design, course page',
      url: 'https://stanford-cs329s.github.io',
      note:
        'The course page names architecture, infrastructure, algorithms and data; the ' +
        'lecture says interface, algorithms, data, infrastructure and hardware.',
    },
    {
      id: 'huyen-2022-course',
      who: 'Huyen',
      year: 2022,
      title: 'CS 329S, lecture 1: prerequisites, grading and final project',
      url: null,
      note:
        'As quoted in the lecture: Stanford’s course numbers and the edition of winter 2022. ' +
        'Announcements for 2021 spoke of at least 50 % for the project and three assignments.',
    },
    {
      id: 'mckinsey-2018',
      who: 'McKinsey Global Institute',
      year: 2018,
      title: 'Notes from the AI frontier: Modeling the impact of AI on the world economy',
      url: 'https://www.mckinsey.com/featured-insights/artificial-intelligence/notes-from-the-ai-frontier-modeling-the-impact-of-ai-on-the-world-economy',
      note:
        'The paper simulates about 13 trillion USD of additional output by 2030, 16 % on top ' +
        'of the world’s output, or 1.2 % a year. The 81 tiles are 13 divided by 16 %. That ' +
        'most of it lies outside consumer internet is the lecture’s reading, and the fields ' +
        'named are our examples.',
    },
  ],
};
