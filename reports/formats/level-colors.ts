/** Colours of the alert levels by code, "#c00000". */
export type LevelColors = Readonly<Record<string, string>>;
