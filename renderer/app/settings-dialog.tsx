import type { Settings } from '../../main/contract/learner.ts';
import { useHost, useHostState } from '../host/use-host.ts';
import { Dialog } from '../kit/dialog.tsx';
import { Segmented } from '../kit/segmented.tsx';
import styles from './settings-dialog.module.css';

const themes = [
  { value: 'system', label: 'System' },
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
  { value: 'contrast', label: 'High contrast' },
] as const;
const motions = [
  { value: 'system', label: 'System' },
  { value: 'reduced', label: 'Reduced' },
] as const;

/** How Lectern looks and moves. Saved by the host, so every window follows. */
export function SettingsDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const host = useHost();
  const settings = useHostState((state) => state.settings);
  const info = useHostState((state) => state.info);
  const change = (part: Partial<Omit<Settings, 'version'>>) => void host.call('settings.set', part).catch(host.report);
  return (
    <Dialog open={open} onClose={onClose} title="Settings">
      <dl className={styles.rows}>
        <dt>Theme</dt>
        <dd><Segmented label="Theme" value={settings.theme} options={themes} onChange={(theme) => change({ theme })} /></dd>
        <dt>Motion</dt>
        <dd><Segmented label="Motion" value={settings.motion} options={motions} onChange={(motion) => change({ motion })} /></dd>
        <dt>Computing</dt>
        <dd>{info?.compute.state === 'ready' ? backend(info.compute.info) : 'not ready yet'}</dd>
        <dt>Your data</dt>
        <dd className={styles.folder}>{info?.dataFolder ?? 'not known yet'}</dd>
      </dl>
    </Dialog>
  );
}

function backend({ backend, threads, fallbackReason }: { backend: string; threads: number; fallbackReason: string | null }) {
  const name = backend === 'tensorflow' ? 'TensorFlow, native' : backend === 'wasm' ? 'TensorFlow.js on WebAssembly' : 'TensorFlow.js, plain JavaScript';
  return `${name}, ${threads} ${threads === 1 ? 'thread' : 'threads'}${fallbackReason ? `. ${fallbackReason}` : ''}`;
}
