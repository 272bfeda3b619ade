import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { UsageError } from '../usage.ts';

/** The folder that `--lecture` names, as an absolute path. Throws a `UsageError` where there is no such folder. */
export async function lectureFolder(named: string, help: string): Promise<string> {
  // npm runs its commands in the project's folder; the person may be in another one.
  const folder = resolve(process.env['INIT_CWD'] ?? process.cwd(), named);
  const found = await stat(folder).catch(() => null);
  if (found && !found.isDirectory())
    throw new UsageError(
      `"${named}" is a file, and --lecture takes a folder: the one that holds lecture.yaml. ` +
        `A packed lecture is unpacked first.\n${help}`,
    );
  if (!found)
    throw new UsageError(
      `There is no folder "${named}". Make one with: npm run lecture -- new ${named}\n${help}`,
    );
  return folder;
}
