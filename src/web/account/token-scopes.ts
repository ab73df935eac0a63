import { type Text, text } from "../../../models/text.ts";
import type { TokenScope } from "../../db/people/token.ts";

export const TOKEN_SCOPES: Readonly<Record<TokenScope, Text>> = {
  read: text("只读", "read only"),
  change: text("读写", "read and change"),
};
