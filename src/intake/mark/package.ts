import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { LIMITS } from "../limits.ts";
import { vetPackage } from "../zip-guard.ts";
import { attribute } from "./xml.ts";

/** The files of a workbook, to be changed and written again. */
export class Package {
  readonly #parts: Record<string, Uint8Array>;

  private constructor(parts: Record<string, Uint8Array>) {
    this.#parts = parts;
  }

  /** Refuses what the reader refuses, before anything is unpacked. */
  static async open(bytes: Uint8Array): Promise<Package> {
    await vetPackage(Buffer.from(bytes));
    let total = 0;
    const filter = ({ originalSize }: { originalSize: number }) => {
      total += originalSize;
      return total <= LIMITS.inflatedWorkbook.value;
    };
    return new Package(unzipSync(bytes, { filter }));
  }

  static of(parts: Readonly<Record<string, string>>): Package {
    return new Package(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])));
  }

  /** A part's text; null when there is none of that name. */
  text(name: string): string | null {
    const part = this.#parts[name];
    return part === undefined ? null : strFromU8(part);
  }

  set(name: string, text: string): void {
    this.#parts[name] = strToU8(text);
  }

  remove(name: string): void {
    delete this.#parts[name];
  }

  bytes(): Uint8Array {
    return zipSync(this.#parts, { level: 6, mtime: "1980-01-01" });
  }

  /** The visible order of sheets: name and the part that holds each. */
  sheets(): { readonly name: string; readonly part: string }[] {
    const targets = new Map(this.links("xl/workbook.xml").map(({ id, target }) => [id, target]));
    const tags = this.text("xl/workbook.xml")?.match(/<sheet\s[^>]*>/g) ?? [];
    return tags.flatMap((tag) => {
      const part = targets.get(attribute(tag, "r:id") ?? "");
      return part === undefined ? [] : [{ name: attribute(tag, "name") ?? "", part }];
    });
  }

  /** What a part refers to. */
  links(part: string): { readonly id: string; readonly type: string; readonly target: string }[] {
    const tags = this.text(linksOf(part))?.match(/<Relationship\s[^>]*>/g) ?? [];
    return tags.map((tag) => ({
      id: attribute(tag, "Id") ?? "",
      type: (attribute(tag, "Type") ?? "").split("/").at(-1)!,
      target: resolve(part, attribute(tag, "Target") ?? ""),
    }));
  }
}

/** Where a part's references stand: xl/worksheets/sheet1.xml → xl/worksheets/_rels/sheet1.xml.rels. */
export const linksOf = (part: string): string => part.replace(/([^/]+)$/, "_rels/$1.rels");

function resolve(part: string, target: string): string {
  if (target.startsWith("/")) return target.slice(1);
  const steps = [...part.split("/").slice(0, -1), ...target.split("/")];
  const path: string[] = [];
  for (const step of steps) {
    if (step === "..") path.pop();
    else if (step !== ".") path.push(step);
  }
  return path.join("/");
}
