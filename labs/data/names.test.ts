import { expect, it } from 'vitest';
import { saysOutcome } from './names.ts';

it.each([
  ...[
    'is_fraud',
    'isFraud',
    'is_bad',
    'is_late',
    'is_recid',
    'has_churned',
    'is_default',
    'is_canceled',
  ],
  ...[
    'is_loan_default',
    'has_defaulted',
    'is_attributed',
    'is_duplicate',
    'is_readmitted',
    'paid_back_loan',
  ],
])('“%s” says what turned out', (name) => expect(saysOutcome(name)).toBe(true));

it.each([
  ...[
    'is_employed',
    'is_citizen',
    'is_married',
    'is_female',
    'is_male',
    'is_airport',
    'is_weekend',
  ],
  ...[
    'is_holiday',
    'has_children',
    'has_previous_default',
    'is_first_class',
    'is_active',
    'has_event',
  ],
])('“%s” says a fact of the person or the day', (name) => expect(saysOutcome(name)).toBe(false));
