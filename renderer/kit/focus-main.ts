/**
 * Puts the focus on the room's main region: a screen reader says where one is, and Tab goes on from there. For when what had the
 * focus is gone. False where the room has no main region yet.
 */
export function focusMain(): boolean {
  const main = document.querySelector('main');
  if (!main) return false;
  if (!main.hasAttribute('tabindex')) main.tabIndex = -1;
  main.focus({ preventScroll: true });
  return true;
}
