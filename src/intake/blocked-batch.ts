import type { Finding } from "../../models/finding.ts";

/** Reading found something that keeps the whole delivery out; thrown out of the blocks as soon as it is known. */
export class BlockedBatch extends Error {
  readonly findings: readonly Finding[];

  constructor(...findings: readonly Finding[]) {
    super(findings.map(({ code, message }) => `${code}: ${message.en}`).join("\n"));
    this.name = "BlockedBatch";
    this.findings = findings;
  }
}
