/** A page for when there is nothing to show: plain HTML, because nothing of the app may be given away before the token. */
function page(title: string, paragraphs: string[]): string {
  return (
    '<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" ' +
    `content="width=device-width"><title>${title} · ` +
    `Lectern</title></head><body><main><h1>${title}` +
    `</h1>${paragraphs.map((text) => `<p>${text}</p>`).join('')}</main></body></html>\n`
  );
}

const again =
  'Go to the window where Lectern was started and open the address it printed, or ' +
  'start Lectern again with <code>npm start</code> and open the new address.';

export const pages = {
  wrongToken: page('This address is not valid', [
    'The address does not hold the key of the Lectern that is running now. Each start makes a new one.',
    again,
    'Nothing was changed.',
  ]),
  usedToken: page('This address has already been opened', [
    'Each printed address opens Lectern in one browser. That browser can open as many windows as you like.',
    'Use the browser where Lectern is open. If it is gone, start Lectern again and open the new address.',
    'Your runs and answers are all kept.',
  ]),
  noSession: page('Lectern is open elsewhere', [
    'This browser has not been let in yet.',
    again,
    'Nothing was changed.',
  ]),
  foreign: page('Not allowed', [
    'This request does not come from Lectern’s own page and was refused.',
    again,
  ]),
  missing: page('Not found', [
    'There is nothing at this address.',
    '<a href="/">Open the lecture</a>',
  ]),
  notBuilt: page('The pages are not built yet', [
    'Stop Lectern and start it again with <code>npm start</code>: that builds what is missing.',
  ]),
  method: page('Not allowed', ['Lectern’s pages can only be read.']),
};
