/** Fonts of official documents. They are named and not shipped: a machine without one takes the alternative named beside it. */
interface OfficialFont {
  readonly name: string;
  readonly alternative: string;
  readonly family: "roman" | "modern" | "swiss" | "script";
}

const FONTS = {
  title: { name: "方正小标宋简体", alternative: "宋体", family: "roman" },
  body: { name: "仿宋_GB2312", alternative: "仿宋", family: "modern" },
  first: { name: "黑体", alternative: "SimHei", family: "modern" },
  second: { name: "楷体_GB2312", alternative: "楷体", family: "modern" },
  song: { name: "宋体", alternative: "SimSun", family: "roman" },
} as const satisfies Record<string, OfficialFont>;

export type FontRole = keyof typeof FONTS;

const LATIN = "Times New Roman";

/** Chinese in the official font, Latin letters and digits in the one beside it. */
export const fontOf = (role: FontRole) => ({
  ascii: role === "song" ? FONTS.song.name : LATIN,
  hAnsi: role === "song" ? FONTS.song.name : LATIN,
  cs: LATIN,
  eastAsia: FONTS[role].name,
});

const GB2312_CHARSET = "86";

const entry = ({ name, alternative, family }: OfficialFont): string =>
  `<w:font w:name="${name}"><w:altName w:val="${alternative}"/><w:charset w:val="${GB2312_CHARSET}"/><w:family w:val="${family}"/><w:pitch w:val="default"/></w:font>`;

/** word/fontTable.xml: what to take where a font is missing. */
export const fontTable = (): string =>
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${Object.values(FONTS).map(entry).join("")}<w:font w:name="${LATIN}"><w:charset w:val="00"/><w:family w:val="roman"/><w:pitch w:val="variable"/></w:font></w:fonts>`;
