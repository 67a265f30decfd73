import type { ComponentChildren } from "preact";
import { Icon, type IconName } from "./Icon.tsx";

/** A line that says something about the whole page: information, a warning or an error. */
export function Notice(
  { kind = "info", children }: { kind?: "info" | "warn" | "stop"; children: ComponentChildren },
) {
  const icon: IconName = kind === "info" ? "info" : "alert";
  const look = kind === "info" ? "note" : `note note-${kind}`;
  return (
    <div class={look} role={kind === "stop" ? "alert" : "status"}>
      <Icon name={icon} size={14} />
      <div class="sentence min-w-0 flex-1">{children}</div>
    </div>
  );
}

/** What was just done, at the foot of the page, with its undo; drawn by the server. */
export function Toast({ children }: { children: ComponentChildren }) {
  return (
    <div class="toasts">
      <ToastLine>{children}</ToastLine>
    </div>
  );
}

/** The message itself. */
export function ToastLine({ children }: { children: ComponentChildren }) {
  return <div class="toast" role="status">{children}</div>;
}
