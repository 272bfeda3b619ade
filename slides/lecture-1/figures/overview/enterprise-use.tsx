import drawing from './drawing.module.css';
import styles from './enterprise-use.module.css';

/**
 * The four uses named most, of those who answered. For the first two the summary at hand says only "almost 40 %":
 * their bars are solid as far as the third (they rank above it) and dotted from there to 40.
 */
const uses = [
  { name: 'Reducing costs', where: 'inside', atLeast: 34, label: 'almost 40 %' },
  { name: 'Customer insights', where: 'inside', atLeast: 34, label: 'almost 40 %' },
  { name: 'Customer experience', where: 'customers', atLeast: 34, label: '34 %' },
  { name: 'Internal processes', where: 'inside', atLeast: 30, label: '30 %' },
] as const;

const left = 320;
const perCent = 15;
const pitch = 72;
const thick = 40;

/** How often enterprises name a use of ML. Filled: work inside the company; hollow: in front of customers. */
export function EnterpriseUse() {
  const label =
    `Bar chart. ${uses.map(({ name, label: value }) => `${name}: ${value}`).join('. ')}. ` +
    'Three of the four work inside the company.';
  return (
    <svg
      className={`${drawing.figure} ${styles.figure}`}
      viewBox="0 0 1136 396"
      width="1136"
      height="396"
      role="img"
      aria-label={label}
    >
      {[0, 10, 20, 30, 40].map((tick) => (
        <g key={tick}>
          <path className={styles.grid} d={`M${left + tick * perCent} 0V${4 * pitch}`} />
        </g>
      ))}
      {uses.map(({ name, where, atLeast, label: value }, index) => {
        const y = index * pitch + (pitch - thick) / 2;
        const open = value.startsWith('almost');
        const end = left + (open ? 40 : atLeast) * perCent;
        return (
          <g key={name}>
            <text x="0" y={y + 30} className={drawing.strong}>
              {name}
            </text>
            {where === 'inside' ? (
              <rect
                className={styles.bar}
                data-where={where}
                x={left}
                y={y}
                width={atLeast * perCent}
                height={thick}
              />
            ) : (
              <rect
                className={styles.bar}
                data-where={where}
                x={left + 1.5}
                y={y + 1.5}
                width={atLeast * perCent - 3}
                height={thick - 3}
              />
            )}
            {open && (
              <path
                className={styles.open}
                d={`M${left + atLeast * perCent} ${y + 1.5}H${end - 2}V${y + thick - 1.5}H${left + atLeast * perCent}`}
              />
            )}
            <text x={end + 18} y={y + 30}>
              {value}
            </text>
          </g>
        );
      })}
      <path className={drawing.edge} d={`M${left} 0V${4 * pitch}`} />
      <rect className={styles.bar} x={left} y="320" width="34" height="24" />
      <text x={left + 48} y="342" className={drawing.quiet}>
        inside the company
      </text>
      <rect
        className={styles.bar}
        data-where="customers"
        x={left + 361.5}
        y="321.500"
        width="31"
        height="21"
      />
      <text x={left + 408} y="342" className={drawing.quiet}>
        in front of customers
      </text>
      <text x="0" y="388" className={drawing.quiet}>
        Also named, no figure found: keeping customers, fraud, recommending, demand
      </text>
    </svg>
  );
}
