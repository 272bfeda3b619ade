import { useEffect, useState } from 'react';
import type { KeptRoom } from '../../../main/contract/room.ts';
import { downloadBlob } from '../../charts/download.ts';
import { Button } from '../../kit/button.tsx';
import { roomReport } from './room-report.ts';
import { roomRows } from './room-csv.ts';
import { useRoom } from './use-room.ts';
import styles from './room-dialog.module.css';

/** A day and time in this computer's time zone. */
const moment = (iso: string) =>
  new Date(iso).toLocaleString('en-GB', { dateStyle: 'medium', timeStyle: 'short' });

const nameOf = ({ number, begunAt, problem }: KeptRoom): string => {
  if (problem === 'newer') return `Class ${number}: kept by a newer version of Lectern`;
  if (problem === 'damaged' || begunAt === null) return `Class ${number}: its file is damaged`;
  return moment(begunAt);
};

/** The answers of this class and of earlier ones: to be saved as a table or a page, and deleted. */
export function KeptRooms() {
  const { room, ask } = useRoom();
  const [kept, setKept] = useState<KeptRoom[]>([]);
  const open = room.open !== null;
  useEffect(() => {
    void ask('room.list', {}).then((list) => setKept(list ?? []));
  }, [ask, open]);
  if (kept.length === 0) return null;
  const remove = async (number: number) => {
    if (await ask('room.delete', { number }))
      setKept((list) => list.filter((one) => one.number !== number));
  };
  return (
    <section className={styles.kept} aria-labelledby="kept-rooms">
      <h3 id="kept-rooms">What rooms answered</h3>
      <ul>
        {kept.map((one) => (
          <Kept key={one.number} one={one} onDelete={() => void remove(one.number)} />
        ))}
      </ul>
    </section>
  );
}

function Kept({ one, onDelete }: { one: KeptRoom; onDelete: () => void }) {
  const { ask } = useRoom();
  const [asking, setAsking] = useState(false);
  const name = nameOf(one);
  const save = async (as: 'csv' | 'html') => {
    const file = await ask('room.file', { number: one.number });
    if (!file) return;
    const title = `room-class-${one.number}.${as}`;
    if (as === 'html')
      return downloadBlob(title, new Blob([roomReport(file, name)], { type: 'text/html' }));
    const { csvText } = await import('../../../labs/data/write-csv.ts');
    downloadBlob(title, new Blob([csvText(roomRows(file))], { type: 'text/csv' }));
  };
  const counts = one.problem === null ? `, ${one.joined} phones, ${one.asked} asked` : '';
  if (asking)
    return (
      <li>
        <span className={styles.name}>{name}</span>
        <Button icon="trash" onClick={onDelete}>
          Delete for good
        </Button>
        <Button variant="quiet" onClick={() => setAsking(false)}>
          Keep it
        </Button>
      </li>
    );
  return (
    <li>
      <span className={styles.name}>{`${name}${counts}`}</span>
      {one.problem === null && (
        <>
          <Button icon="table" aria-label={`CSV of ${name}`} onClick={() => void save('csv')}>
            CSV
          </Button>
          <Button icon="notes" aria-label={`Page of ${name}`} onClick={() => void save('html')}>
            Page to print
          </Button>
        </>
      )}
      {one.problem !== 'newer' && (
        <Button
          variant="quiet"
          icon="trash"
          aria-label={`Delete the answers of ${name}`}
          onClick={() => setAsking(true)}
        />
      )}
    </li>
  );
}
