import { useEffect } from "preact/hooks";
import { dropAllDrafts } from "../components/drafts.ts";
import { ShowPassword } from "./ShowPassword.tsx";

export interface SignInHelpProps {
  /** Whether somebody is to come back to what they typed before their session ended. */
  keepsDrafts: boolean;
  /** What the button does, as long as the password is hidden. */
  label: string;
}

/** Shows the password before it; and sees to it that nothing of the last user stays in the tab. */
export function SignInHelp({ keepsDrafts, label }: SignInHelpProps) {
  useEffect(() => {
    if (!keepsDrafts) dropAllDrafts();
  }, []);
  return <ShowPassword label={label} />;
}
