import { subject } from '../term-text.ts';

/** How long an answer takes, and how many come. */
export const timing = subject({
  latency: {
    name: 'Latency',
    says: [
      'Latency is the time that one request waits for its answer.',
      'It belongs to a single person who waits, so it is given as percentiles and not as one mean.',
    ],
    formula: 'latency = moment of the answer − moment of the request',
  },
  throughput: {
    name: 'Throughput',
    says: [
      'Throughput is how many requests a system answers in a second.',
      'With batches it can rise while each single answer gets slower.',
    ],
    formula: 'throughput = answers / seconds',
  },
  'service-time': {
    name: 'Service time',
    says: [
      'Service time is what one answer takes when nobody else is waiting.',
      'It is the work itself, without the time in a queue.',
    ],
    taught: ['latency/measure'],
  },
  'response-time': {
    name: 'Response time',
    also: ['sojourn time'],
    says: [
      'Response time runs from the moment a request arrives to the moment its answer is there.',
      'It is the wait in the queue and the service time together, and it is what a user feels.',
    ],
    formula: 'response time = waiting + service time',
  },
  percentile: {
    name: 'Percentile',
    says: [
      'The 99th percentile of many times is the time that 99 of 100 do not exceed.',
      'Percentiles of different servers or hours cannot be averaged: the times themselves must be put together first.',
    ],
    taught: ['latency/measure'],
  },
  p50: {
    name: 'p50, the median',
    also: ['p50', 'median'],
    says: [
      'Half of all values are below the median and half are above it.',
      'A few extreme values move a mean but hardly move the median.',
    ],
  },
  p95: {
    name: 'p95',
    also: ['95th percentile'],
    says: [
      'The p95 is the time that 95 of 100 answers do not exceed.',
      'One answer in twenty takes longer.',
    ],
  },
  p99: {
    name: 'p99',
    also: ['99th percentile'],
    says: [
      'The p99 is the time that 99 of 100 answers do not exceed.',
      'One answer in a hundred takes longer, and a busy page that asks a hundred times meets such an answer often.',
    ],
    taught: ['latency/measure'],
  },
  tail: {
    name: 'Tail',
    says: [
      'The tail is the small share of answers that take much longer than the others.',
      'A mean says nothing of it, so one looks at a high percentile such as the p99.',
    ],
    taught: ['latency/measure'],
  },
  'warm-up': {
    name: 'Warm-up',
    says: [
      'Warm-up calls are made before the timing starts and are thrown away.',
      'The first calls also pay for memory and caches, so they would make a model look slower than it is.',
    ],
  },
  alpha: {
    name: 'Alpha (α), the cost of a call',
    also: ['α'],
    says: [
      'α is the part of a call’s time that is paid once, however many rows the call holds.',
      'Rows that share a call share this part, so a large α makes sharing worthwhile.',
    ],
    formula: 'time of a call with b rows ≈ α + β · b',
    taught: ['latency/measure', 'latency/batch'],
  },
  beta: {
    name: 'Beta (β), the cost of a row',
    also: ['β'],
    says: [
      'β is the part of a call’s time that each row adds.',
      'Rows that share a call do not share it, so it sets how many rows a second are possible at most.',
    ],
    formula: 'time of a call with b rows ≈ α + β · b',
    taught: ['latency/measure', 'latency/batch'],
  },
  inference: {
    name: 'Inference',
    says: [
      'Inference is asking a trained model for its prediction.',
      'A model is trained now and then, and in production it is asked all day long.',
    ],
  },
  'log-scale': {
    name: 'Log scale',
    says: [
      'On a log scale equal steps multiply by the same number, such as ten.',
      'It shows small and very large values in one picture, but a straight line on it is not steady growth by addition.',
    ],
  },
});
