import { inNumbers } from '../../../labs/latency/explore/asked-numbers.ts';
import { rank, evaluate, weightsOf } from '../../../labs/latency/stakeholders.ts';
import { reachesOf } from '../../../labs/latency/explore/frontier.ts';
import { modelNames } from '../../../labs/latency/names.ts';
import {
  batchFrontierTitle,
  batchInsight,
  waitWords,
} from '../../../labs/latency/panel/batch/batch-words.ts';
import { choiceWords, decideTitle } from '../../../labs/latency/panel/decide/decide-words.ts';
import { knownParameters, knownResult } from '../../../labs/latency/panel/known.ts';
import { trainingTitle } from '../../../labs/latency/panel/measure-part.tsx';
import { batchTitle, measureTitle } from '../../../labs/latency/panel/sentences.ts';
import { choiceOf } from '../../../labs/latency/story/read-decision.ts';
import { decide } from '../../../labs/latency/story/decide.tsx';
import { linesOf } from '../plain-text.ts';
import type { Speaking } from '../texts.ts';

/** Every model's batches, every candidate as the learner's choice, and two figures behind a switch. */
export const behind: Speaking['behind'] = ({ result, parameters }) => {
  const known = knownResult(result);
  const setting = inNumbers(knownParameters(parameters), known.asked ?? null);
  const rows = known.frontier ?? [];
  const texts = [
    { part: 'measure', what: 'title of the calls', text: measureTitle(known.models, true) },
    { part: 'measure', what: 'title of the batches', text: batchTitle(known.models) },
    { part: 'measure', what: 'title of training', text: trainingTitle([], false) },
  ];
  for (const model of modelNames) {
    const reaches = reachesOf(rows, model, setting.limitMs);
    const own = (kind: string) =>
      rows.find((row) => row.kind === kind && row.model === model) ?? null;
    const insight = batchInsight(rows, model, reaches);
    const title = batchFrontierTitle({
      reaches,
      chosen: own('chosen'),
      simulated: rows.length > 0,
      running: false,
      stopped: false,
      old: false,
    });
    texts.push(
      { part: 'batch', what: `title of ${model}`, text: title },
      { part: 'batch', what: 'wait', text: waitWords(own('chosen'), own('noWait')) },
      ...[insight?.title ?? '', ...(insight?.text ?? [])].map((text) => ({
        part: 'batch',
        what: 'insight',
        text,
      })),
    );
  }
  const weights = weightsOf(setting);
  const ranked = rank(evaluate(known.candidates ?? [], known.models, setting), weights);
  texts.push({ part: 'decide', what: 'title', text: decideTitle('all', ranked, weights) });
  for (const one of ranked)
    texts.push({ part: 'decide', what: `choice ${one.id}`, text: choiceWords(one, ranked) });
  const reflect = decide.steps.find(({ id }) => id === 'decide-reflect')!.body;
  for (let ship = 1; ship <= 13; ship++)
    if (typeof reflect === 'function' && choiceOf(known, { ...parameters, ship }))
      for (const text of linesOf(reflect(result, { ...parameters, ship })))
        texts.push({ part: 'decide', what: `defence of choice ${ship}`, text });
  return texts;
};
