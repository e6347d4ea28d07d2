import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import ts from 'typescript';

/** A file of the project as the rules see it. */
export interface Source {
  /** From the root, with forward slashes. */
  readonly path: string;
  readonly text: string;
  readonly tree: ts.SourceFile;
}

/** Reads one text as a source. */
export function sourceOf(path: string, text: string): Source {
  return { path, text, tree: ts.createSourceFile(path, text, ts.ScriptTarget.ES2023, true) };
}

/** Reads every TypeScript file below some folders of a root. */
export function sourcesBelow(root: string, folders: readonly string[]): Source[] {
  return folders.flatMap((folder) =>
    readdirSync(join(root, folder), { withFileTypes: true, recursive: true })
      .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
      .map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
      .map((path) => sourceOf(path, readFileSync(join(root, path), 'utf8'))),
  );
}

/** Every node of a source, from top to bottom. */
export function nodesOf({ tree }: Source): ts.Node[] {
  const nodes: ts.Node[] = [];
  const visit = (node: ts.Node): void => {
    nodes.push(node);
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return nodes;
}

/** Where each imported name comes from, such as `KernEntity` from `../kernen/kern.entity.ts`. */
export function importedNames(source: Source): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const statement of source.tree.statements.filter(ts.isImportDeclaration)) {
    const bindings = statement.importClause?.namedBindings;
    if (!bindings || !ts.isNamedImports(bindings) || !ts.isStringLiteral(statement.moduleSpecifier)) continue;
    for (const { name } of bindings.elements) names.set(name.text, statement.moduleSpecifier.text);
  }
  return names;
}

/** The name that a decorator has, with or without arguments. */
export function decoratorName({ expression }: ts.Decorator): string {
  return (ts.isCallExpression(expression) ? expression.expression : expression).getText();
}

/** The name of what is called: `insert` of `manager.insert(…)`. */
export function calledName(call: ts.CallExpression): string {
  const { expression } = call;
  return ts.isPropertyAccessExpression(expression) ? expression.name.text : expression.getText();
}
