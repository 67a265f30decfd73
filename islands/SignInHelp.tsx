import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { dropAllDrafts } from "../components/drafts.ts";
import { Icon } from "../components/Icon.tsx";
import { ToolIcon } from "../components/ToolIcon.tsx";

export interface SignInHelpProps {
  /** Whether somebody is to come back to what they typed before their session ended. */
  keepsDrafts: boolean;
  /** What the button does, as long as the password is hidden. */
  label: string;
}

/** Shows the password before it; and sees to it that nothing of the last user stays in the tab. */
export function SignInHelp({ keepsDrafts, label }: SignInHelpProps) {
  const isShown = useSignal(false);
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (!keepsDrafts) dropAllDrafts();
  }, []);
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
