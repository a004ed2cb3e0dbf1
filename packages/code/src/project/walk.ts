import { ts } from 'ts-morph';

/**
 * Goes through a tree in the order of the text, without recursion: code may be nested deeper than a stack goes. `visit` tells whether what lies inside
 * a node is looked at, too. Types are left out.
 */
export const walk = (root: ts.Node, visit: (node: ts.Node) => boolean): void => {
  const open: ts.Node[] = [root];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (ts.isTypeNode(node) && !ts.isExpressionWithTypeArguments(node)) continue;
    if (!visit(node)) continue;
    const inside: ts.Node[] = [];
    ts.forEachChild(node, (child) => {
      inside.push(child);
    });
    for (let child = inside.pop(); child !== undefined; child = inside.pop()) open.push(child);
  }
};
