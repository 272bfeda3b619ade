import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { LecternError } from '../../contract/errors.ts';

const run = promisify(execFile);

export interface Changes {
  /** The commit that the work is compared with. */
  base: string;
  /** What that commit is, in words. */
  since: string;
  /** Files that differ from it or are new, by their place below the project's folder; not those that are gone. */
  files: string[];
}

/** What git tells its hooks about the repository that they run for, which need not be the one in `root`. */
const ofOneRepository = [
  'GIT_DIR',
  'GIT_WORK_TREE',
  'GIT_COMMON_DIR',
  'GIT_INDEX_FILE',
  'GIT_OBJECT_DIRECTORY',
  'GIT_ALTERNATE_OBJECT_DIRECTORIES',
  'GIT_PREFIX',
];
const environment = () =>
  Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !ofOneRepository.includes(name)),
  );

/**
 * What has changed since this branch left `main`; on `main` itself, what is not committed yet. Throws a `LecternError` where the
 * project is no checkout.
 */
export async function changedFiles(root: string): Promise<Changes> {
  const git = async (...args: string[]) =>
    (await run('git', args, { cwd: root, env: environment(), maxBuffer: 64 * 1024 * 1024 })).stdout;
  try {
    const head = (await git('rev-parse', 'HEAD')).trim();
    const base = (await leftMainAt(git)) ?? head;
    const tracked = await git('diff', '--name-only', '-z', '--diff-filter=d', '--relative', base);
    const added = await git('ls-files', '--others', '--exclude-standard', '-z');
    const files = new Set(`${tracked}\0${added}`.split('\0').filter(Boolean));
    const since = base === head ? 'the last commit' : 'this branch left main';
    return { base, since, files: [...files].sort() };
  } catch (error) {
    throw new LecternError({
      code: 'bad-request',
      what: `What has changed could not be found out: ${(error as Error).message.split('\n')[0]}.`,
      safe: 'Nothing was checked and nothing was changed.',
      next: 'Run it inside a checkout with git, or run npm run verify, which checks everything.',
    });
  }
}

/** The newest commit that this branch shares with main; null where there is no main. */
async function leftMainAt(git: (...args: string[]) => Promise<string>): Promise<string | null> {
  for (const main of ['main', 'origin/main']) {
    const shared = await git('merge-base', 'HEAD', main).catch(() => '');
    if (shared.trim() !== '') return shared.trim();
  }
  return null;
}
