import { useHost, useHostState } from '../../host/use-host.ts';
import { Button } from '../../kit/button.tsx';
import { Row } from './row.tsx';

/** Ends the sessions of all browsers. Nothing in the desktop app, whose windows need none. */
export function SessionsRow() {
  const host = useHost();
  const web = useHostState((state) => state.info?.host === 'web');
  if (!web) return null;
  return (
    <Row
      name="Sessions"
      about={
        'This browser may come back for twelve hours, also after a restart. Ended, every window ' +
        'needs the new address that Lectern prints where it was started.'
      }
    >
      <Button onClick={() => void host.call('app.endSessions', {}).catch(host.report)}>
        End all sessions
      </Button>
    </Row>
  );
}
