/** A sentence or name in the two languages the reader may choose. Chinese comes first everywhere. */
export interface Text {
  readonly zh: string;
  readonly en: string;
}

export type Language = keyof Text;

export const text = (zh: string, en: string): Text => ({ zh, en });
