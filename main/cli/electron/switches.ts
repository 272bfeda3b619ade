import { UsageError } from '../usage.ts';

/**
 * Parts a command line at its first `--`: what follows is for Electron. Throws a `UsageError` for what is no switch, because
 * Electron would take it for the app, and for those that would turn the sandbox off.
 */
export function electronSwitches(
  args: string[],
  help: string,
): { own: string[]; switches: string[] } {
  const border = args.indexOf('--');
  if (border === -1) return { own: args, switches: [] };
  const switches = args.slice(border + 1);
  for (const word of switches) {
    if (!/^--[a-z]/.test(word))
      throw new UsageError(
        `What follows the second -- is handed to Electron as switches, like --name or --name=value; "${word}" is none.\n${help}`,
      );
    if (/^--(no-zygote|(no|disable)-([a-z-]+-)?sandbox)\b/.test(word))
      throw new UsageError(
        `${word} is not handed on: Lectern never runs without Electron's sandbox. Use npm start -- --web.`,
      );
  }
  return { own: args.slice(0, border), switches };
}
