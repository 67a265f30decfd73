import type { ComponentChildren } from "preact";

export interface AskDialogProps {
  /** What the button that opens it names as its `popovertarget`. */
  id: string;
  title: string;
  /** Where the answer is sent. */
  action: string;
  /** The words of the button that does it. */
  yes: string;
  cancel: string;
  /** Where to come back to. */
  back?: string;
  /** What goes with it. */
  children: ComponentChildren;
}

/**
 * Asks before something that cannot be undone. It opens without any JavaScript; Escape closes, and
 * the focus returns by itself.
 */
export function AskDialog({ id, title, action, yes, cancel, back, children }: AskDialogProps) {
  return (
    <dialog class="dialog" id={id} popover="auto" aria-labelledby={`${id}-title`}>
      <form method="post" action={action} class="grid gap-3">
        {back !== undefined && <input type="hidden" name="back" value={back} />}
        <h2 id={`${id}-title`}>{title}</h2>
        <div class="text-fg-2">{children}</div>
        <div class="flex justify-end gap-2">
          <button
            type="button"
            class="btn"
            popovertarget={id}
            popovertargetaction="hide"
            // The harmless answer is the one that Enter gives.
            autofocus
          >
            {cancel}
          </button>
          <button type="submit" class="btn btn-danger">{yes}</button>
        </div>
      </form>
    </dialog>
  );
}
