import { createStore } from 'zustand/vanilla';
import type { Column } from '../../../data/column.ts';
import { chosenColumns, type KindChoice } from '../../../data/open-table.ts';
import type { ReadingChoice, Survey } from '../../../data/survey.ts';
import type { ProblemData } from '../../../data/problem.ts';
import { readerStopped } from '../../../kit/file-intake.ts';
import { workerClient, type WithoutId } from '../../../kit/panel/worker-client.ts';
import type { OwnAudit } from '../../own/own-audit.ts';
import { exampleRoles } from '../../own/own-example.ts';
import { ownRoles, type OwnAnswers, type OwnRoles } from '../../own/own-roles.ts';
import type { Intake } from '../../own/own-intake.ts';
import type { OwnAnswer, OwnRequest } from '../../table/own.worker.ts';

/** What all rows of a file told, and what was said of its columns. */
export interface Opened {
  file: File;
  survey: Survey;
  /** Kinds that were chosen instead of what the cells told. */
  kinds: KindChoice;
  answers: OwnAnswers;
  leaveOutEmpty: boolean;
  /** Whether rows without a group are a group of their own. */
  keepMissingGroups: boolean;
  /** Whether groups that are named nearly alike are one. */
  mergeGroups: boolean;
}

/** What the columns are taken for, with the kinds that were chosen. */
export function rolesOf({ survey, kinds, answers }: Opened): OwnRoles & { columns: Column[] } {
  const columns = chosenColumns(survey, kinds);
  return { ...ownRoles(columns, answers), columns };
}

export type OwnState =
  | { kind: 'empty' }
  | { kind: 'opening'; name: string; fraction: number }
  | { kind: 'mapping'; opened: Opened }
  | { kind: 'reading'; opened: Opened; fraction: number }
  | {
      kind: 'audited';
      opened: Opened;
      audit: OwnAudit;
      leftOut: number;
      /** Those of them that lack a group and nothing else. */
      withoutGroup: number;
      /** SHA-256 of the file. */
      hash: string;
      /** Why the lab's other steps can't be made of it; null where they can. */
      onlyAudit: string | null;
      /** The threshold that is asked for; the audit's own may lag behind. */ threshold: number;
    }
  | { kind: 'broken'; opened: Opened; intake: Extract<Intake, { ok: false }> }
  | {
      kind: 'problem';
      name: string;
      problem: ProblemData;
      /** There where other columns may help. */ opened: Opened | null;
    };

/** The learner's file. It outlives the part on screen, not the window: going on and coming back finds it as it was. */
export const ownFile = createStore<OwnState>(() => ({ kind: 'empty' }));

const reader = workerClient<WithoutId<OwnRequest>, OwnAnswer>(
  () => new Worker(new URL('../../table/own.worker.ts', import.meta.url), { type: 'module' }),
);
/** The threshold that the next audit is made at, and whether one is being made for a moved one. */
let threshold = 0.5;
let cutting = false;

function ask(
  question: WithoutId<OwnRequest>,
  hear: (answer: OwnAnswer) => void,
  name: string,
  opened: Opened | null,
): void {
  reader.ask(
    question,
    (answer) => {
      if (answer.kind !== 'problem') return hear(answer);
      cutting = false;
      ownFile.setState({ kind: 'problem', name, problem: answer.problem, opened }, true);
    },
    () => {
      cutting = false;
      ownFile.setState({ kind: 'problem', name, opened: null, problem: readerStopped }, true);
    },
  );
}

/** Ends whatever is being read, and with it all that was held of the file. */
function end(): void {
  cutting = false;
  reader.end();
}

/** Opens a file; where its columns leave no question it is audited at once. */
export function openFile(file: File, answers: OwnAnswers = {}): void {
  lookAt(file, undefined, (survey) => {
    const opened: Opened = {
      ...{ file, survey, kinds: {}, answers },
      ...{ leaveOutEmpty: false, keepMissingGroups: false, mergeGroups: false },
    };
    if (rolesOf(opened).mapping) auditFile(opened);
    else ownFile.setState({ kind: 'mapping', opened }, true);
  });
}

