import { RIGHTS_STATES, type RightsState } from "../../../models/rights/ruling.ts";
import { type Text, text } from "../../../models/text.ts";
import { html } from "../../../reports/markup.ts";
import { rightsOf } from "../../db/people/rights.ts";
import { type Asked, sessionOf } from "../asked.ts";
import { momentWords } from "../pages/moment.ts";
import { roleNames } from "../people/role-names.ts";
import { type Route, route, takes } from "../route.ts";
import type { Services } from "./services.ts";

const NAME = text("等待授权", "Waiting for rights");

/** Where whoever has shown all proofs stands until a security officer has granted their roles. */
export const waitingRoutes = ({ db }: Services): readonly Route[] => [
  route({
    ...{ method: "get", path: "/sign-in/waiting", kind: "page", name: NAME, rule: { stage: ["waiting"] } },
    input: takes(),
    handle: async (asked) => {
      const { person } = sessionOf(asked);
      const [newest] = await rightsOf(db, person.id);
      const told = facts(asked, newest!).map(([name, value]) => html`<dt>${asked.say(name)}</dt><dd>${value}</dd>`);
      const main = html`<p class="lead">${asked.say(WORDS[person.rights])}</p>
<dl class="facts">${told}</dl>
<p><a href="/">${asked.say(text("重新查看", "Look again"))}</a></p>`;
      return { kind: "page", title: asked.say(NAME), main };
    },
  }),
];

function facts(
  asked: Asked<unknown>,
  newest: Awaited<ReturnType<typeof rightsOf>>[number],
): readonly (readonly [Text, string])[] {
  const all: readonly (readonly [Text, string])[] = [
    [text("账号", "Account"), sessionOf(asked).person.account],
    [text("角色", "Roles"), roleNames(asked, newest.roles)],
    [text("状态", "State"), asked.say(RIGHTS_STATES[newest.state])],
    [text("自", "Since"), momentWords(newest.at)],
    [text("理由", "Reason"), newest.reason],
  ];
  return all.filter(([, value]) => value !== "");
}

const WORDS: Readonly<Record<RightsState, Text>> = {
  waiting: text(
    "您已登录，密码和第二重验证已设好。您的角色须由安全管理员授权后才生效，在此之前不能查看或办理任何事项。请联系本单位安全管理员。",
    "You are signed in, with password and second factor. Your roles take effect once the security officer has granted them; until then there is nothing to read or to do. Ask your security officer.",
  ),
  refused: text(
    "安全管理员没有同意您的角色，目前不能查看或办理任何事项。如有疑问，请联系安全管理员。",
    "The security officer refused your roles; there is nothing to read or to do. Ask the security officer if you think otherwise.",
  ),
  withdrawn: text(
    "安全管理员已收回您的授权，目前不能查看或办理任何事项。如有疑问，请联系安全管理员。",
    "The security officer took your rights away; there is nothing to read or to do. Ask the security officer if you think otherwise.",
  ),
  granted: text("您的角色已生效。", "Your roles are in effect."),
};
