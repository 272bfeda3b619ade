import { appHost, appOrigin } from '../../main/policy/origin.ts';

/**
 * Where Chromium finds the product's pages here. It knows no `app:`, which is a scheme that Electron adds; this name can't exist
 * anywhere (RFC 6761), and every request for it is answered by the program itself.
 */
export const standIn = `https://${appHost}.invalid`;

const translate = (text: string, from: string, to: string): string =>
  text === from || text.startsWith(`${from}/`) ? to + text.slice(from.length) : text;

/** What the program calls an address of Chromium's. Any other text is left as it is. */
export const asProgramSays = (address: string): string => translate(address, standIn, appOrigin);

/** What Chromium calls an address of the program's. Any other text is left as it is. */
export const asChromiumSays = (address: string): string => translate(address, appOrigin, standIn);

/** Whether Chromium asks for something of ours. */
export const isStandIn = (address: string): boolean => asProgramSays(address) !== address;
