import { forget, startHost } from '../../e2e/host-process.ts';
import type { Measure } from '../bench.ts';
import { serveReveal } from '../peers/serve-reveal.ts';
import {
  besidePeer,
  figures,
  notMeasured,
  ratioGoal,
  secondsText,
  summarize,
  type Row,
} from '../table.ts';
import { launch, timeFirstSlide } from './pages.ts';

const starts = 5;
const loads = 9;

const inSeconds = (ms: readonly number[]) => ms.map((one) => one / 1000);
const text = (ms: readonly number[]) => secondsText(inSeconds(ms));

/** From the command to the address, and from the address to the first slide, beside reveal.js's own demo page. */
export const start: Measure = async ({ root, browser: find, say }) => {
  const toAddress: number[] = [];
  for (let k = 0; k <= starts; k++) {
    say(`Starting the web host, ${k + 1} of ${starts + 1}`);
    const began = performance.now();
    const host = await startHost({ root });
    // The first one brings the files into the system's cache.
    if (k > 0) toAddress.push(performance.now() - began);
    await host.stop();
    await forget(host.home);
  }
  const addressed: Row = {
    what: 'start to address',
    value: summarize(toAddress).p50 / 1000,
    text: text(toAddress),
    goal: { value: 0.3, is: 'at most' },
    goalText: '≤ 0.3 s',
    peer: 'no peer',
    how: `npm start's own command with --web --no-open, everything built; median and range of ${starts} after one warm-up`,
  };
  const found = await find();
  if (!found) return [addressed, notMeasured('address to first slide', 'no browser was found')];
  const browser = await launch(found);
  const peer = await serveReveal(root);
  try {
    const ours: number[] = [];
    const theirs: number[] = [];
    // In turns, so that whatever else the computer does is felt by both.
    for (let k = 0; k <= loads; k++) {
      say(`Opening the first slide, ${k + 1} of ${loads + 1}`);
      const host = await startHost({ root });
      const mine = await timeFirstSlide(browser, host.url);
      await host.stop();
      await forget(host.home);
      const other = await timeFirstSlide(browser, peer.url);
      if (k === 0) continue;
      ours.push(mine);
      theirs.push(other);
    }
    const mine = summarize(ours).p50;
    const whole = (summarize(toAddress).p50 + mine) / 1000;
    const how =
      `${found.source}, empty cache, from navigation until reveal.js is ready and two ` +
      `frames went by; median and range of ${loads}`;
    return [
      addressed,
      {
        what: 'address to first slide',
        value: mine / 1000,
        text: text(ours),
        ...ratioGoal(1.5, 'reveal.js'),
        ...besidePeer(inSeconds(ours), inSeconds(theirs), "reveal.js's own demo page"),
        how: `${how}; the demo page is the package's demo.html (46 sections, its own plugins) from a plain local server`,
      },
      {
        what: 'start to first slide',
        value: whole,
        text: `${figures(whole)} s`,
        goal: null,
        goalText: '–',
        peer: '–',
        how: 'the sum of the two medians',
      },
    ];
  } finally {
    await peer.close();
    await browser.close();
  }
};
