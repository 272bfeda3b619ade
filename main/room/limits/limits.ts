/** What the room bears, in one place. Bursts are large enough for a class that joins at once behind one address. */
export const limits = {
  /** A phone's messages. */
  phone: { burst: 15, perSecond: 5 },
  /** Messages of all phones together: what the host can answer beside a lab's run. */
  total: { burst: 6_000, perSecond: 3_000 },
  /** New cookies of one address. A device that throws its cookie away gets no more than this. */
  newCookies: { burst: 1_500, perSecond: 25 },
  /** Connections of one address, pages and sockets together. */
  connections: { burst: 4_000, perSecond: 100 },
  /** Wrong words of one address that are answered at once; later ones wait. A right word never does. */
  wrongWords: { burst: 20, perSecond: 0.2 },
  /** A wrong word over that is answered after so long, in ms, and meanwhile takes one of few places. */
  wrongWordMs: 5_000,
  waitingWrong: 30,
  /** Questions of one phone to the lecturer. */
  questions: { burst: 4, perSecond: 1 / 60 },
  /** Questions of one address that wait at one moment: a device with many cookies leaves room for others. */
  questionsOfAddress: 200,
  /** Connections at one moment, half-open ones included, in all and of one address. */
  sockets: 2_600,
  socketsOfAddress: 2_200,
  /** Windows of one phone's browser. The oldest closes. */
  tabs: 3,
  /** A connection that has not said the word is closed, in ms. */
  joinMs: 120_000,
  /** Every so often, in ms, each phone must answer a ping. */
  pingMs: 15_000,
  /** A phone that has left so much unread, in bytes, is dropped. */
  unread: 128 * 1024,
  /** While a phone sends too much, its socket is not read for so long, in ms. */
  pauseMs: 1_000,
  /** Messages over the limit in one pause, after which the connection ends. */
  patience: 200,
} as const;
