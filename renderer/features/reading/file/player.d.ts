declare module 'lectern:player' {
  /** Script and style of an exported lecture. `hash` is the script's, as a policy names it. */
  export const player: { script: string; style: string; hash: string };
}
