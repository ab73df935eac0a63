/** The one place for space, type and colour. Colour means a level (from the profile) or the one blue; all else is grey. */
export interface Palette {
  readonly paper: string;
  readonly ink: string;
  readonly soft: string;
  readonly rule: string;
  readonly band: string;
  readonly festival: string;
  readonly blue: string;
  readonly thin: string;
}

export const LIGHT: Palette = {
  paper: "#ffffff",
  ink: "#1a1d21",
  soft: "#555c66",
  rule: "#d5d9de",
  band: "#dde1e6",
  festival: "#eef0f3",
  blue: "#0b57a4",
  thin: "#8d949e",
};

export const DARK: Palette = {
  paper: "#14171b",
  ink: "#e8eaed",
  soft: "#a9b0ba",
  rule: "#3a4048",
  band: "#343a43",
  festival: "#22272d",
  blue: "#7db4f0",
  thin: "#757d88",
};

/** Steps of 4 px. */
export const SPACE = { 1: "4px", 2: "8px", 3: "12px", 4: "16px", 6: "24px", 8: "32px", 12: "48px" } as const;

export const TYPE = {
  title: "1.625rem",
  heading: "1.25rem",
  subheading: "1.0625rem",
  text: "1rem",
  table: "0.875rem",
  note: "0.8125rem",
} as const;

export const SANS =
  '"PingFang SC","Microsoft YaHei","Noto Sans CJK SC","Noto Sans SC","Source Han Sans SC","WenQuanYi Micro Hei",system-ui,sans-serif';

/** A profile's colour, or the text colour when it is not a plain hex colour. */
export const safeColor = (color: string): string => (/^#[0-9a-f]{3,8}$/i.test(color) ? color : "currentColor");
