import { describe, expect, it } from 'vitest';
import { isCommitted, readCommitment, writeCommitment, type ReflectStep } from './commitment.ts';

const choices = [
  { name: 'Akamai', about: '' },
  { name: 'Google', about: '' },
];
const step = (with_: boolean) =>
  ({ kind: 'reflect', id: 'r', choices: with_ ? choices : undefined }) as ReflectStep;

describe('a choice with its sentence', () => {
  it.each([
    [{ choice: 'Akamai', words: 'A shop.\nOn phones.' }],
    [{ choice: 'Google', words: '' }],
    [{ choice: null, words: 'Not sure yet.' }],
    [{ choice: null, words: '' }],
  ])('survives being kept: %o', (said) => {
    expect(readCommitment(writeCommitment(said), choices)).toEqual(said);
  });
  it('takes no other word for a choice, nor a sentence that begins like one', () => {
    expect(readCommitment('Bing\nbecause', choices)).toEqual({
      choice: null,
      words: 'Bing\nbecause',
    });
    expect(readCommitment('Akamai is right', choices).choice).toBeNull();
    expect(readCommitment('Akamai\nbecause')).toEqual({ choice: null, words: 'Akamai\nbecause' });
  });
  it('is whole with both; a step without choices needs the sentence alone', () => {
    expect(isCommitted(step(true), 'Akamai\nA shop.')).toBe(true);
    expect(isCommitted(step(true), 'Akamai\n  ')).toBe(false);
    expect(isCommitted(step(true), 'A shop.')).toBe(false);
    expect(isCommitted(step(false), 'A shop.')).toBe(true);
    expect(isCommitted(step(false), ' ')).toBe(false);
  });
});
