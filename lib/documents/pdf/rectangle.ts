/** Whether pdf.js's path is one upright rectangle: four corners on two x and two y. */
export function isRectangle(path: ArrayLike<number> | null): boolean {
  if (!path) return false;
  const xs = new Set<number>();
  const ys = new Set<number>();
  for (let i = 0; i < path.length;) {
    const op = path[i++];
    if (op === 4) continue;
    if (op !== 0 && op !== 1) return false;
    xs.add(path[i++] ?? 0);
    ys.add(path[i++] ?? 0);
  }
  return xs.size === 2 && ys.size === 2;
}
