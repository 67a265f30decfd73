import { useSignal } from "@preact/signals";
import { useRef } from "preact/hooks";
import { Icon } from "../components/Icon.tsx";
import { ToolIcon } from "../components/ToolIcon.tsx";

export interface ShowPasswordProps {
  /** What the button does, as long as the password is hidden. */
  label: string;
}

/** Shows the password of the field that it stands in, and hides it again. */
export function ShowPassword({ label }: ShowPasswordProps) {
  const isShown = useSignal(false);
  const button = useRef<HTMLButtonElement>(null);
  const toggle = () => {
    isShown.value = !isShown.value;
    const field = button.current?.closest(".password")?.querySelector("input");
    if (field) field.type = isShown.value ? "text" : "password";
  };
  return (
    <button
      type="button"
      ref={button}
      class="password-eye with-script"
      aria-label={label}
      aria-pressed={isShown.value ? "true" : "false"}
      title={label}
      onClick={toggle}
    >
      {isShown.value ? <Icon name="eye-off" /> : <ToolIcon name="eye" />}
    </button>
  );
}
