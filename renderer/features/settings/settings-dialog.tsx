import { lazy, Suspense } from 'react';
import { Dialog } from '../../kit/dialog.tsx';

const SettingsRows = lazy(() =>
  import('./settings-rows.tsx').then((module) => ({ default: module.SettingsRows })),
);

/**
 * How Lectern looks and counts, and what becomes of what it keeps. Saved by the host, so every
 * window follows. The rows are fetched when first opened.
 */
export function SettingsDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  return (
    <Dialog open={open} onClose={onClose} title="Settings" width="middle">
      <Suspense fallback={<p role="status">Opening…</p>}>
        <SettingsRows onClose={onClose} />
      </Suspense>
    </Dialog>
  );
}
