import { posix } from "node:path";
import { parseAst } from "vitest/node";

/** A node of the syntax tree; which fields it has depends on its type. */
export interface Node {
  readonly type: string;
  readonly start: number;
  readonly [field: string]: unknown;
}

export interface SourceFile {
  /** From the project's root, with forward slashes. */
  readonly path: string;
  readonly text: string;
  readonly tree: Node;
}

export const readSource = (path: string, text: string): SourceFile => ({
  path,
  text,
  tree: parseAst(text, { lang: "ts" }, path) as unknown as Node,
});

export interface Import {
  /** As written, "../db/db.ts". */
  readonly written: string;
  /** The file it leads to, from the root; null for a package. */
  readonly file: string | null;
  /** The package it takes, "node:fs/promises" or "@scope/name"; null for a file. */
  readonly package: string | null;
  /** What it takes by name; empty for a whole module. */
  readonly names: readonly string[];
  readonly line: number;
}

/** Every way one file takes in another: import, export … from, import(), import("…") as a type. */
export function importsOf(file: SourceFile): Import[] {
  const found: Import[] = [];
  visit(file.tree, (node) => {
    const from = (node.source ?? (node.type === "TSImportType" ? node.argument : null)) as Node | null;
    if (!from || !WAYS.has(node.type)) return;
    // A target put together at run time can't be followed; it shows as a path of its own that no rule allows.
    const written = typeof from.value === "string" ? from.value : "(computed)";
    found.push({ written, ...target(file.path, written), names: namesOf(node), line: lineOf(file, node) });
  });
  return found;
}

const WAYS = new Set([
  "ImportDeclaration",
  "ExportNamedDeclaration",
  "ExportAllDeclaration",
  "ImportExpression",
  "TSImportType",
]);

function target(path: string, written: string): Pick<Import, "file" | "package"> {
  if (written.startsWith(".")) return { file: posix.join(posix.dirname(path), written), package: null };
  if (written === "(computed)") return { file: written, package: null };
  if (written.startsWith("node:")) return { file: null, package: written };
  return {
    file: null,
    package: written
      .split("/")
      .slice(0, written.startsWith("@") ? 2 : 1)
      .join("/"),
  };
}

const namesOf = (node: Node): string[] =>
  ((node.specifiers ?? []) as Node[]).flatMap(({ imported }) => {
    const name = (imported as Node | undefined)?.name;
    return typeof name === "string" ? [name] : [];
  });

export const lineOf = (file: SourceFile, { start }: Node): number => file.text.slice(0, start).split("\n").length;

/** Calls `see` for every node, outermost first, with the node and field it hangs on. */
export function visit(node: Node, see: (node: Node, parent: Node | null, field: string) => void): void {
  const go = (value: unknown, parent: Node | null, field: string): void => {
    if (Array.isArray(value)) for (const entry of value) go(entry, parent, field);
    else if (isNode(value)) {
      see(value, parent, field);
      for (const key in value) go(value[key], value, key);
    }
  };
  go(node, null, "");
}

const isNode = (value: unknown): value is Node =>
  typeof value === "object" && value !== null && typeof (value as Node).type === "string";
