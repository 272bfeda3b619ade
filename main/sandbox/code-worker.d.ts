declare module 'lectern:code-worker' {
  /** The worker and its packages as one script. */
  export const source: string;
  /** QuickJS in WebAssembly, in base64. */
  export const wasm: string;
}
