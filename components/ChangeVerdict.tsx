import type { ComponentChildren } from "preact";
import type { SayEvaluation } from "./evaluation_texts.ts";
import { Icon } from "./Icon.tsx";

export interface ChangeVerdictProps {
  /** Of the requirement. */
  name: string;
  isOpen: boolean;
  onToggle?: (isOpen: boolean) => void;
  t: SayEvaluation;
  /** The form. */
  children: ComponentChildren;
}

/** The button in a row that opens the form to change its verdict, in place. */
export function ChangeVerdict({ name, isOpen, onToggle, t, children }: ChangeVerdictProps) {
  return (
    <details
      class="change"
      open={isOpen}
      onToggle={(event) => onToggle?.(event.currentTarget.open)}
    >
      <summary
        class="btn btn-sm btn-quiet"
        aria-label={t("evaluation.change_of", { name })}
      >
        <Icon name="pencil" size={13} />
        {t("evaluation.change")}
      </summary>
      {children}
    </details>
  );
}
