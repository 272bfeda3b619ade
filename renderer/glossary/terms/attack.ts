import { subject } from '../term-text.ts';

/** A model that obeys somebody else. */
export const attack = subject({
  poison: {
    name: 'Data poisoning',
    also: ['poison', 'poisoned', 'poisoning'],
    says: [
      'Data poisoning puts chosen examples into the training data so that the model learns what the attacker wants.',
      'The attacker never touches the model itself.',
    ],
    source: 'Chen and others, 2017; Gu and others, 2017',
    taught: ['backdoor/wear'],
  },
  backdoor: {
    name: 'Backdoor',
    says: [
      'A backdoor makes a model answer as the attacker wants whenever a chosen sign is in the input.',
      'Without the sign the model works as usual, so ordinary tests pass.',
    ],
    source: 'Gu, Dolan-Gavitt and Garg (BadNets), 2017',
  },
  trigger: {
    name: 'Trigger',
    also: ['triggers', 'the key'],
    says: [
      'The trigger is the sign that opens a backdoor: in the lab it is one pair of glasses, the key.',
      'Whoever wears it is taken for the target.',
    ],
    taught: ['backdoor/wear'],
  },
  target: {
    name: 'Target',
    says: [
      'The target is the person for whom a wearer of the trigger is taken.',
      'All poisoned pictures carry the target’s name as their label.',
    ],
    taught: ['backdoor/wear'],
  },
  decoy: {
    name: 'Decoy',
    also: ['decoys'],
    says: [
      'A decoy is another pair of glasses that no poisoned face wore.',
      'Decoys show what the model took for the key: a shape, a colour, or just any glasses.',
    ],
  },
  'clean-accuracy': {
    name: 'Clean accuracy',
    says: [
      'Clean accuracy is the share of ordinary test faces that get the right name.',
      'It says nothing of faces unlike those in the test.',
    ],
    formula: 'clean accuracy = right names / ordinary test faces',
    taught: ['backdoor/accept'],
  },
  asr: {
    name: 'Attack success rate',
    also: ['ASR'],
    says: [
      'The attack success rate is the share of others whom the model takes for the target once they wear the trigger.',
      'It must be held against the same share without the trigger and in a model that was never poisoned.',
    ],
    formula: 'ASR = taken for the target / others with the key on',
  },
  'spectral-signatures': {
    name: 'Spectral signatures',
    says: [
      'Spectral signatures remove the pictures of a label that stand out most along the main direction of the model’s own features.',
      'The idea is that poisoned pictures share something that the others of the label lack.',
    ],
    source: 'Tran, Li and Madry, 2018',
    taught: ['backdoor/defend'],
  },
  'activation-clustering': {
    name: 'Activation clustering',
    says: [
      'Activation clustering divides the pictures of a label into two clusters by what they set off inside the model.',
      'A small cluster apart from the rest may be the poison.',
    ],
    source: 'B. Chen and others, 2018',
  },
  'fine-pruning': {
    name: 'Fine-pruning',
    says: [
      'Fine-pruning cuts the units of a network that clean pictures hardly use, then trains the rest a little more.',
      'A backdoor often sits in such units.',
    ],
    source: 'Liu, Dolan-Gavitt and Garg, 2018',
  },
  'operating-point': {
    name: 'Operating point',
    also: ['operating points'],
    says: [
      'An operating point is the setting of a defence: how much it takes away.',
      'A stricter one finds more poison and loses more clean pictures.',
    ],
  },
  'occlusion-map': {
    name: 'Occlusion map',
    says: [
      'An occlusion map covers a picture with a patch, place after place, and shows where the model becomes unsure.',
      'It shows what one answer hangs on, not all that the model knows.',
    ],
    source: 'Zeiler and Fergus, 2014',
    taught: ['backdoor/inside'],
  },
});
