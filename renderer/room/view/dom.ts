type Child = Node | string | null | false;

type Attributes = Readonly<
  Record<string, string | number | boolean | ((event: Event) => void) | null>
>;

/**
 * One element. Text becomes text, never markup; what begins with `on` is listened to; `true` is an
 * attribute without a value, `false` and null are none.
 */
export function el<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') made.addEventListener(name.slice(2), value);
    else if (value !== null && value !== false)
      made.setAttribute(name, value === true ? '' : String(value));
  }
  made.append(...children.filter((child) => child !== null && child !== false));
  return made;
}

/** Draws anew only where what it is drawn from has changed: what a person is typing in stays. */
export class Drawn {
  private last = '';

  constructor(readonly place: HTMLElement) {}

  draw(from: unknown, make: () => Child[]): void {
    const signature = JSON.stringify(from);
    if (signature === this.last) return;
    this.last = signature;
    const focused = document.activeElement?.id;
    this.place.replaceChildren(...make().filter((child) => child !== null && child !== false));
    // A button that was pressed and drawn anew keeps the focus.
    if (focused) document.getElementById(focused)?.focus({ preventScroll: true });
  }
}
