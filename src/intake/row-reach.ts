/** Whose rows a sender may hand in; without it, everybody's. */
export interface RowReach {
  /** Whether an enterprise is the sender's own; null when nobody has reported it yet. */
  owns(code: string): boolean | null;
  /** Whether a new enterprise would be, by what its register row says, raw as it stands there. */
  ownsNew(row: NewEnterprise): boolean;
}

export interface NewEnterprise {
  readonly industry: string;
  readonly region: string;
  readonly ownership: string;
}
