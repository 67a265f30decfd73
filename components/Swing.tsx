export interface SwingProps {
  /** How far to the left of the middle, and to the right. */
  left: number;
  right: number;
  /** What fills one half. */
  max: number;
}

/** A bar to both sides of a middle. It repeats the words beside it, so readers skip it. */
export function Swing({ left, right, max }: SwingProps) {
  const width = (value: number) => `${Math.round(value / Math.max(1, max) * 500) / 10}%`;
  return (
    <svg class="swing" aria-hidden="true">
      <rect class="swing-track" y="5.5" width="100%" height="1" />
      <svg x={`${50 - Number.parseFloat(width(left))}%`} width={width(left)} height="12">
        <rect class="swing-up" y="2" width="100%" height="8" />
      </svg>
      <rect class="swing-down" x="50%" y="2" width={width(right)} height="8" />
      <rect class="swing-middle" x="50%" width="1.5" height="12" />
    </svg>
  );
}
