import { text } from "../../../models/text.ts";
import { appendAudit } from "../../db/audit/audit.ts";
import { endSession } from "../../db/people/session.ts";
import { sessionOf } from "../asked.ts";
import { type Route, route, takes } from "../route.ts";
import type { Services } from "./services.ts";

export const signOutRoutes = ({ db }: Services): readonly Route[] => [
  route({
    ...{ method: "post", path: "/sign-out", kind: "page", name: text("退出", "Sign out") },
    rule: { stage: ["second-factor", "enrol", "new-password", "waiting", "full"] },
    input: takes(),
    handle: async (asked) => {
      const { person, session } = sessionOf(asked);
      await db.transaction(async (tx) => {
        await endSession(tx, person.id, session.id, asked.now);
        await appendAudit(tx, {
          at: asked.now,
          actor: person.account,
          action: "signed-out",
          subject: "session",
          detail: {},
        });
      });
      return { kind: "redirect", to: "/sign-in", session: null };
    },
  }),
];
