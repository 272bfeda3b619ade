import { populationOf, type Population, type PopulationRequest } from './population.ts';

export interface PopulationAnswer {
  id: number;
  population: Population;
}

/** Draws a run's applicants off the page's own thread. */
self.onmessage = ({ data }: MessageEvent<PopulationRequest & { id: number }>) => {
  const answer: PopulationAnswer = { id: data.id, population: populationOf(data) };
  self.postMessage(answer);
};
