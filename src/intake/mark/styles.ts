import type { MarkColor } from "./marks.ts";
import { attribute } from "./xml.ts";

/** The fills that Excel itself calls bad and neutral: dark text stays readable on both. */
const FILLS: Readonly<Record<Exclude<MarkColor, "clear">, string>> = { red: "FFFFC7CE", amber: "FFFFEB9C" };

/** Adds to a workbook's styles those of its cells with another fill, each once. */
export class Styles {
  #xml: string;
  readonly #formats: string[];
  readonly #made = new Map<string, number>();
  readonly #fills: Readonly<Record<MarkColor, number>>;

  constructor(xml: string) {
    const fills = /<fills\b[^>]*>([\s\S]*?)<\/fills>/.exec(xml);
    const formats = /<cellXfs\b[^>]*>([\s\S]*?)<\/cellXfs>/.exec(xml);
    if (!fills || !formats) throw new RangeError("the workbook's styles have no fills or cellXfs");
    const known = fills[1]!.match(/<fill\b[^>]*?(?:\/>|>[\s\S]*?<\/fill>)/g) ?? [];
    const added = Object.values(FILLS).map(fillXml);
    this.#fills = { red: known.length, amber: known.length + 1, clear: 0 };
    this.#xml = xml.replace(fills[0], () => list("fills", [...known, ...added]));
    this.#formats = formats[1]!.match(/<xf\b[^>]*?(?:\/>|>[\s\S]*?<\/xf>)/g) ?? [];
  }

  /** The number of the style that a cell has when it is marked. */
  marked(style: number, color: MarkColor): number {
    const key = `${style} ${color}`;
    const known = this.#made.get(key);
    if (known !== undefined) return known;
    const format = this.#formats[style] ?? this.#formats[0] ?? "<xf/>";
    this.#formats.push(withFill(format, this.#fills[color]));
    this.#made.set(key, this.#formats.length - 1);
    return this.#formats.length - 1;
  }

  xml(): string {
    return this.#xml.replace(/<cellXfs\b[^>]*>[\s\S]*?<\/cellXfs>/, () => list("cellXfs", this.#formats));
  }
}

const fillXml = (color: string): string =>
  `<fill><patternFill patternType="solid"><fgColor rgb="${color}"/><bgColor indexed="64"/></patternFill></fill>`;

const list = (name: string, items: readonly string[]): string =>
  `<${name} count="${items.length}">${items.join("")}</${name}>`;

function withFill(format: string, fill: number): string {
  const tag = /^<xf\b[^>]*?(?=\/?>)/.exec(format)![0];
  const bare = ["fillId", "applyFill"].reduce(
    (rest, name) =>
      attribute(rest, name) === null ? rest : rest.replace(new RegExp(`\\s${name}\\s*=\\s*"[^"]*"`), ""),
    tag,
  );
  return `${bare} fillId="${fill}" applyFill="1"${format.slice(tag.length)}`;
}
