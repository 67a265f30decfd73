import { type ComponentChildren, isValidElement, toChildArray, type VNode } from "preact";

/** Brings the document's head in line with the elements of a Head that an island draws. */
export function updateHead(children: ComponentChildren): void {
  for (const child of toChildArray(children)) {
    if (isValidElement(child) && typeof child.type === "string") {
      updateElement(child.type, child as VNode<Record<string, unknown>>);
    }
  }
}

function updateElement(tag: string, vnode: VNode<Record<string, unknown>>): void {
  const text = toChildArray(vnode.props.children as ComponentChildren)
    .filter((part) => typeof part !== "object").join("");
  if (tag === "title") {
    document.title = text;
    return;
  }
  const element = findElement(tag, vnode) ?? document.head.appendChild(document.createElement(tag));
  if (vnode.key != null) element.setAttribute("data-key", String(vnode.key));
  if (element.textContent !== text) element.textContent = text;
  for (const [name, value] of Object.entries(vnode.props)) {
    if (name === "children") continue;
    if (value == null || value === false) element.removeAttribute(name);
    else element.setAttribute(name, value === true ? "" : String(value));
  }
}

function findElement(tag: string, { key, props }: VNode<Record<string, unknown>>): Element | null {
  const find = (name: string, value: unknown) =>
    document.head.querySelector(`${tag}[${name}="${CSS.escape(String(value))}"]`);
  if (key != null) return find("data-key", key);
  if (props.id !== undefined) return find("id", props.id);
  if (tag === "meta" && props.name !== undefined) return find("name", props.name);
  if (tag === "meta" && props.property !== undefined) return find("property", props.property);
  if (tag === "link" && props.href !== undefined) return find("href", props.href);
  return tag === "base" ? document.head.querySelector("base") : null;
}
