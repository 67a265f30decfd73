/** Bars in the shape of what is coming, for what takes longer than 300 ms; each a share of the width. */
export function Skeleton(
  { label, bars }: { label: string; bars: readonly ("short" | "half" | "long")[] },
) {
  return (
    <div class="skeleton" aria-busy="true">
      <span class="sr-only">{label}</span>
      {bars.map((bar, index) => <span key={index} class={`bar-${bar}`} />)}
    </div>
  );
}
