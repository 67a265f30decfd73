/** Round figures from 0 to the most of a chart, three to six of them. */
export function chartSteps(most: number): number[] {
  const rough = Math.max(1, most / 3);
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [5, 2, 1].map((one) => one * power).find((one) => one <= rough) ?? 1;
  return Array.from({ length: Math.floor(most / step) + 1 }, (_, place) => place * step);
}
