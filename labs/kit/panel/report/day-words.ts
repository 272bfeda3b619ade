/** The day of a report, as it is read: "1 March 2026". */
export const dayWords = (day: Date): string =>
  day.toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric' });
