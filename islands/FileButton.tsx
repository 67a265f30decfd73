import { ToolIcon } from "../components/ToolIcon.tsx";

export interface FileButtonProps {
  name: string;
  accept: string;
  label: string;
}

/** Chooses a file and sends the form with it at once. */
export function FileButton({ name, accept, label }: FileButtonProps) {
  return (
    <label class="btn file-field with-script">
      <ToolIcon name="upload" />
      {label}
      <input
        type="file"
        name={name}
        accept={accept}
        onChange={(event) => {
          if (event.currentTarget.value !== "") event.currentTarget.form?.requestSubmit();
        }}
      />
    </label>
  );
}
