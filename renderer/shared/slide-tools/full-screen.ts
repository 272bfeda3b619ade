/** Whether this window fills its screen, by its own key or the browser's. */
export const isFullScreen = (): boolean =>
  document.fullscreenElement !== null || matchMedia('(display-mode: fullscreen)').matches;

/** Over the whole screen, where it is not yet. Refused as `toggleFullScreen` is. */
export async function enterFullScreen(): Promise<void> {
  if (!document.fullscreenElement) await toggleFullScreen();
}

/** Over the whole screen, or back. Refused where the browser does not allow it, such as in a frame: all then stays as large as it is. */
export async function toggleFullScreen(): Promise<void> {
  await (
    document.fullscreenElement
      ? document.exitFullscreen()
      : document.documentElement.requestFullscreen()
  ).catch(() => undefined);
}
