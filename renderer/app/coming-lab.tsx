import { useEffect } from 'react';
import { Button } from '../kit/button.tsx';
import { Dialog } from '../kit/dialog.tsx';
import { Icon } from '../kit/icon.tsx';
import styles from './coming-lab.module.css';
import { lecture } from './lecture.ts';

/** What is known of a lab that is not there yet; null for one that is. */
export const comingLab = (id: string): { title: string; about: string } | null => (Object.hasOwn(lecture.comingLabs, id) ? lecture.comingLabs[id]! : null);

/** Over the slide: what the lab will do, and that it can't be opened yet. */
export function ComingCard({ id, onClose }: { id: string | null; onClose: () => void }) {
  const lab = id === null ? null : comingLab(id);
  return (
    <Dialog open={lab !== null} onClose={onClose} title={lab ? `Coming lab: ${lab.title}` : ''} actions={<Button variant="primary" onClick={onClose}>Back to the slide</Button>}>
      {lab && <About about={lab.about} />}
    </Dialog>
  );
}

/** In the place of the lab's own screen, where an address named it. */
export function ComingRoom({ id, onBack }: { id: string; onBack: () => void }) {
  const lab = comingLab(id)!;
  useEffect(() => {
    document.title = `${lab.title} · Lectern`;
  }, [lab]);
  return (
    <main className={styles.room}>
      <section className={styles.card} aria-labelledby="coming">
        <h1 id="coming">Coming lab: {lab.title}</h1>
        <About about={lab.about} />
        <Button variant="primary" icon="chevron-left" onClick={onBack}>Back to the slides</Button>
      </section>
    </main>
  );
}

function About({ about }: { about: string }) {
  return (
    <div className={styles.about}>
      <p>{about}</p>
      <p className={styles.yet}>
        <Icon name="info" />
        <span>This lab is being built and can’t be opened yet. The slide says what it needs to without it, and nothing you did elsewhere is changed.</span>
      </p>
    </div>
  );
}
