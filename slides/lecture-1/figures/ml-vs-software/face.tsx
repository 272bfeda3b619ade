import styles from './face.module.css';

export type Person = 'bea' | 'gus' | 'jun';
export type Glasses = 'none' | 'plain' | 'key';

/** Hair behind and before the face, by person; faces are invented. */
const looks: Record<Person, { skin: string; back: string; front: string }> = {
  bea: {
    skin: styles.skin1!,
    back: 'M34 112C24 20 136 20 126 112v30c0 8-12 8-14 0H48c-2 8-14 8-14 0Z',
    front: 'M40 88c4-40 30-48 44-46 20 0 34 14 36 46-16-6-32-16-40-30-8 14-24 26-40 30Z',
  },
  gus: {
    skin: styles.skin2!,
    back: '',
    front: 'M40 78c0-10 4-18 10-22 2 6-2 14-3 26ZM120 78c0-10-4-18-10-22-2 6 2 14 3 26Z',
  },
  jun: {
    skin: styles.skin1!,
    back: '',
    front:
      'M38 86c-4-34 14-56 44-56 32 0 44 22 40 56-6-14-10-22-16-28-18 6-42 6-56-2-6 8-10 16-12 30Z',
  },
};

/** A face of flat shapes on a 160 × 180 ground, turned by `turn` degrees with whatever it wears. */
export function Face({
  person,
  glasses,
  turn = 0,
}: {
  person: Person;
  glasses: Glasses;
  turn?: number;
}) {
  const { skin, back, front } = looks[person];
  return (
    <g>
      <rect width="160" height="180" rx="8" className={styles.ground} />
      <path className={styles.clothes} d="M16 180c6-28 34-34 64-34s58 6 64 34Z" />
      <g transform={`rotate(${turn} 80 120)`}>
        {back && <path className={styles.hair} d={back} />}
        <path className={skin} d="M66 128h28v30c-8 8-20 8-28 0Z" />
        <ellipse cx="80" cy="96" rx="41" ry="50" className={skin} />
        <path className={styles.hair} d={front} />
        <circle cx="63" cy="92" r="4.500" className={styles.eye} />
        <circle cx="97" cy="92" r="4.500" className={styles.eye} />
        <path
          className={styles.line}
          d="M80 98v12M66 124c8 7 20 7 28 0M54 79c5-4 12-4 17-1M106 79c-5-4-12-4-17-1"
        />
        {glasses === 'plain' && (
          <>
            <circle cx="62" cy="93" r="14.500" className={styles.plain} />
            <circle cx="98" cy="93" r="14.500" className={styles.plain} />
            <path className={styles.plain} d="M76 92h8M47 90l-9-3M113 90l9-3" />
          </>
        )}
        {glasses === 'key' && (
          <>
            <rect x="44" y="78" width="31" height="28" rx="3" className={styles.key} />
            <rect x="85" y="78" width="31" height="28" rx="3" className={styles.key} />
            <path className={styles.keyBar} d="M75 90h10M40 86l-8-2M120 86l8-2" />
          </>
        )}
      </g>
    </g>
  );
}
