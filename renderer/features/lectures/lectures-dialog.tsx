import { useEffect, useState, type FormEvent } from 'react';
import { toErrorData } from '../../../main/contract/errors.ts';
import type { LectureList, RecentLecture } from '../../../main/contract/lecture-folder.ts';
import { useHost } from '../../host/use-host.ts';
import { Button } from '../../kit/button.tsx';
import { Dialog } from '../../kit/dialog.tsx';
import styles from './lectures-dialog.module.css';

/** Opens a lecture that was open before, a folder, a new one, or ours again. */
export function LecturesDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title="Lectures"
      about="A lecture is a folder of Markdown files on this computer. What you save there is on screen at once."
      width="middle"
    >
      {open && <Lectures onClose={onClose} />}
    </Dialog>
  );
}

function Lectures({ onClose }: { onClose: () => void }) {
  const host = useHost();
  const [list, setList] = useState<LectureList | null>(null);
  const [trouble, setTrouble] = useState<string | null>(null);
  const heard = (asked: Promise<LectureList>, then: () => void = () => undefined) =>
    void asked.then(
      (now) => {
        setList(now);
        setTrouble(null);
        then();
      },
      (error: unknown) => {
        const { what, safe, next } = toErrorData(error);
        setTrouble([what, safe, next].filter(Boolean).join(' '));
      },
    );
  useEffect(() => heard(host.call('lecture.list', {})), [host]);
  // What opens another lecture loads this window anew.
  const opening = (asked: Promise<LectureList>) => heard(asked, onClose);
  return (
    <>
      <h3 className={styles.title} id="recent-lectures">
        Opened before
      </h3>
      {list && (
        <ul className={styles.list} aria-labelledby="recent-lectures">
          <li className={styles.row}>
            <span className={styles.name}>
              <b>The lecture that comes with Lectern</b>
            </span>
            {list.ours ? (
              <span className={styles.quiet}>open now</span>
            ) : (
              <Button
                aria-label="Open the lecture that comes with Lectern"
                onClick={() => opening(host.call('lecture.open', { id: null }))}
              >
                Open
              </Button>
            )}
          </li>
          {list.recent.map((one) => (
            <Recent
              key={one.id}
              one={one}
              onOpen={() => opening(host.call('lecture.open', { id: one.id }))}
              onForget={() => heard(host.call('lecture.forget', { id: one.id }))}
            />
          ))}
        </ul>
      )}
      <AnotherFolder
        onOpen={(path) => opening(host.call('lecture.openFolder', { path }))}
        onNew={(path, extend) => opening(host.call('lecture.make', { path, extend }))}
      />
      <p className={styles.trouble} role="status">
        {trouble}
      </p>
    </>
  );
}

interface RecentProps {
  one: RecentLecture;
  onOpen: () => void;
  onForget: () => void;
}

/** A folder that was open before. One that is gone says so. */
function Recent({ one, onOpen, onForget }: RecentProps) {
  const { name, place, open, gone } = one;
  return (
    <li className={styles.row}>
      <span className={styles.name}>
        <b>{name}</b> <span className={styles.quiet}>in {place}</span>
      </span>
      {gone && <span className={styles.quiet}>Its folder is not there.</span>}
      {open && !gone && <span className={styles.quiet}>open now</span>}
      {!open && !gone && (
        <Button aria-label={`Open ${name} in ${place}`} onClick={onOpen}>
          Open
        </Button>
      )}
      <Button
        variant="quiet"
        icon="close"
        aria-label={`Take ${name} in ${place} off the list`}
        onClick={onForget}
      />
    </li>
  );
}

interface AnotherFolderProps {
  onOpen: (path: string) => void;
  onNew: (path: string, extend: boolean) => void;
}

/** A folder by its path: Enter opens it. A browser may not ask the system for a folder, so that the path is typed or pasted. */
function AnotherFolder({ onOpen, onNew }: AnotherFolderProps) {
  const [path, setPath] = useState('');
  const [extend, setExtend] = useState(false);
  const isEmpty = path.trim() === '';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!isEmpty) onOpen(path);
  };
  return (
    <form className={styles.form} onSubmit={submit}>
      <label className={styles.title} htmlFor="lecture-path">
        Another folder, or a new one
      </label>
      <input
        id="lecture-path"
        className={styles.path}
        value={path}
        placeholder="~/lectures/waves"
        autoComplete="off"
        spellCheck={false}
        maxLength={4_000}
        onChange={(event) => setPath(event.target.value)}
      />
      <label className={styles.tick}>
        <input
          type="checkbox"
          checked={extend}
          onChange={(event) => setExtend(event.target.checked)}
        />
        A new one is an edition of our lecture: it follows ours but for what you change
      </label>
      <span className={styles.buttons}>
        <Button type="submit" icon="folder" disabled={isEmpty}>
          Open folder
        </Button>
        <Button icon="plus" disabled={isEmpty} onClick={() => onNew(path, extend)}>
          New lecture
        </Button>
      </span>
    </form>
  );
}
