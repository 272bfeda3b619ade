/** A small arrow head whose point is at x, y; steep where the arrow comes down. */
export function arrowHead(x: number, y: number, way: number, steep = false): string {
  return steep
    ? `M${x + way * 2} ${y + 2.5}L${x - way * 6.5} ${y - 1.5}L${x - way * 0.5} ${y - 7}Z`
    : `M${x + way * 2} ${y}L${x - way * 5} ${y - 4}L${x - way * 5} ${y + 4}Z`;
}
