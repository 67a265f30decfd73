import type { ComponentChildren, VNode } from "preact";
import { Icon, type IconName } from "./Icon.tsx";

interface Look {
  /** Primary: one a view. Danger: what cannot be undone. */
  kind?: "primary" | "plain" | "quiet" | "danger";
  size?: "normal" | "small" | "tall";
  icon?: IconName | VNode;
  /** Words that stand for an icon alone. */
  label?: string;
  class?: string;
  children?: ComponentChildren;
}

export interface ButtonProps extends Look {
  type?: "submit" | "button";
  /** The form that it sends, when it stands outside of it. */
  form?: string;
  name?: string;
  value?: string;
  disabled?: boolean;
  /** Keeps its width, shows a turning ring and takes no second press. */
  busy?: boolean;
  title?: string;
  onClick?: (event: MouseEvent) => void;
}

/** A button; it sends its form unless its type says otherwise. */
export function Button(props: ButtonProps) {
  const { type = "submit", busy, disabled, label, ...rest } = props;
  return (
    <button
      type={type}
      class={classOf(props)}
      form={rest.form}
      name={rest.name}
      value={rest.value}
      disabled={disabled}
      title={rest.title}
      aria-label={label}
      aria-busy={busy ? "true" : undefined}
      aria-disabled={busy ? "true" : undefined}
      onClick={rest.onClick}
    >
      {busy ? <Icon name="ring" class="spinner" size={iconSize(props)} /> : <Content {...props} />}
      {busy && props.children}
    </button>
  );
}

/** A link that looks like a button. */
export function ButtonLink(
  { href, download, ...look }: Look & { href: string; download?: boolean },
) {
  return (
    <a href={href} class={classOf(look)} aria-label={look.label} download={download}>
      <Content {...look} />
    </a>
  );
}

function Content({ icon, size, children }: Look) {
  return (
    <>
      {typeof icon === "string" ? <Icon name={icon} size={iconSize({ size })} /> : icon}
      {children}
    </>
  );
}

function iconSize({ size }: Look): number {
  return size === "small" ? 14 : 15;
}

function classOf({ kind = "plain", size = "normal", label, children, class: extra }: Look): string {
  const isIcon = label !== undefined && children === undefined;
  return [
    "btn",
    kind !== "plain" && `btn-${kind}`,
    size === "small" && "btn-sm",
    size === "tall" && "btn-tall",
    isIcon && "btn-icon",
    extra,
  ].filter(Boolean).join(" ");
}
