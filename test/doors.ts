/** Packages a pure room may import, and where. Everything else, node: included, belongs in src or jobs. */
export const PURE_PACKAGES: Readonly<Record<string, readonly string[]>> = {
  "simple-statistics": ["models/"],
  tyme4ts: ["models/spring-festival.ts", "models/routing/working-days.ts"], // a calendar is a table of facts: docs/adr/0006
  "chart.js": ["reports/"],
  docx: ["reports/formats/docx/"],
  fflate: ["reports/formats/rezip.ts"],
  "write-excel-file": ["reports/formats/xlsx/"],
  "@napi-rs/canvas": ["reports/formats/draw-chart.ts"],
  "@myriaddreamin/typst-ts-node-compiler": ["reports/formats/pdf/"],
};

/** The parts of src don't know each other, but for these doors. A file beside the folders is a part of its own. */
export const DOORS: readonly (readonly [from: string, to: string])[] = [
  ["src/intake/", "src/sources/delivery.ts"], // what a source hands over and intake opens
  ["src/web/", "src/db/"],
  ["src/web/", "src/auth/"],
  ["src/web/", "src/secrets/"], // the second factor's secret is sealed at rest
  ["src/recount/", "src/frame.ts"],
];
