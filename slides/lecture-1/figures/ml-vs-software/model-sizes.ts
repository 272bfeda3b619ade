/** A language model, when it was published (year with a fraction for the month) and how many weights it has, as its source says. */
export interface ModelSize {
  name: string;
  year: number;
  weights: number;
}

const month = (year: number, number: number) => year + (number - 0.5) / 12;

export const modelSizes: readonly ModelSize[] = [
  { name: 'ELMo', year: month(2018, 2), weights: 94e6 },
  { name: 'GPT', year: month(2018, 6), weights: 117e6 },
  { name: 'BERT', year: month(2018, 10), weights: 340e6 },
  { name: 'GPT-2', year: month(2019, 2), weights: 1.5e9 },
  { name: 'Megatron-LM', year: month(2019, 8), weights: 8.3e9 },
  { name: 'T5', year: month(2019, 10), weights: 11e9 },
  { name: 'Turing-NLG', year: month(2020, 2), weights: 17e9 },
  { name: 'GPT-3', year: month(2020, 5), weights: 175e9 },
  { name: 'Switch', year: month(2021, 1), weights: 1.6e12 },
];
