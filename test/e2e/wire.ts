import type { BrowserContext } from '@playwright/test';

/** What no page of Lectern may ever do. Every end-to-end test ends with a look at these; one that provokes an entry takes it out again. */
export interface Wire {
  /** Requests and sockets that went anywhere but to this computer. */
  foreign: string[];
  /** Breaches of the content security policy, as the page itself was told of them. */
  violations: string[];
  /** Errors that nobody caught. */
  errors: string[];
}

const here =
  /^(https?|wss?):\/\/127\.0\.0\.1:\d+(\/|$)|^blob:http:\/\/127\.0\.0\.1:\d+\/|^(blob:)?app:\/\/lectern\/|^(about|data):/;

/** Listens to every page of a context, from before its first script runs. */
export async function listenOn(context: BrowserContext): Promise<Wire> {
  const wire: Wire = { foreign: [], violations: [], errors: [] };
  const asked = (url: string) => {
    if (!here.test(url)) wire.foreign.push(url);
  };
  context.on('request', (request) => asked(request.url()));
  context.on('page', (page) => page.on('websocket', (socket) => asked(socket.url())));
  context.on('weberror', (error) => wire.errors.push(error.error().message));
  await context.exposeBinding(
    'tellViolation',
    (_source, text: string) => void wire.violations.push(text),
  );
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      void (window as unknown as { tellViolation: (text: string) => void }).tellViolation(
        `${event.violatedDirective} ${event.blockedURI} ${event.sample}`,
      );
    });
  });
  return wire;
}
