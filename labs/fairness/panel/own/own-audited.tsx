import { useMemo, useState } from 'react';
import { linearAxis } from '../../../../renderer/charts/axis.ts';
import { ChartFrame } from '../../../../renderer/charts/chart-frame.tsx';
import { LineFigure } from '../../../../renderer/charts/line-figure.tsx';
import type { Series } from '../../../../renderer/charts/series.ts';
import { Button } from '../../../../renderer/kit/button.tsx';
import { formatFixed } from '../../../../renderer/kit/number/format.ts';
import { Segmented } from '../../../../renderer/kit/segmented.tsx';
import { Slider } from '../../../../renderer/kit/number/slider.tsx';
import { Value } from '../../../../renderer/kit/number/value.tsx';
import type { PanelProps } from '../../../view.ts';
import { measuresOf, type OwnComparison } from '../../own/own-audit.ts';
import { GroupFigure } from '../group-figure.tsx';
import { groupTable, ranked } from '../group-rows.ts';
import { dayWords } from '../../../kit/panel/report/day-words.ts';
import { KeptNote } from '../../../kit/panel/report/kept-note.tsx';
import { rangeWords } from '../../../kit/panel/report/range-words.ts';
import { TeachBar } from './teach-bar.tsx';
import { ReportDialog } from '../../../kit/panel/report/report-dialog.tsx';
import { useKept } from '../../../kit/panel/report/use-kept.ts';
import { contentOf } from './own-content.ts';
import { foundWords, groupName, screenWords } from '../../own/own-verdict.ts';
import { alikeNotes } from '../../own/own-notes.ts';
import { remarksBeside, withSides } from './own-readings.ts';
import { Remarks } from './remarks.tsx';
import { calibrationWords } from './own-words.ts';
import { auditFile, chooseColumns, closeFile, cutAt, rolesOf, type OwnState } from './own-store.ts';
import { Readouts } from '../readouts.tsx';
import styles from './own.module.css';
import part from '../part.module.css';

type AuditedProps = Extract<OwnState, { kind: 'audited' }> & Pick<PanelProps, 'mode'>;

/** The audit of a learner's file: groups, crossings, calibration where there is a score, and the report. */
export function OwnAudited({
  opened,
  audit,
  leftOut,
  withoutGroup,
  hash,
  onlyAudit,
  threshold,
  mode,
}: AuditedProps) {
  const [view, setView] = useState('0');
  const [reporting, setReporting] = useState(false);
  const shown = audit.comparisons[Number(view)] ?? audit.comparisons[0]!;
  const calibrates = view === 'calibration' && audit.scored;
  const options = [
    ...audit.comparisons.map((one, at) => ({ value: String(at), label: groupName(one.columns) })),
    ...(audit.scored && audit.labelled > 0 ? [{ value: 'calibration', label: 'Calibration' }] : []),
  ];
  const { roles, mapping } = rolesOf(opened);
  const noLabel = audit.rows - audit.labelled;
  const noGroup = withoutGroup + shown.withoutGroup;
  const content = useMemo(
    () => contentOf(opened, { audit, leftOut, withoutGroup, hash }, dayWords(new Date())),
    [opened, audit, leftOut, withoutGroup, hash],
  );
  const alike = useMemo(() => audit.comparisons.flatMap(alikeNotes), [audit]);
  const kept = useKept(audit, content);
  const decision = (roles.decision ?? roles.score)!;
  const label = roles.label ? withSides(roles.label, mapping) : 'no column says it';
  const labelled = audit.labelled > 0;
  const [low, high] = scoreEnds(audit.scoreRange);
  return (
    <div className={part.part} data-mode={mode}>
      <div className={part.chart}>
        <ChartFrame
          title={calibrates ? calibrationWords(shown) : foundWords(shown)}
          subtitle={
            calibrates
              ? 'share with label 1 over the mean score, in fifths of the scores · on the diagonal a score means what it says'
              : 'rates by group, 95 % intervals · dashed line: everybody'
          }
          aside={
            options.length > 1 && (
              <Segmented
                label="What is compared"
                value={view}
                onChange={setView}
                options={options}
              />
            )
          }
          table={groupTable(shown)}
          size={mode === 'inline' ? 'small' : 'usual'}
        >
          {calibrates ? (
            <LineFigure
              description="Share with label 1 over the mean score of each group."
              x={linearAxis('mean score', 1)}
              y={linearAxis('share with label 1', 1)}
              series={calibrationSeries(shown)}
              formatX={(score) => `score ${formatFixed(score, 2)}`}
              formatY={(share) => formatFixed(share, 2)}
            />
          ) : (
            <GroupFigure comparison={shown} overall={audit.overall} />
          )}
        </ChartFrame>
      </div>
      <div className={styles.bar}>
        <p
          className={styles.barWords}
          title={`${audit.rows} rows, turned out: ${label}, decided: ${withSides(decision, mapping)}`}
        >
          <b>{opened.file.name}</b> · {formatFixed(audit.rows)} rows
          {leftOut > 0 && `, ${formatFixed(leftOut)} left out`}
          {labelled && noLabel > 0 && `, ${formatFixed(noLabel)} without a label`} · turned out:{' '}
          {label} · decided: {withSides(decision, mapping)}
          {roles.weight && ` · weight: ${roles.weight}`}
        </p>
        {audit.threshold !== null && (
          <div className={styles.threshold}>
            <Slider
              label="Selected from"
              value={threshold}
              min={low}
              max={high}
              step={high - low > 5 ? 1 : 0.01}
              scale="linear"
              onChange={cutAt}
              help="Whoever scores this much or more counts as selected."
            />
          </div>
        )}
        <span className={styles.barButtons}>
          {noGroup > 0 && (
            <Button
              variant="quiet"
              onClick={() => auditFile({ ...opened, keepMissingGroups: true })}
            >
              Count {formatFixed(noGroup)} without a group
            </Button>
          )}
          {alike.length > 0 && (
            <Button variant="quiet" onClick={() => auditFile({ ...opened, mergeGroups: true })}>
              Count names that are alike as one
            </Button>
          )}
          <KeptNote kept={kept} />
          <Button variant="quiet" onClick={() => chooseColumns(opened)}>
            Columns
          </Button>
          <Button variant="quiet" onClick={closeFile}>
            Another file
          </Button>
          <Button onClick={() => setReporting(true)}>Report</Button>
        </span>
      </div>
      {mode !== 'inline' && (
        <Remarks remarks={remarksBeside(opened, { audit, leftOut, withoutGroup }, shown)} />
      )}
      {mode !== 'inline' && (
        <Measures shown={shown} uncrossed={audit.uncrossed} labelled={labelled} />
      )}
      {mode !== 'inline' && (
        <TeachBar opened={opened} threshold={threshold} content={content} onlyAudit={onlyAudit} />
      )}
      {reporting && <ReportDialog content={content} onClose={() => setReporting(false)} />}
    </div>
  );
}

