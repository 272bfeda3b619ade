type Numbers = readonly number[];

const logistic = (sum: number) => 1 / (1 + Math.exp(-sum));

/** The reference: by the change of the sum, without a covered picture. */
export function referenceMap(
  pixels: Numbers,
  weights: Numbers,
  side: number,
  patch: number,
): number[] {
  const sum = pixels.reduce((all, pixel, i) => all + pixel * weights[i]!, 0);
  const places = side - patch + 1;
  return Array.from({ length: places * places }, (_, place) => {
    const top = Math.floor(place / places);
    const left = place % places;
    const change = pixels.reduce((all, pixel, i) => {
      const [x, y] = [i % side, Math.floor(i / side)];
      const inside = x >= left && x < left + patch && y >= top && y < top + patch;
      return inside ? all + (0.5 - pixel) * weights[i]! : all;
    }, 0);
    return logistic(sum) - logistic(sum + change);
  });
}
