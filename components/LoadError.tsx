import type { ComponentChildren } from "preact";
import { Icon } from "./Icon.tsx";

export interface LoadErrorProps {
  title: string;
  /** What is safe, and the reference to ask with. */
  more: string;
  /** What to do. */
  children?: ComponentChildren;
}

/** In the place of content that could not be had. */
export function LoadError({ title, more, children }: LoadErrorProps) {
  return (
    <div role="alert">
      <p class="flex items-center gap-1.5 font-medium text-no-fg">
        <Icon name="alert" size={14} />
        {title}
      </p>
      <p class="text-fg-2">{more}</p>
      {children && <div class="mt-2 flex flex-wrap gap-2">{children}</div>}
    </div>
  );
}
