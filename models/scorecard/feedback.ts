/** One person's newest answer to "was this alert useful?". */
export interface Answer {
  readonly useful: boolean;
  /** Code of the profile's casework. */
  readonly reason: string;
}

/** Answers about the alerts of a year. */
export interface FeedbackCounts {
  readonly useful: number;
  readonly notUseful: number;
  /** By reason code, the commonest first. */
  readonly reasons: readonly { readonly reason: string; readonly answers: number }[];
}

export function countFeedback(answers: readonly Answer[]): FeedbackCounts {
  const useful = answers.filter((answer) => answer.useful).length;
  const codes = [...new Set(answers.map(({ reason }) => reason))];
  const reasons = codes.map((reason) => ({ reason, answers: answers.filter((one) => one.reason === reason).length }));
  return {
    ...{ useful, notUseful: answers.length - useful },
    reasons: reasons.toSorted((a, b) => b.answers - a.answers || a.reason.localeCompare(b.reason)),
  };
}
