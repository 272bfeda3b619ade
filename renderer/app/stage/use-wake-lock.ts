import { useEffect } from 'react';

/**
 * Keeps the screen on while a lecture is given or the window fills the screen. The system takes the lock away when the window is out of
 * sight; it is taken again on return. Refused, as with an empty battery, all goes on without it.
 */
export function useWakeLock(giving: () => boolean): void {
  useEffect(() => {
    let lock: WakeLockSentinel | null = null;
    let asking = false;
    let gone = false;
    const wanted = () =>
      !gone &&
      document.visibilityState === 'visible' &&
      (document.fullscreenElement !== null || giving());
    const look = async () => {
      if (lock?.released) lock = null;
      if (!wanted()) {
        void lock?.release();
        lock = null;
        return;
      }
      if (lock || asking || !('wakeLock' in navigator)) return;
      asking = true;
      lock = await navigator.wakeLock.request('screen').catch(() => null);
      asking = false;
      if (!wanted()) void look();
    };
    const looked = () => void look();
    looked();
    // A presenter's window that comes or goes tells this one nothing directly.
    const timer = setInterval(looked, 5_000);
    document.addEventListener('visibilitychange', looked);
    document.addEventListener('fullscreenchange', looked);
    return () => {
      gone = true;
      clearInterval(timer);
      document.removeEventListener('visibilitychange', looked);
      document.removeEventListener('fullscreenchange', looked);
      looked();
    };
  }, [giving]);
}
