import { useEffect, useState } from 'react';
import { useHost, useHostState } from '../../host/use-host.ts';
import { startHeartbeat, type Audience } from './presence.ts';

/**
 * Says that the presenter's window is open for as long as it is, and tells what the other windows
 * show; null until they had time to answer.
 */
export function useAudiences(): readonly Audience[] | null {
  const host = useHost();
  const ready = useHostState((state) => state.ready);
  const [heard, setHeard] = useState<readonly Audience[]>([]);
  const [waited, setWaited] = useState(false);
  useEffect(() => {
    if (!ready) return;
    const heartbeat = startHeartbeat(host, setHeard);
    const timer = setTimeout(() => setWaited(true), 1000);
    return () => {
      clearTimeout(timer);
      heartbeat.stop();
    };
  }, [host, ready]);
  return waited || heard.length > 0 ? heard : null;
}
