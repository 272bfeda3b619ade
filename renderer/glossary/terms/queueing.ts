import { subject } from '../term-text.ts';

/** Requests that arrive at random and wait. */
export const queueing = subject({
  'arrival-rate': {
    name: 'Arrival rate',
    also: ['arrivals', 'λ'],
    says: [
      'The arrival rate is how many requests come in a second on average.',
      'What a queue does depends on this rate and on how unevenly the requests come.',
    ],
    formula: 'λ = requests that come / seconds',
  },
  'poisson-arrivals': {
    name: 'Poisson arrivals',
    says: [
      'Requests arrive at random moments, each one without regard to the others.',
      'Sometimes several come together and sometimes none come, so a queue forms long before the server is full.',
    ],
  },
  replica: {
    name: 'Replica',
    says: [
      'A replica is one running copy of the model.',
      'Several replicas can serve one queue, and each of them costs money while it runs.',
    ],
    taught: ['latency/queue'],
  },
  utilisation: {
    name: 'Utilisation',
    also: ['ρ'],
    says: [
      'Utilisation is the share of the time that a replica is busy.',
      'At 1 the replica has no moment to spare, and a queue never ends.',
    ],
    formula: 'ρ = arrival rate × service time / replicas',
    taught: ['latency/queue'],
  },
  unstable: {
    name: 'Unstable',
    says: [
      'A queue is unstable when more requests arrive than the replicas can answer.',
      'It then grows for ever, so no waiting time could be true and none is shown.',
    ],
    taught: ['latency/queue'],
  },
  'mm-c': {
    name: 'M/M/c',
    also: ['M/M/1'],
    says: [
      'M/M/c is a queue with random arrivals, random service times that vary a lot (exponential), and c replicas.',
      'Its waiting time is known by a formula, so a simulation can be held against it.',
    ],
    source: 'Erlang, 1917; the notation is Kendall’s, 1953',
    taught: ['latency/queue'],
  },
  'md-1': {
    name: 'M/D/1',
    says: [
      'M/D/1 is a queue with random arrivals, service times that are all equal, and one replica.',
      'On average its requests wait half as long as in M/M/1 at the same utilisation.',
    ],
    formula: 'mean wait = ρ · s / (2 · (1 − ρ))',
    source: 'Pollaczek, 1930; Khinchine, 1932',
    taught: ['latency/queue'],
  },
  'mg-1': {
    name: 'M/G/1',
    says: [
      'M/G/1 is a queue with random arrivals, service times of any kind, and one replica.',
      'It uses the spread of the times as they were measured, where M/M/1 and M/D/1 assume one.',
    ],
    formula: 'mean wait = λ · E[S²] / (2 · (1 − ρ))',
    source: 'Pollaczek, 1930; Khinchine, 1932',
    taught: ['latency/queue'],
  },
  capacity: {
    name: 'Capacity',
    says: [
      'Capacity is the number of requests a second at which a replica is busy all the time.',
      'Above it the queue only grows, and well below it answers are already slower than an idle replica’s.',
    ],
    formula: 'capacity of one replica = 1 / service time',
  },
  batch: {
    name: 'Batch',
    also: ['batches'],
    says: [
      'A batch is several requests that the model answers in one call.',
      'They share the fixed cost of the call, so more are answered in a second, but each waits for the whole batch.',
    ],
    taught: ['latency/batch'],
  },
  'max-wait': {
    name: 'Max wait',
    says: [
      'The max wait is how long a free replica holds a batch open for more requests.',
      'The first request of the batch pays for that wait.',
    ],
    taught: ['latency/batch'],
  },
  goodput: {
    name: 'Goodput',
    says: [
      'Goodput is how many answers a second come within the time limit.',
      'A late answer counts for throughput and not for goodput.',
    ],
    formula: 'goodput = answers within the limit / seconds',
  },
  replication: {
    name: 'Replication',
    also: ['replications'],
    says: [
      'A replication is one independent repetition of a simulation, with its own random numbers.',
      'How far the replications differ says how sure their mean is.',
    ],
    formula: 'standard error of the mean = their spread / √(replications)',
  },
  lognormal: {
    name: 'Lognormal spread',
    also: ['lognormal', 'σ'],
    says: [
      'Times are lognormal when their logarithms follow a bell curve, so a few are much longer than most.',
      'σ says how unequal they are: a larger σ gives a longer tail around the same median.',
    ],
    formula: 'ln(time) has mean ln(median) and standard deviation σ',
  },
});
