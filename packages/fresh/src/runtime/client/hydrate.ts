import { type ComponentChild, type ComponentType, Fragment, h, render } from "preact";
import { slotTemplateId } from "../marks.ts";
import { rootBetween } from "./root.ts";

export type IslandProps = Record<string, unknown>;

/** Stands in an island's props for the JSX that the server has drawn. */
export class SlotRef {
  constructor(readonly id: number) {}
}

interface Range {
  start: Comment;
  end: Comment;
}

interface Found extends Range {
  name: string;
  index: number;
}

/**
 * Finds the islands by the comments around them and draws each into its place, over the elements
 * that the server has drawn there. Islands within slots belong to the island around them.
 */
export function hydrate(
  container: Element,
  islands: Record<string, ComponentType>,
  props: IslandProps[],
): void {
  const page = new Page(islands, props);
  for (const found of page.scan(container)) {
    later(() => {
      const { start, end } = found;
      render(page.island(found), rootBetween(start, end));
    });
  }
}

/** Keeps the page responsive: each island in a task of its own. */
function later(task: () => void): void {
  const { scheduler } = globalThis as { scheduler?: { postTask(task: () => void): unknown } };
  if (scheduler === undefined) setTimeout(task);
  else scheduler.postTask(task);
}

class Page {
  #slots = new Map<number, Range>();
  #islands: Record<string, ComponentType>;
  #props: IslandProps[];

  constructor(islands: Record<string, ComponentType>, props: IslandProps[]) {
    this.#islands = islands;
    this.#props = props;
  }

  /** The outermost islands in a node; every slot in it is noted. */
  scan(node: Node): Found[] {
    const roots: Found[] = [];
    const open: { mark: string[]; start: Comment }[] = [];
    const comments = document.createTreeWalker(node, NodeFilter.SHOW_COMMENT);
    while (comments.nextNode()) {
      const comment = comments.currentNode as Comment; // by the filter
      if (comment.data.startsWith("frsh:")) {
        open.push({ mark: comment.data.split(":"), start: comment });
      } else if (comment.data.startsWith("/frsh:")) {
        const { mark: [, kind, what = "", index], start } = open.pop() ?? { mark: [] };
        if (start === undefined) continue;
        const range = { start, end: comment };
        if (kind === "slot") this.#slots.set(Number(what), range);
        else if (open.length === 0) roots.push({ ...range, name: what, index: Number(index) });
      }
    }
    return roots;
  }

  /** An island's element, with its slots read back from the page. */
  island({ name, index }: { name: string; index: number }): ComponentChild {
    const component = this.#islands[name];
    if (component === undefined) throw new Error(`Unknown island: ${name}`);
    const props: IslandProps = {};
    for (const [key, value] of Object.entries(this.#props[index] ?? {})) {
      props[key] = value instanceof SlotRef ? this.#slot(value.id) : value;
    }
    return h(component, props);
  }

  #slot(id: number): ComponentChild {
    let range = this.#slots.get(id);
    const template = document.getElementById(slotTemplateId(id));
    if (range === undefined && template instanceof HTMLTemplateElement) {
      this.scan(template.content);
      range = this.#slots.get(id);
    }
    if (range === undefined) return null;
    return h(Fragment, null, ...this.#children(range.start.nextSibling, range.end));
  }

  /** Elements for the nodes from one up to another. */
  #children(from: Node | null, end: Node | null): ComponentChild[] {
    const children: ComponentChild[] = [];
    for (let node = from; node !== null && node !== end; node = node.nextSibling) {
      if (node instanceof Text) children.push(node.data);
      else if (node instanceof Element) children.push(this.#element(node));
      else if (node instanceof Comment && node.data.startsWith("frsh:island:")) {
        const [, , name = "", index] = node.data.split(":");
        children.push(this.island({ name, index: Number(index) }));
        node = closing(node);
      }
    }
    return children;
  }

  #element(element: Element): ComponentChild {
    const props: Record<string, unknown> = {};
    for (const { name, value } of element.attributes) {
      const isFlag = typeof element[name as keyof Element] === "boolean";
      props[name] = isFlag && value === "" ? true : value;
    }
    // A template's children hang on its content, where preact does not look.
    if (element instanceof HTMLTemplateElement) {
      return h("template", { ...props, dangerouslySetInnerHTML: { __html: element.innerHTML } });
    }
    return h(element.localName, props, ...this.#children(element.firstChild, null));
  }
}

/** The comment that closes an island, past those that lie within. */
function closing(start: Comment): Node {
  let depth = 0;
  for (let node: Node | null = start; node !== null; node = node.nextSibling) {
    if (!(node instanceof Comment)) continue;
    if (node.data.startsWith("frsh:island:")) depth++;
    else if (node.data === "/frsh:island" && --depth === 0) return node;
  }
  return start;
}
