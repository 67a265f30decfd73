let isAsked = false;

/** Says that this process stops soon: it answers still, and wants no more. */
export function startDraining(): void {
  isAsked = true;
}

/** Whether this process stops soon. */
export function isDraining(): boolean {
  return isAsked;
}