/** Reads the file anew, its first row or its missing cells taken for something else. */
export function readAnew(opened: Opened, choice: ReadingChoice): void {
  const renamed = choice.header !== null && choice.header !== opened.survey.layout.header;
  lookAt(opened.file, choice, (survey) => {
    // Other names: what was said of the old ones says nothing of these.
    const kept = renamed ? { ...opened, kinds: {}, answers: {} } : opened;
    ownFile.setState({ kind: 'mapping', opened: { ...kept, survey } }, true);
  });
}

function lookAt(
  file: File,
  choice: ReadingChoice | undefined,
  hear: (survey: Survey) => void,
): void {
  end();
  ownFile.setState({ kind: 'opening', name: file.name, fraction: 0 }, true);
  ask(
    { kind: 'survey', file, ...(choice && { choice }) },
    (answer) => {
      if (answer.kind === 'progress')
        ownFile.setState({ kind: 'opening', name: file.name, fraction: answer.fraction }, true);
      if (answer.kind === 'surveyed') hear(answer.survey);
    },
    file.name,
    null,
  );
}

export function openExample(): void {
  ownFile.setState({ kind: 'opening', name: 'the made-up lender', fraction: 0 }, true);
  ask(
    { kind: 'example' },
    (answer) => {
      if (answer.kind === 'example') openFile(answer.file, exampleRoles);
    },
    'The example',
    null,
  );
}

/** Reads the mapped columns and audits them. */
export function auditFile(opened: Opened): void {
  const { mapping } = rolesOf(opened);
  if (!mapping) return ownFile.setState({ kind: 'mapping', opened }, true);
  cutting = false;
  threshold = mapping.threshold;
  ownFile.setState({ kind: 'reading', opened, fraction: 0 }, true);
  const { survey, leaveOutEmpty, keepMissingGroups, mergeGroups } = opened;
  const plan = { survey, mapping, leaveOutEmpty, keepMissingGroups, mergeGroups };
  ask(
    { kind: 'read', file: opened.file, plan, threshold },
    (answer) => {
      if (answer.kind === 'progress')
        ownFile.setState({ kind: 'reading', opened, fraction: answer.fraction }, true);
      if (answer.kind === 'broken')
        ownFile.setState({ kind: 'broken', opened, intake: answer.intake }, true);
      if (answer.kind === 'audited')
        ownFile.setState(
          {
            ...{ kind: 'audited', opened, audit: answer.audit, threshold },
            ...{ leftOut: answer.leftOut, withoutGroup: answer.withoutGroup },
            ...{ hash: answer.hash, onlyAudit: answer.onlyAudit },
          },
          true,
        );
    },
    opened.file.name,
    opened,
  );
}

/** Cuts the scores elsewhere. The newest threshold is answered; those in between are passed over. */
export function cutAt(value: number): void {
  const state = ownFile.getState();
  if (state.kind !== 'audited') return;
  threshold = value;
  ownFile.setState({ ...state, threshold: value }, true);
  if (cutting) return;
  cutting = true;
  ask(
    { kind: 'audit', threshold: value },
    (answer) => {
      cutting = false;
      const now = ownFile.getState();
      if (answer.kind !== 'audited' || now.kind !== 'audited') return;
      ownFile.setState({ ...now, audit: answer.audit, onlyAudit: answer.onlyAudit }, true);
      if (answer.audit.threshold !== now.threshold) cutAt(now.threshold);
    },
    state.opened.file.name,
    state.opened,
  );
}

export function chooseColumns(opened: Opened): void {
  end();
  ownFile.setState({ kind: 'mapping', opened }, true);
}

export function closeFile(): void {
  end();
  ownFile.setState({ kind: 'empty' }, true);
}
