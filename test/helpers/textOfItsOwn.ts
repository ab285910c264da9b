import { afterEach, beforeEach, expect } from 'vitest';

/**
 * A browser that translates the page puts an element in place of each text. React forgives that where a text is all that its
 * element holds: it knows the element alone, and writes into it. A text with something beside it is a node that React holds on
 * to: the page goes blank when it is to be removed, and goes on showing the old one when it is to change. React marks the nodes
 * that it holds: https://github.com/facebook/react/blob/main/packages/react-dom-bindings/src/client/ReactDOMComponentTree.js
 */
function isHeldByReact(node: Node): boolean {
  return node instanceof Text && Object.keys(node).some((key) => key.startsWith('__reactFiber$'));
}

let found: string[] = [];

function look(records: readonly MutationRecord[]) {
  for (const added of records.flatMap((record) => [...record.addedNodes])) {
    const texts = document.createNodeIterator(added, NodeFilter.SHOW_TEXT);
    for (let text = texts.nextNode(); text !== null; text = texts.nextNode()) {
      if (isHeldByReact(text)) found.push(text.nodeValue ?? '');
    }
  }
}

const observer = new MutationObserver(look);

beforeEach(() => {
  found = [];
  observer.observe(document.body, { childList: true, subtree: true });
});

afterEach(() => {
  look(observer.takeRecords());
  observer.disconnect();
  expect(found, 'texts with something beside them').toEqual([]);
});
