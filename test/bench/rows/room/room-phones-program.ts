import { TestPhone } from '../../../../main/room/fixtures/test-phone.ts';
import { poll } from './open-room.ts';

// A process of its own: phones are not part of the host, and other network namespaces are entered by processes.

const [mode, address = '', word = '', count = '0'] = process.argv.slice(2);
const phones = Number(count);
const vote = (n: number) =>
  ({ t: 'answer', q: poll.id, round: 0, value: n % 2 ? 'a' : 'b', sure: null, n }) as const;
/** Each phone votes anew after so long, in ms. */
const everyMs = 2_000;

/** All join at the same moment, as a class does that sees the code. */
async function join(): Promise<TestPhone[]> {
  return Promise.all(Array.from({ length: phones }, () => TestPhone.join(address, word)));
}

/** Prints how long joining took and how long the tally, in seconds, and ends. */
async function once(): Promise<void> {
  const began = performance.now();
  const joined = await join();
  const joinSeconds = (performance.now() - began) / 1000;
  for (const phone of joined) phone.say(vote(1));
  const voted = performance.now();
  await Promise.all(
    joined.map((phone) => phone.until('room', ({ answered }) => answered === phones)),
  );
  const tallySeconds = (performance.now() - voted) / 1000;
  for (const phone of joined) phone.close();
  console.log(JSON.stringify({ joinSeconds, tallySeconds }));
}

/** Says when all are in, and votes until it is ended. */
async function vary(): Promise<void> {
  const joined = await join();
  console.log(JSON.stringify({ joined: joined.length }));
  joined.forEach((phone, index) => {
    let n = 0;
    const next = () => {
      n += 1;
      phone.heard.length = 0;
      phone.say(vote(n));
    };
    setTimeout(
      () => {
        next();
        setInterval(next, everyMs);
      },
      (everyMs * index) / phones,
    );
  });
  process.once('SIGTERM', () => process.exit(0));
}

await (mode === 'once' ? once() : vary());
