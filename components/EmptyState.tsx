import type { ComponentChildren } from "preact";

export interface EmptyStateProps {
  id?: string;
  title: string;
  advice: string;
  /** The button that does what the advice says. */
  children?: ComponentChildren;
}

/** In the place of content that is not there yet: what to do, with the button at hand. */
export function EmptyState({ id, title, advice, children }: EmptyStateProps) {
  return (
    <section class="mt-10 max-w-[560px]" id={id}>
      <h2>{title}</h2>
      <p class="text-fg-2">{advice}</p>
      {children && <div class="mt-3 flex flex-wrap gap-2">{children}</div>}
    </section>
  );
}
