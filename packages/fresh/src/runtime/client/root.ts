/**
 * Lets preact draw between two nodes as if they were an element of their own, so that several
 * islands can share a parent.
 */
export function rootBetween(start: Node, end: Node): Element {
  const parent = start.parentNode as Element; // the comments are in the document
  const childNodes = () => {
    const nodes: Node[] = [];
    for (let node = start.nextSibling; node !== null && node !== end; node = node.nextSibling) {
      nodes.push(node);
    }
    return nodes;
  };
  const root = {
    nodeType: Node.ELEMENT_NODE,
    localName: parent.localName,
    namespaceURI: parent.namespaceURI,
    parentNode: parent,
    nextSibling: null,
    get firstChild() {
      return start.nextSibling === end ? null : start.nextSibling;
    },
    get childNodes() {
      return childNodes();
    },
    contains: (node: Node | null) => parent.contains(node),
    insertBefore: (node: Node, before: Node | null) => parent.insertBefore(node, before ?? end),
    appendChild: (node: Node) => parent.insertBefore(node, end),
    removeChild: (node: Node) => parent.removeChild(node),
  };
  return root as unknown as Element; // all of an element that preact asks for
}
