import { importsOf, lineOf, type Node, type SourceFile, visit } from "./imports.ts";

/** Something a file uses that not every file may: a global by name, a package, SQL, a way round the types. */
export interface Use {
  readonly what: string;
  readonly line: number;
  /** What the reader of a failure needs beside the name, such as the SQL. */
  readonly detail: string;
}

/** "Date.now", "new Date()", "process", "process.env", "package pg", "SQL text", "a command", "the type any", "@ts-expect-error" … */
export function usesOf(file: SourceFile): Use[] {
  const uses: Use[] = [];
  const use = (what: string, node: Node, detail = "") => uses.push({ what, detail, line: lineOf(file, node) });
  visit(file.tree, (node, parent, field) => {
    if (node.type === "Identifier" && !isLabel(parent, field)) use(node.name as string, node);
    for (const member of membersOf(node)) use(member, node);
    if (node.type === "TSAnyKeyword") use("the type any", node);
    const bare = (node.arguments as unknown[] | undefined)?.length === 0 && (node.callee as Node).name === "Date";
    if (bare) use("new Date()", node); // Date() without new reads the clock as well
    const text = textOf(node);
    if (text !== null && isSql(text)) use("SQL text", node, JSON.stringify(text.trim().slice(0, 40)));
    const command = /wengang (?!-)[a-z]+/.exec(text ?? "");
    if (command) use("a command", node, command[0]);
  });
  for (const { package: name, names, line } of importsOf(file)) {
    if (name !== null) uses.push({ what: `package ${name}`, detail: "", line });
    for (const imported of names) uses.push({ what: `${name?.replace("node:", "")}.${imported}`, detail: "", line });
  }
  return [...uses, ...suppressions(file)];
}

/** A name that only names something of its owner: .process, { process: … }, import { process as … }. */
function isLabel(parent: Node | null, field: string): boolean {
  if (parent === null || parent.computed === true || parent.shorthand === true) return false;
  return field === "property" || field === "key" || field === "imported" || field === "exported" || field === "label";
}

/** "process.env" from process.env, process["env"] and const { env } = process. */
function membersOf(node: Node): string[] {
  const { object, property, id, init } = node as unknown as Record<string, Node | undefined>;
  if (node.type === "MemberExpression" && object?.type === "Identifier")
    return [`${object.name}.${node.computed ? property?.value : property?.name}`];
  if (node.type === "VariableDeclarator" && id?.type === "ObjectPattern" && init?.type === "Identifier")
    return (id.properties as Node[]).map(({ key }) => `${init.name}.${(key as Node | undefined)?.name ?? "…"}`);
  return [];
}

/** A string's text; a template's with an x for each value put in. */
function textOf(node: Node): string | null {
  if (node.type === "Literal") return typeof node.value === "string" ? node.value : null;
  if (node.type !== "TemplateLiteral") return null;
  return (node.quasis as { value: { cooked: string } }[]).map(({ value }) => value.cooked).join("x");
}

const SQL = new RegExp(
  String.raw`^\s*(?:${[
    String.raw`select\s`,
    String.raw`insert\s+into\s`,
    String.raw`update\s+\w+(?:\s+(?:as\s+)?\w+)?\s+set\s`,
    String.raw`delete\s+from\s`,
    String.raw`create\s+(?:(?:or\s+replace|unique|temp|temporary|materialized)\s+)*(?:table|index|view|function|database|schema|type)\s`,
    String.raw`(?:alter|drop|lock)\s+(?:table|index|view|function|database|schema|type)\s`,
    String.raw`truncate\s`,
    String.raw`copy\s+\w+\s*(?:\(|from|to)`,
    String.raw`set\s+(?:local|session)\s`,
    String.raw`with\s+(?:recursive\s+)?\w+\s*(?:\([^)]*\)\s*)?as\s`,
  ].join("|")})`,
);

/** SQL is written all small or all capital; "Delete the blank rows." and "Select a month" are sentences. */
const isSql = (text: string): boolean => SQL.test(/^\s*[A-Z]+\s/.test(text) ? text.toLowerCase() : text);

const suppressions = ({ text }: SourceFile): Use[] =>
  text.split("\n").flatMap((line, i) => {
    const found = /(?:\/\/|\/\*|\*)\s*(@ts-(?:ignore|expect-error|nocheck))/.exec(line);
    return found ? [{ what: found[1]!, detail: "", line: i + 1 }] : [];
  });
