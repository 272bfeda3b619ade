import type { Notice } from '../../contract/methods.ts';

/** TensorFlow could not take whole trainings: what a person is told, once. */
export const stepByStepNotice = (fault: string): Notice => ({
  id: 'step-by-step',
  what: `Training is slower than it could be: TensorFlow could not train a whole net at once (${fault}).`,
  safe: 'Nets are trained step by step instead. The results are as good.',
  next: 'Nothing has to be done. "npm run doctor" says what works on this computer.',
});
