/** The page of GB/T 9704-2012, shared by docx and pdf. Millimetres and points, as named. */
export const PAGE = {
  widthMm: 210,
  heightMm: 297,
  /** 天头, 订口 and what the type area of 156 × 225 mm leaves. */
  marginTopMm: 37,
  marginLeftMm: 28,
  marginRightMm: 26,
  marginBottomMm: 35,
  /** The page number stands 7 mm under the type area. */
  footerFromEdgeMm: 28,
  linesPerPage: 22,
  charactersPerLine: 28,
  /** 225 mm in 22 lines. */
  linePitchPt: 28.99,
  /** 156 mm in 28 characters. */
  characterAdvancePt: 15.79,
} as const;

export const TYPE_WIDTH_MM = PAGE.widthMm - PAGE.marginLeftMm - PAGE.marginRightMm;

/** 字号 in points: 2号, 3号, 4号; tables are set in 五号 where the standard leaves the size open. */
export const SIZES = { title: 22, body: 16, pageNumber: 14, table: 10.5, note: 12 } as const;

/** A table of many columns is set smaller, down to what can still be read. */
export const tableSize = (columns: number): number => (columns <= 7 ? SIZES.table : columns <= 10 ? 9 : 8);

/** Height in CSS pixels of a picture over the whole width, with room for the bars it draws. */
export const pictureHeight = (bars: number | undefined): number => Math.max(240, 60 + (bars ?? 0) * 19);

export const mmToTwips = (mm: number): number => Math.round((mm / 25.4) * 1440);
export const ptToTwips = (pt: number): number => Math.round(pt * 20);
