import { useLayoutEffect, useRef, type ReactNode } from 'react';
import { ClassAnswers, useClassOffer } from '../features/classes/class-offer.tsx';
import { useHost, useHostState } from '../host/use-host.ts';
import { Button } from '../kit/button.tsx';
import { Icon, type IconName } from '../kit/icon.tsx';
import { focusMain } from '../kit/focus-main.ts';
import styles from './banners.module.css';

/** What the person should know but did not ask for, above the room: a lost host, a failure, a file set aside, a wrong address. */
export function Banners({
  message,
  onDismiss,
  offersClass,
}: {
  message: string | null;
  onDismiss: () => void;
  /** Whether a new class may be offered here: to who gives a lecture, not to who learns alone. */
  offersClass: boolean;
}) {
  const offer = useClassOffer();
  const host = useHost();
  const lost = useHostState((state) => state.connection === 'lost');
  const problem = useHostState((state) => state.problem);
  const info = useHostState((state) => state.info);
  const down = info?.compute.state === 'down' ? info.compute.why : null;
  return (
    <div className={styles.banners} data-print="hide">
      {lost && <Lost />}
      {down !== null && (
        <Banner
          icon="warn"
          role="alert"
          what={down}
          safe="Slides and past runs work as before."
          next=""
        >
          <Button onClick={() => void host.call('app.restartCompute', {}).catch(host.report)}>
            Start it again
          </Button>
        </Banner>
      )}
      {problem && !lost && (
        <Banner
          icon="warn"
          role="alert"
          what={problem.what}
          safe={problem.safe}
          next={problem.next}
          onDismiss={() => host.store.setState({ problem: null })}
        />
      )}
      {info?.notices.map((notice) => (
        <Banner
          key={notice.id}
          icon="info"
          role="status"
          what={notice.what}
          safe={notice.safe}
          next={notice.next}
          onDismiss={() =>
            void host.call('app.dismissNotice', { id: notice.id }).catch(host.report)
          }
        />
      ))}
      {offer && offersClass && !lost && (
        <Banner icon="info" role="status" what={offer.what} safe={offer.safe} next="">
          <ClassAnswers />
        </Banner>
      )}
      {message !== null && (
        <Banner icon="info" role="status" what={message} safe="" next="" onDismiss={onDismiss} />
      )}
    </div>
  );
}

/** The window is apart from the host and so from all other windows; what to do depends on whether the host runs. */
function Lost() {
  const refused = useHostState((state) => state.refused);
  const safe = 'Finished runs, predictions and answers are saved.';
  return refused ? (
    <Banner
      icon="warn"
      role="alert"
      what="Lectern runs, but does not know this window any more."
      safe={safe}
      next="Open the address that Lectern printed where it was started last."
    />
  ) : (
    <Banner
      icon="warn"
      role="alert"
      what="Lectern does not answer. This window can’t run labs or save until it does."
      safe={safe}
      next="It tries again every second. Has Lectern ended? Start it again. If nothing happens then, open the address that it prints."
    />
  );
}

interface BannerProps {
  icon: IconName;
  role: 'alert' | 'status';
  what: string;
  safe: string;
  next: string;
  onDismiss?: () => void;
  children?: ReactNode;
}

function Banner({ icon, role, what, safe, next, onDismiss, children }: BannerProps) {
  const banner = useRef<HTMLDivElement>(null);
  const before = useRef<EventTarget | null>(null);
  // With the focus in it, a banner that goes gives it back to where it was.
  useLayoutEffect(() => {
    const here = banner.current!;
    return () => {
      if (!here.contains(document.activeElement)) return;
      if (before.current instanceof HTMLElement && before.current.isConnected)
        before.current.focus();
      else focusMain();
    };
  }, []);
  return (
    <div
      ref={banner}
      className={styles.banner}
      data-kind={icon}
      role={role}
      onFocus={({ relatedTarget, currentTarget }) => {
        if (!currentTarget.contains(relatedTarget)) before.current = relatedTarget;
      }}
    >
      <Icon name={icon} />
      <p>
        <b>{what}</b> {safe} {next}
      </p>
      {children}
      {onDismiss && (
        <Button variant="quiet" icon="close" aria-label="Dismiss" onClick={onDismiss} />
      )}
    </div>
  );
}
