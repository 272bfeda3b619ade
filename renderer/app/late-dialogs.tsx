import { lazy, Suspense, useEffect, useState } from 'react';
import { Boundary } from '../kit/boundary.tsx';
import { useShell } from '../shared/window/shell.ts';
import type { DialogsProps } from './dialogs.tsx';
import { EarlyKeys, noneTyped } from './palette/early-keys.tsx';

const load = () => import('./dialogs.tsx');
const Dialogs = lazy(() => load().then((module) => ({ default: module.Dialogs })));

/**
 * The dialogs, fetched once the first picture stands: no window needs one before somebody asks, and
 * by then they are here, also where the host has gone meanwhile.
 */
export function LateDialogs(props: Omit<DialogsProps, 'typed' | 'onTyped'>) {
  const { dialog, onClose } = props;
  // Once drawn they stay, so that one that closes can take its leave.
  const [drawn, setDrawn] = useState(false);
  const [typed, setTyped] = useState(noneTyped);
  if (dialog !== null && !drawn) setDrawn(true);
  if (dialog === null && typed !== noneTyped) setTyped(noneTyped);
  useEffect(() => {
    const id = requestIdleCallback(() => void load().catch(() => undefined), { timeout: 2000 });
    return () => cancelIdleCallback(id);
  }, []);
  if (!drawn) return null;
  const finds = dialog === 'find' || dialog === 'jump';
  return (
    <Boundary fallback={<Unfetched asked={dialog !== null} onClose={onClose} />}>
      {finds && <EarlyKeys onTyped={setTyped} onClose={onClose} />}
      <Suspense fallback={null}>
        <Dialogs {...props} typed={typed} onTyped={setTyped} />
      </Suspense>
    </Boundary>
  );
}

/** What can't be fetched says so, and does not keep the room waiting for its keys. */
function Unfetched({ asked, onClose }: { asked: boolean; onClose: () => void }) {
  const { tell } = useShell();
  useEffect(() => {
    if (!asked) return;
    onClose();
    tell(
      'This could not be opened: its file did not come. Nothing is lost. Load this window again.',
    );
  }, [asked, onClose, tell]);
  return null;
}
