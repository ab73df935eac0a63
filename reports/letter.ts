import { figureName } from "../models/figure.ts";
import type { Profile } from "../models/profile.ts";
import type { ReportKind } from "../models/report-kind.ts";
import type { ReportScope } from "../models/report-scope.ts";
import { type Text, text } from "../models/text.ts";

/** Who a report is from and to, as an official document prints it. */
export interface Letter {
  readonly from: Text;
  readonly to: Text;
  readonly copies: readonly Text[];
}

/** A department reports to the office; the office to its leading group, or to a township about its own enterprises. */
export function letterOf(profile: Profile, kind: ReportKind, scope: ReportScope): Letter {
  const { issuers, addressees, copies } = profile.correspondence;
  const office = issuers[0]!;
  if (scope.dimension === "department")
    return {
      from: signature(profile, scope.code),
      to: figureName(profile, "department", office.department),
      copies: [],
    };
  const to = scope.dimension === "region" ? governmentOf(profile, scope.code) : addressees[kind];
  return { from: office.name, to, copies: scope.dimension === "place" ? copies : [] };
}

/** A department that is no issuer of its own signs with the place before its name: 县经济信息委 is 巫山县经济信息委. */
function signature(profile: Profile, department: string): Text {
  const issuer = profile.correspondence.issuers.find((one) => one.department === department);
  if (issuer) return issuer.name;
  const name = figureName(profile, "department", department);
  return text(`${profile.title.zh}${name.zh.replace(/^县/, "")}`, `${profile.title.en} ${name.en}`);
}

function governmentOf(profile: Profile, region: string): Text {
  const { governments } = profile.correspondence;
  const kind = profile.regions.find(({ code }) => code === region)?.kind ?? "";
  const name = figureName(profile, "region", region);
  const suffix = governments[kind] ?? governments[""] ?? text("", "");
  return text(`${name.zh}${suffix.zh}`, `${name.en}${suffix.en}`);
}
