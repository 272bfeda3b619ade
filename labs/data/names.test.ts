import { expect, it } from 'vitest';
import { saysOutcome, saysOwner, saysThing } from './names.ts';

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
  ...['passed', 'exam_passed', 'Exited', 'Attrition', 'subscribed', 'fraud_bool', 'churn_flag'],
  ...['Churn Value', 'target_value', 'true_y', 'actual_label', 'loan_status', 'tipped', 'Betrug'],
  ...['y_observed', 'default_status', 'Attrition_Flag', 'customer_churn', 'RiskPerformance'],
  ...['SeriousDlqin2yrs', 'loan_default', 'fraud_reported'],
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
  ...['is_subscribed', 'conversion_value', 'default_value', 'status', 'flag', 'true_value'],
  ...['pass', 'event_value', 'marital_status', 'predicted_pass'],
])('“%s” says a fact of the person or the day', (name) => expect(saysOutcome(name)).toBe(false));

it.each([
  ...['machine', 'machine_id', 'MachineID', 'wind_machine_no', 'Anlagennummer', 'sensor_id'],
  ...['unit_number', 'id_equipo', 'vehicleId', 'Maschine'],
])('“%s” says which thing a row belongs to', (name) =>
  expect([saysOwner(name), saysThing(name)]).toEqual([true, true]),
);

it.each(['device', 'device_id', 'account', 'AccountNumber', 'user_id', 'id'])(
  '“%s” says whose row it is',
  (name) => expect([saysOwner(name), saysThing(name)]).toEqual([true, false]),
);

it.each([
  // What is measured, and kinds of things.
  ...['sensor', 'sensor_1', 'sensor1', 'vehicle', 'engine', 'engine_type', 'pump', 'unit'],
  ...['machine_status', 'machine_hours', 'business_unit_id', 'start_station_id', 'unit_price'],
])('“%s” says neither', (name) =>
  expect([saysOwner(name), saysThing(name)]).toEqual([false, false]),
);
