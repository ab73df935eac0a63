import { type Text, text } from "../text.ts";
import { ACTIONS, type LifeAction } from "./actions.ts";

/** Raising comes before all that ACTIONS allows. */
export type Happened = LifeAction | "raise";

const RAISED = text("发出预警", "raised");

/** What happened to an alert, for the reader. */
export const actionName = (action: Happened): Text => (action === "raise" ? RAISED : ACTIONS[action].name);
