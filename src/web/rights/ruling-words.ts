import { RULINGS, type Ruling } from "../../../models/rights/ruling.ts";
import { type Text, text } from "../../../models/text.ts";

export const rulingWords = (ruling: Ruling): Text => RULINGS[ruling].name;

export const REASON = text("理由（本人可见）", "Reason (the person is shown it)");
