import type { RunCard, RunSnapshot } from '../../contract/run.ts';
import { ensureReady } from '../../setup/ensure-ready.ts';
import { createReport, quietReport } from '../../setup/report.ts';
import { onInterrupt } from '../interrupt.ts';
import { checkWritable, readMeasured, writeCard } from '../lab-files.ts';
import { labHelp, readLabRequest, type LabRequest } from './lab-request.ts';
import { formatTable } from '../usage.ts';

/** Runs one lab in a compute process of its own, shows its summary and writes its card where `--json` says, and nowhere else. */
export async function lab(args: string[], root: string): Promise<number> {
  if (args[0] === 'replay')
    return (await import('./lab-replay.ts')).replayCard(args.slice(1), root);
  if (args.some((one) => one === '--table' || one.startsWith('--table=')))
    return (await import('./lab-table.ts')).labTable(args);
  const request = readLabRequest(args);
  if (!request) {
    console.log(labHelp);
    return 0;
  }
  if (request.json !== null) await checkWritable(request.json);
  const measured =
    request.measured === null ? null : await readMeasured(request.measured, request.lab);

  const report = request.quiet ? quietReport() : createReport();
  await ensureReady(root, report, { renderer: false });
  const { runOnce } = await import('../../services/runs/one-run.ts');
  const stop = new AbortController();
  onInterrupt(() => stop.abort());
  const onSnapshot = ({ phase }: RunSnapshot) => {
    if (phase) report.doing(phase.label, `${Math.round(phase.fraction * 100)} %`);
  };
  let card: RunCard;
  try {
    card = await runOnce({
      root,
      lab: request.lab.id,
      parameters: request.parameters,
      seed: request.seed,
      preset: request.preset,
      measured,
      onSnapshot,
      signal: stop.signal,
      notify: (notice) => console.error([notice.what, notice.safe].join('\n')),
    });
  } finally {
    report.done();
  }
  if (!request.quiet) showSummary(request, card);
  if (request.json !== null) await writeCard(request.json, card);
  if (card.status === 'finished') return 0;
  if (card.error)
    console.error([card.error.what, card.error.safe, card.error.next].filter(Boolean).join('\n'));
  else
    console.error(
      `Stopped.${request.json === null ? '' : ` What was measured so far is in ${request.json}.`}`,
    );
  return card.status === 'stopped' ? 130 : 1;
}

function showSummary(request: LabRequest, card: RunCard): void {
  // A run that was stopped has only a part of the result: too little for a summary.
  const result = request.lab.result.safeParse(card.result);
  if (result.success) console.log(formatTable(request.lab.summary(result.data)));
  const measured = request.measured === null ? '' : ', with the measurements of an earlier run';
  console.log(
    `Seed ${card.seed} on ${card.backend ?? 'no backend'} in ${(card.durationMs / 1000).toFixed(1)} s${measured}.`,
  );
}
