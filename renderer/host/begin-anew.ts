/**
 * Loads this window anew after another lecture was opened: at its first slide, or as the presenter's window where it is one. What its
 * slides are made of is fixed when a window opens.
 */
export function beginAnew(): void {
  if (!location.hash.startsWith('#/present'))
    history.replaceState(null, '', location.pathname + location.search);
  location.reload();
}
