import { day, pad, table } from '../table-fixture.ts';

/** A small made table in the form of a public one, and which of its columns can have which role. */
interface Style {
  text: string;
  /** Columns that a person who knows the table could name for a role; a role without an entry has none. */
  audit: Partial<Record<'label' | 'decision' | 'score' | 'group' | 'weight', readonly string[]>>;
  leaks: Partial<Record<'time' | 'label' | 'owner', readonly string[]>>;
}

type Draw = () => number;
const n = 60;
const of = <T>(list: readonly T[], draw: Draw): T => list[Math.floor(draw() * list.length)]!;
const whole = (low: number, high: number, draw: Draw) => low + Math.floor(draw() * (high - low));
const bit = (draw: Draw, share = 0.4) => (draw() < share ? 1 : 0);
const german = (i: number) => day(i).split('-').reverse().join('.');
const slashed = (i: number) => day(i).split('-').reverse().join('/');
const american = (i: number) => {
  const [year, month, date] = day(i).split('-');
  return `${month}/${date}/${year}`;
};
const months = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');
const lists = {
  sex: ['Male', 'Female'],
  race: ['White', 'Black', 'Asian'],
  job: ['admin.', 'services', 'technician', 'retired'],
};

/** At least one of each form that learners bring. */
export const styles: Record<string, Style> = {
  'a census, as Adult': {
    text: table(
      'age,workclass,fnlwgt,education,education_num,marital_status,sex,race,capital_gain,hours_per_week,income',
      (_, draw) => [
        ...[
          whole(17, 90, draw),
          of(['Private', 'State-gov', 'Self-emp', '?'], draw),
          whole(20000, 400000, draw),
        ],
        ...[
          of(['HS-grad', 'Bachelors', '11th'], draw),
          whole(1, 17, draw),
          of(['Married', 'Never', 'Divorced'], draw),
        ],
        ...[of(lists.sex, draw), of(lists.race, draw), bit(draw, 0.1) * whole(1000, 9000, draw)],
        ...[whole(10, 60, draw), draw() < 0.3 ? '>50K' : '<=50K'],
      ],
      n,
    ),
    audit: {
      label: ['income'],
      decision: ['income'],
      group: ['sex', 'race', 'marital_status', 'workclass', 'education', 'age', 'education_num'],
      weight: ['fnlwgt'],
    },
    leaks: { label: ['income', 'sex', 'education', 'marital_status'] },
  },
  'credit, as German': {
    text: table(
      'Unnamed: 0,status,duration,credit_history,credit_amount,installment_rate,personal_status_sex,age,foreign_worker,telephone,credit_risk',
      (i, draw) => [
        ...[
          i,
          of(['A11', 'A12', 'A14'], draw),
          whole(6, 48, draw),
          of(['A30', 'A32', 'A34'], draw),
        ],
        ...[whole(250, 18000, draw), whole(1, 5, draw), of(['A91', 'A92', 'A93'], draw)],
        ...[whole(19, 75, draw), of(['A201', 'A202'], draw), of(['A191', 'A192'], draw)],
        1 + bit(draw, 0.3),
      ],
      n,
    ),
    audit: {
      label: ['credit_risk'],
      decision: ['credit_risk'],
      group: [
        'personal_status_sex',
        'age',
        'foreign_worker',
        'status',
        'credit_history',
        'telephone',
        'installment_rate',
      ],
    },
    leaks: { label: ['credit_risk', 'foreign_worker', 'telephone'] },
  },
  'recidivism, as COMPAS': {
    text: table(
      'id,name,compas_screening_date,sex,dob,age,age_cat,race,juv_fel_count,decile_score,priors_count,c_jail_in,c_case_number,is_recid,score_text,two_year_recid',
      (i, draw) => {
        const recid = bit(draw);
        return [
          ...[i + 1, `person ${i}`, day(i), of(lists.sex, draw), day(i * 3), whole(18, 70, draw)],
          ...[
            of(['Less than 25', '25 - 45', 'Greater than 45'], draw),
            of(['Caucasian', 'African-American'], draw),
          ],
          ...[whole(0, 3, draw), whole(1, 11, draw), whole(0, 12, draw), `${day(i)} 05:42:00`],
          ...[`13${pad(i)}CF10A`, recid, of(['Low', 'Medium', 'High'], draw), recid],
        ];
      },
      n,
    ),
    audit: {
      label: ['is_recid', 'two_year_recid'],
      score: ['decile_score'],
      decision: ['score_text', 'decile_score'],
      group: ['sex', 'race', 'age_cat', 'age', 'juv_fel_count', 'score_text', 'priors_count'],
    },
    leaks: {
      time: ['compas_screening_date', 'c_jail_in', 'dob'],
      label: ['is_recid', 'two_year_recid', 'sex', 'race'],
      owner: ['id', 'name'],
    },
  },
  'hiring, by a personnel office': {
    text: table(
      'EmpID,Gender,Department,Age,DistanceFromHome,test_score,interview_score,salary_expected,hired,performance_ok',
      (i, draw) => [
        ...[10001 + i, of(['F', 'M'], draw), of(['Sales', 'R&D', 'HR'], draw), whole(20, 60, draw)],
        ...[
          whole(1, 30, draw),
          whole(20, 100, draw),
          whole(1, 6, draw),
          whole(25, 90, draw) * 1000,
        ],
        ...[bit(draw), bit(draw, 0.6)],
      ],
      n,
    ),
    audit: {
      label: ['performance_ok', 'hired'],
      decision: ['hired', 'performance_ok'],
      score: ['test_score', 'interview_score'],
      group: ['Gender', 'Department', 'Age', 'interview_score'],
    },
    leaks: { label: ['hired', 'performance_ok', 'Gender'] },
  },
  'admissions with a test score': {
    text: table(
      'applicant_no,gender,test_score,essay_words,fee_paid,graduated',
      (i, draw) => [
        ...[500 + i, of(['f', 'm'], draw), whole(300, 800, draw), whole(200, 900, draw)],
        ...[(40 + draw() * 60).toFixed(2), bit(draw, 0.7)],
      ],
      n,
    ),
    audit: {
      label: ['graduated'],
      score: ['test_score'],
      decision: ['test_score'],
      group: ['gender'],
    },
    leaks: { label: ['graduated', 'gender'], owner: ['applicant_no'] },
  },
  'a hospital, as the diabetes data': {
    text: table(
      'encounter_id,patient_nbr,race,gender,age,time_in_hospital,num_lab_procedures,medical_specialty,insulin,readmitted',
      (i, draw) => [
        ...[
          2278392 + i * 37,
          8222157 + (i % 20) * 11,
          of(['Caucasian', 'AfricanAmerican', '?'], draw),
        ],
        ...[of(lists.sex, draw), of(['[50-60)', '[60-70)', '[70-80)'], draw), whole(1, 14, draw)],
        ...[whole(1, 80, draw), of(['?', 'Cardiology'], draw), of(['No', 'Up', 'Down'], draw)],
        of(['NO', '<30', '>30'], draw),
      ],
      n,
    ),
    audit: {
      label: ['readmitted', 'insulin'],
      decision: ['readmitted', 'insulin', 'gender'],
      group: ['race', 'gender', 'age', 'insulin', 'medical_specialty', 'time_in_hospital'],
    },
    leaks: { label: ['gender', 'readmitted', 'race'], owner: ['patient_nbr', 'encounter_id'] },
  },
  'a ward, with dates of day and month': {
    text: table(
      'mrn,admit_date,discharge_date,ward,sex,heart_rate,bill_amount,died',
      (i, draw) => [
        ...[
          7000000 + (i % 25),
          slashed(i),
          slashed(i + 3),
          of(['A', 'B', 'C'], draw),
          of(['M', 'F'], draw),
        ],
        ...[whole(50, 120, draw), (draw() * 9000).toFixed(2), bit(draw, 0.1)],
      ],
      n,
    ),
    audit: { label: ['died'], decision: ['died'], group: ['ward', 'sex'] },
    leaks: { time: ['admit_date', 'discharge_date'], label: ['died', 'sex'], owner: ['mrn'] },
  },
  'a bank’s calls': {
    text: table(
      'age;job;marital;education;default;balance;housing;loan;contact;day;month;duration;campaign;y',
      (i, draw) => [
        ...[
          whole(18, 90, draw),
          of(lists.job, draw),
          of(['married', 'single', 'divorced'], draw),
          of(['primary', 'secondary', 'tertiary'], draw),
        ],
        ...[
          of(['no', 'yes'], draw),
          whole(-500, 9000, draw),
          of(['no', 'yes'], draw),
          of(['no', 'yes'], draw),
        ],
        ...[of(['cellular', 'telephone'], draw), 1 + (i % 28), of(['may', 'jun', 'jul'], draw)],
        ...[whole(5, 2000, draw), whole(1, 9, draw), of(['no', 'yes'], draw)],
      ],
      n,
    ),
    audit: {
      label: ['y', 'default', 'housing', 'loan'],
      decision: ['y', 'default', 'housing', 'loan', 'contact'],
      group: [
        'job',
        'marital',
        'education',
        'age',
        'contact',
        'month',
        'housing',
        'loan',
        'campaign',
      ],
    },
    leaks: {
      time: ['day'],
      label: ['y', 'default', 'housing', 'loan', 'contact', 'marital', 'education'],
    },
  },
  'loans, with months in words': {
    text: table(
      'id,member_id,loan_amnt,term,int_rate,grade,emp_length,home_ownership,issue_d,loan_status,addr_state,total_pymnt,last_pymnt_d',
      (i, draw) => [
        ...[
          1077501 + i,
          1296599 + i,
          whole(1, 35, draw) * 1000,
          of(['36 months', '60 months'], draw),
        ],
        ...[
          `${(5 + draw() * 20).toFixed(2)}%`,
          of(['A', 'B', 'C'], draw),
          of(['10+ years', '< 1 year', '3 years'], draw),
        ],
        ...[of(['RENT', 'OWN', 'MORTGAGE'], draw), `${months[i % 12]}-${2011 + (i % 4)}`],
        ...[of(['Fully Paid', 'Charged Off'], draw), of(['CA', 'NY', 'TX'], draw)],
        ...[(draw() * 30000).toFixed(2), `${months[(i + 5) % 12]}-2015`],
      ],
      n,
    ),
    audit: {
      label: ['loan_status', 'term'],
      decision: ['loan_status', 'term'],
      group: ['grade', 'home_ownership', 'addr_state', 'term', 'emp_length'],
    },
    leaks: {
      time: ['issue_d', 'last_pymnt_d'],
      label: ['loan_status', 'term', 'emp_length'],
      owner: ['member_id', 'id'],
    },
  },
  'loan applications': {
    text: table(
      'Loan_ID,Gender,Married,Dependents,ApplicantIncome,LoanAmount,Loan_Amount_Term,Credit_History,Property_Area,Loan_Status',
      (i, draw) => [
        ...[
          `LP00${1000 + i}`,
          of(lists.sex, draw),
          of(['Yes', 'No'], draw),
          of(['0', '1', '3+'], draw),
        ],
        ...[whole(1500, 9000, draw), whole(50, 400, draw), of([180, 360], draw), bit(draw, 0.8)],
        ...[of(['Urban', 'Rural', 'Semiurban'], draw), of(['Y', 'N'], draw)],
      ],
      n,
    ),
    audit: {
      label: ['Loan_Status', 'Credit_History', 'Married'],
      decision: ['Loan_Status', 'Credit_History', 'Married'],
      group: ['Gender', 'Married', 'Property_Area', 'Dependents', 'Credit_History', 'Loan_Status'],
    },
    leaks: { label: ['Loan_Status', 'Gender', 'Married', 'Credit_History'] },
  },
  'a school in Spanish': {
    text: table(
      'id_estudiante;fecha_matricula;sexo;edad;estrato;colegio;puntaje_icfes;valor_matricula;aprobado;becado',
      (i, draw) => [
        ...[
          2024001 + i,
          slashed(i),
          of(['Hombre', 'Mujer'], draw),
          whole(15, 22, draw),
          whole(1, 7, draw),
        ],
        ...[
          of(['público', 'privado'], draw),
          whole(150, 450, draw),
          `${whole(1, 9, draw)}.${pad(whole(0, 99, draw))}0.000`,
        ],
        ...[of(['Sí', 'No'], draw), of(['Sí', 'No'], draw)],
      ],
      n,
    ),
    audit: {
      label: ['aprobado', 'becado'],
      decision: ['aprobado', 'becado'],
      score: ['puntaje_icfes'],
      group: ['sexo', 'estrato', 'colegio', 'edad'],
    },
    leaks: {
      time: ['fecha_matricula'],
      label: ['aprobado', 'becado', 'sexo', 'colegio'],
      owner: ['id_estudiante'],
    },
  },
  'a school in German': {
    text: table(
      'Schülernummer;Anmeldedatum;Geschlecht;Alter;Staatsangehörigkeit;Durchschnittsnote;Schulgeld;Empfehlung;bestanden',
      (i, draw) => [
        ...[
          4711 + i,
          german(i),
          of(['männlich', 'weiblich'], draw),
          whole(10, 19, draw),
          of(['DE', 'CH', 'IT'], draw),
        ],
        ...[`${(1 + draw() * 4).toFixed(1).replace('.', ',')}`, `${whole(100, 900, draw)},50`],
        ...[of(['ja', 'nein'], draw), of(['ja', 'nein'], draw)],
      ],
      n,
    ),
    audit: {
      label: ['bestanden', 'Empfehlung'],
      decision: ['Empfehlung', 'bestanden'],
      group: ['Geschlecht', 'Staatsangehörigkeit', 'Alter'],
    },
    leaks: {
      time: ['Anmeldedatum'],
      label: ['bestanden', 'Empfehlung', 'Geschlecht'],
      owner: ['Schülernummer'],
    },
  },
  'a town in French': {
    text: table(
      'numéro;date_demande;sexe;âge;quartier;montant_loyer;accordé;retard',
      (i, draw) => [
        ...[
          i + 1,
          slashed(i),
          of(['homme', 'femme'], draw),
          whole(18, 80, draw),
          of(['Nord', 'Sud'], draw),
        ],
        ...[`${whole(300, 900, draw)},00`, of(['oui', 'non'], draw), of(['vrai', 'faux'], draw)],
      ],
      n,
    ),
    audit: {
      label: ['retard', 'accordé'],
      decision: ['accordé', 'retard'],
      group: ['sexe', 'quartier', 'âge'],
    },
    leaks: { time: ['date_demande'], label: ['accordé', 'retard', 'sexe', 'quartier'] },
  },
  'a survey of codes 1 and 2': {
    text: table(
      'serial,SEX,RACE,EDUC,HIINS,EMPSTAT,PERWT',
      (i, draw) => [
        ...[
          i + 1,
          whole(1, 3, draw),
          whole(1, 6, draw),
          whole(0, 12, draw),
          whole(1, 3, draw),
          whole(1, 4, draw),
        ],
        whole(20, 300, draw),
      ],
      n,
    ),
    audit: {
      label: ['HIINS', 'EMPSTAT'],
      decision: ['HIINS', 'EMPSTAT'],
      group: ['SEX', 'RACE', 'EDUC', 'EMPSTAT', 'HIINS'],
      weight: ['PERWT'],
    },
    leaks: { label: ['HIINS', 'SEX', 'EMPSTAT'] },
  },
  'card payments': {
    text: table(
      'trans_num,unix_time,cc_num,amt,merchant,category,gender,city_pop,is_fraud',
      (i, draw) => [
        ...[
          `t${(i * 7919).toString(16)}ab`,
          1325376018 + i * 3600,
          4000000000000000 + (i % 9),
          (draw() * 200).toFixed(2),
        ],
        ...[
          of(['fraud_Kub', 'fraud_Lind'], draw),
          of(['grocery', 'gas', 'travel'], draw),
          of(['M', 'F'], draw),
        ],
        ...[whole(100, 90000, draw), bit(draw, 0.1)],
      ],
      n,
    ),
    audit: {
      label: ['is_fraud'],
      decision: ['is_fraud'],
      group: ['gender', 'category', 'merchant'],
    },
    leaks: { time: ['unix_time'], label: ['is_fraud', 'gender', 'merchant'], owner: ['cc_num'] },
  },
  'subscribers that leave': {
    text: table(
      'customerID,gender,SeniorCitizen,tenure,Contract,MonthlyCharges,TotalCharges,Churn',
      (i, draw) => [
        ...[`${7590 + i}-VHVEG`, of(lists.sex, draw), bit(draw, 0.2), whole(0, 72, draw)],
        ...[of(['Month-to-month', 'One year', 'Two year'], draw), (20 + draw() * 90).toFixed(2)],
        ...[(draw() * 8000).toFixed(2), of(['Yes', 'No'], draw)],
      ],
      n,
    ),
    audit: {
      label: ['Churn', 'SeniorCitizen'],
      decision: ['Churn', 'SeniorCitizen'],
      group: ['gender', 'SeniorCitizen', 'Contract'],
    },
    leaks: { label: ['Churn', 'gender', 'SeniorCitizen'], owner: ['customerID'] },
  },
  'taxis, month first': {
    text: table(
      'VendorID,tpep_pickup_datetime,tpep_dropoff_datetime,passenger_count,trip_distance,fare_amount,tip_amount,payment_type',
      (i, draw) => [
        ...[
          1 + (i % 2),
          `${american(i)} 0${1 + (i % 9)}:15:00 PM`,
          `${american(i)} 0${1 + (i % 9)}:35:00 PM`,
        ],
        ...[
          whole(1, 6, draw),
          (draw() * 9).toFixed(2),
          (3 + draw() * 30).toFixed(2),
          (draw() * 6).toFixed(2),
        ],
        whole(1, 3, draw),
      ],
      n,
    ),
    audit: {
      label: ['payment_type', 'VendorID'],
      decision: ['payment_type'],
      group: ['VendorID', 'passenger_count', 'payment_type'],
    },
    leaks: {
      time: ['tpep_pickup_datetime', 'tpep_dropoff_datetime'],
      label: ['payment_type', 'VendorID'],
    },
  },
  'sales without any time': {
    text: table(
      'order_no,customer,amount,fee,shipping_cost,quantity,returned',
      (i, draw) => [
        ...[90000 + i, `c${i % 12}`, (draw() * 90).toFixed(2), (draw() * 5).toFixed(2)],
        ...[(draw() * 9).toFixed(2), whole(1, 9, draw), bit(draw, 0.2)],
      ],
      n,
    ),
    audit: { label: ['returned'], decision: ['returned'], group: ['quantity'] },
    leaks: { label: ['returned'], owner: ['customer'] },
  },
  'machines, in seconds since 1970': {
    text: table(
      'row,machine_id,ts,temperature,pressure,cost,failure',
      (i, draw) => [
        ...[i + 1, 100 + (i % 6), 1_700_000_000 + i * 600, (20 + draw() * 60).toFixed(1)],
        ...[whole(900, 1100, draw), (draw() * 400).toFixed(2), bit(draw, 0.1)],
      ],
      n,
    ),
    audit: { label: ['failure'], decision: ['failure'] },
    leaks: { time: ['ts'], label: ['failure'], owner: ['machine_id'] },
  },
  'a roster with nothing to predict': {
    text: table(
      'nr,name,fee,sex',
      (i, draw) => [i + 1, `n${i}`, (10 + draw() * 50).toFixed(2), of(['f', 'm'], draw)],
      n,
    ),
    audit: { group: ['sex'] },
    leaks: { label: ['sex'], owner: ['name'] },
  },
  'grants, group and decision alone': {
    text: table(
      'application_id,region,amount_requested,granted',
      (i, draw) => [
        `G-${100 + i}`,
        of(['north', 'south', 'west'], draw),
        whole(1, 90, draw) * 500,
        bit(draw),
      ],
      n,
    ),
    audit: { decision: ['granted'], label: ['granted'], group: ['region'] },
    leaks: { label: ['granted'] },
  },
  'stops by the police, two columns of time': {
    text: table(
      'stop_id,stop_date,stop_time,driver_race,driver_gender,fine,search_conducted,contraband_found,arrest_made',
      (i, draw) => [
        ...[`R${i}`, day(i), `${pad(i % 24)}:15`, of(lists.race, draw), of(['M', 'F'], draw)],
        ...[
          (draw() * 300).toFixed(0),
          of(['TRUE', 'FALSE'], draw),
          of(['TRUE', 'FALSE'], draw),
          of(['TRUE', 'FALSE'], draw),
        ],
      ],
      n,
    ),
    audit: {
      label: ['contraband_found', 'arrest_made', 'search_conducted'],
      decision: ['search_conducted', 'arrest_made', 'contraband_found'],
      group: [
        'driver_race',
        'driver_gender',
        'search_conducted',
        'contraband_found',
        'arrest_made',
      ],
    },
    leaks: {
      time: ['stop_date'],
      label: ['search_conducted', 'contraband_found', 'arrest_made', 'driver_gender'],
    },
  },
  'flats, with a year of two digits': {
    text: table(
      'ref,listed,district,rooms,rent_eur,deposit,let_out',
      (i, draw) => [
        ...[
          `F${i}`,
          `${pad(1 + (i % 28))}/${pad(1 + (i % 12))}/2${i % 5}`,
          of(['A', 'B'], draw),
          whole(1, 6, draw),
        ],
        ...[whole(400, 2000, draw), whole(0, 3, draw) * 500, bit(draw, 0.5)],
      ],
      n,
    ),
    audit: { label: ['let_out'], decision: ['let_out'], group: ['district', 'rooms'] },
    leaks: { time: ['listed'], label: ['let_out', 'district'] },
  },
};