/** Where the threshold may stand: from 0 to 1 for what can be a chance, else from the lowest score to the highest. */
function scoreEnds(range: readonly [number, number] | null): [number, number] {
  if (!range || (range[0] >= 0 && range[1] <= 1)) return [0, 1];
  return [Math.floor(range[0]), Math.ceil(range[1])];
}

interface MeasuresProps {
  shown: OwnComparison;
  uncrossed: number | null;
  /** Whether anything says what turned out. */
  labelled: boolean;
}

function Measures({ shown, uncrossed, labelled }: MeasuresProps) {
  const large = measuresOf(shown.large);
  const [small, missing] = [
    shown.groups.filter((one) => one.small).length,
    (rate: 'tpr' | 'fpr' | 'ppv') =>
      shown.groups.filter((one) => !one.small && one.rates[rate] === null).length,
  ];
  const range = (measure: keyof typeof large) => {
    const interval = shown.ci95[measure];
    if (large[measure] === null) return 'not defined here';
    return interval ? rangeWords(interval) : 'no interval';
  };
  const without = (count: number, what: string) =>
    count > 0
      ? `${formatFixed(count)} ${count === 1 ? 'group has' : 'groups have'} no ${what}`
      : '';
  const readout = (head: string, measure: keyof typeof large, foot: string) => ({
    head,
    value: (
      <>
        <Value value={large[measure]} digits={2} size="lg" />{' '}
        <span className={part.foot}>{range(measure)}</span>
      </>
    ),
    foot,
  });
  const parityFoot = () => {
    if (uncrossed !== null) return `${formatFixed(uncrossed)} crossings: too many`;
    if (small > 0) return smallWords(shown);
    return without(missing('ppv'), 'PPV') || 'predictive parity';
  };
  if (!labelled)
    return (
      <Readouts
        items={[
          readout('Demographic parity ratio', 'demographicParityRatio', screenWords(shown)),
          readout(
            'Demographic parity difference',
            'demographicParityDifference',
            small > 0 ? smallWords(shown) : 'largest selection rate less smallest',
          ),
          {
            head: 'What can’t be told',
            value: 'Whether the right people are selected',
            foot: 'Nothing says what turned out: no TPR, FPR or PPV.',
          },
        ]}
      />
    );
  return (
    <Readouts
      items={[
        readout('Demographic parity ratio', 'demographicParityRatio', screenWords(shown)),
        readout(
          'Gap in TPR',
          'equalOpportunityDifference',
          without(missing('tpr'), 'TPR') || 'equal opportunity',
        ),
        readout(
          'Equalized odds',
          'equalizedOddsDifference',
          without(missing('fpr'), 'FPR') || 'larger gap, TPR or FPR',
        ),
        readout('Gap in PPV', 'predictiveParityDifference', parityFoot()),
      ]}
    />
  );
}

/** The groups that the measures leave out, by their names. */
function smallWords({ groups }: OwnComparison): string {
  const names = groups.filter(({ small }) => small).map(({ parts }) => groupName(parts));
  const more = names.length > 2 ? ` and ${formatFixed(names.length - 2)} more` : '';
  return `left out, under 30: ${names.slice(0, 2).join(', ')}${more}`;
}

const mostLines = 4;

function calibrationSeries(shown: OwnComparison): Series[] {
  const lines = ranked(shown.groups)
    .filter(({ small }) => !small)
    .slice(0, mostLines)
    .map((one, at): Series => ({
      id: groupName(one.parts),
      name: groupName(one.parts),
      index: at + 1,
      role: 'series',
      points: (one.calibration?.bins ?? []).flatMap(({ meanScore, observedRate }) =>
        meanScore === null || observedRate === null ? [] : [[meanScore, observedRate] as const],
      ),
    }));
  return [
    {
      id: 'calibrated',
      name: 'calibrated',
      index: 0,
      role: 'context',
      points: [
        [0, 0],
        [1, 1],
      ],
    },
    ...lines,
  ];
}
