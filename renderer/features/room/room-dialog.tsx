import { useEffect, useRef, useState } from 'react';
import type { RoomAddress } from '../../../main/contract/room.ts';
import { useShared } from '../../host/use-shared.ts';
import { Button } from '../../kit/button.tsx';
import { Dialog } from '../../kit/dialog.tsx';
import { openWords } from '../../model/room/room-words.ts';
import { KeptRooms } from './kept-rooms.tsx';
import { sharedHotspot, sharedRoomScreen } from './shared-screen.ts';
import { useRoom } from './use-room.ts';
import styles from './room-dialog.module.css';

/** Opens the room at an address that is chosen here, says what that means, and closes it. */
export function RoomDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title="The room"
      about={
        'Phones in this room answer polls and predictions. Lectern listens on your local ' +
        'network while the room is open, and at no other time.'
      }
      width="middle"
    >
      {open && <Inside onClose={onClose} />}
    </Dialog>
  );
}

function Inside({ onClose }: { onClose: () => void }) {
  const { room } = useRoom();
  return (
    <>
      {room.open ? <IsOpen onClose={onClose} /> : <Opening onClose={onClose} />}
      <KeptRooms />
    </>
  );
}

function IsOpen({ onClose }: { onClose: () => void }) {
  const { room, ask } = useRoom();
  const [, setScreen] = useShared(sharedRoomScreen);
  const close = () => {
    setScreen(null);
    void ask('room.close', {});
  };
  return (
    <section aria-label="Open room" className={styles.part}>
      <p>{openWords(room.open!)}</p>
      <p className={styles.quiet}>
        The word is <b className="num">{room.open!.word}</b>. Phones joined: {room.joined}.
      </p>
      <Hotspot />
      <div className={styles.row}>
        <Button
          variant="primary"
          icon="screen"
          onClick={() => {
            setScreen('code');
            onClose();
          }}
        >
          Show the code
        </Button>
        <Button icon="close" onClick={close}>
          Close the room
        </Button>
      </div>
    </section>
  );
}

/** "wlan0, Wi-Fi". */
const kinds: Readonly<Record<RoomAddress['kind'], string>> = {
  wifi: 'Wi-Fi',
  wired: 'cable',
  other: 'another network',
  tunnel: 'a tunnel or a virtual network: probably no phone reaches it',
  here: 'this computer alone: no phone reaches it',
};

function Opening({ onClose }: { onClose: () => void }) {
  const { room, ask } = useRoom();
  const [, setScreen] = useShared(sharedRoomScreen);
  const [addresses, setAddresses] = useState<RoomAddress[] | null>(null);
  const [chosen, setChosen] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  useEffect(() => {
    void ask('room.addresses', {}).then((found) => setAddresses(found ?? []));
  }, [ask]);
  // The networks come after the dialog: its first focus is on what closes it.
  const main = useRef<HTMLButtonElement>(null);
  useEffect(() => main.current?.focus(), [addresses]);
  if (!addresses) return <p>Looking for networks …</p>;
  const host = chosen ?? addresses.find(({ likely }) => likely)?.host ?? null;
  const none = addresses.every(({ kind }) => kind === 'here');
  const open = async () => {
    setBusy(true);
    const view = await ask('room.open', { host: host! });
    setBusy(false);
    if (!view) return;
    setScreen('code');
    onClose();
  };
  return (
    <form
      className={styles.part}
      onSubmit={(event) => {
        event.preventDefault();
        void open();
      }}
    >
      {room.interrupted && (
        <p className={styles.note}>
          The room was open at {room.interrupted.address} when Lectern ended. Open it at the same
          address, and phones that had joined are back with their answers.
        </p>
      )}
      {none && (
        <p className={styles.note} role="status">
          This computer is on no network. You can open the room to try it here, but no phone can
          reach it. Join a Wi-Fi, or make a hotspot, and open this again.
        </p>
      )}
      <fieldset className={styles.addresses}>
        <legend>Where phones can reach it</legend>
        {addresses.map((one) => (
          <label key={one.host} className={styles.address}>
            <input
              type="radio"
              name="address"
              checked={one.host === host}
              onChange={() => setChosen(one.host)}
            />
            <span className="num">{one.host}</span>
            <span className={styles.quiet}>
              {one.kind === 'here' ? kinds.here : `${one.name}, ${kinds[one.kind]}`}
              {one.likely && !none ? ' (likely)' : ''}
            </span>
          </label>
        ))}
      </fieldset>
      <p className={styles.quiet}>
        Your computer’s firewall may ask whether Lectern may accept connections. Allow it for
        private networks; without that no phone gets in. The connection is plain HTTP: somebody on
        the same network could read what is sent.
      </p>
      <div className={styles.row}>
        <Button ref={main} variant="primary" type="submit" disabled={host === null || busy}>
          Open the room
        </Button>
      </div>
    </form>
  );
}

/** Many campus networks keep phones apart from computers: a hotspot of one's own does not. */
function Hotspot() {
  const [hotspot, setHotspot] = useShared(sharedHotspot);
  return (
    <details className={styles.hotspot}>
      <summary>Phones do not get through?</summary>
      <p className={styles.quiet}>
        Many campus networks keep devices apart. Switch on the hotspot of this computer or of your
        phone. Join it with this computer, and open the room at its address. Type the hotspot’s name
        and password here, and the big screen shows a second code that joins it. They are kept until
        Lectern ends.
      </p>
      <div className={styles.row}>
        <label>
          Network
          <input
            value={hotspot.network}
            maxLength={32}
            onChange={(event) => setHotspot({ ...hotspot, network: event.target.value })}
          />
        </label>
        <label>
          Password
          <input
            value={hotspot.password}
            maxLength={63}
            onChange={(event) => setHotspot({ ...hotspot, password: event.target.value })}
          />
        </label>
      </div>
    </details>
  );
}
