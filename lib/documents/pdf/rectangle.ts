/** Whether pdf.js's path is one upright rectangle: four corners on two x and two y. */
export function isRectangle(path: ArrayLike<number> | null): boolean {
  if (!path) return false;
  const xs = new Set<number>();
  const ys = new Set<number>();
  const corners = new Set<string>(); // three of them are half of one
  for (let i = 0; i < path.length;) {
    const op = path[i++];
    if (op === 4) continue;
    if (op !== 0 && op !== 1) return false;
    const [x, y] = [path[i++] ?? 0, path[i++] ?? 0];
    xs.add(x);
    ys.add(y);
    corners.add(`${x} ${y}`);
  }
  return xs.size === 2 && ys.size === 2 && corners.size === 4;
}
