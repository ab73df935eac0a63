import { Problem } from "../../models/problem.ts";
import type { Profile } from "../../models/profile.ts";
import { text } from "../../models/text.ts";
import { kaunas } from "./kaunas/index.ts";
import { wushan } from "./wushan/index.ts";

const PROFILES: ReadonlyMap<string, Profile> = new Map([wushan, kaunas].map((profile) => [profile.name, profile]));

export const profileNames: readonly string[] = [...PROFILES.keys()];

/** A place by its profile's name. Throws a usage Problem that names the known ones. */
export function loadProfile(name: string): Profile {
  const profile = PROFILES.get(name);
  if (profile) return profile;
  throw new Problem(
    "usage",
    "profile-unknown",
    text(`没有名为“${name}”的地区配置。`, `There is no profile "${name}".`),
    text(`可用的配置：${profileNames.join("、")}。`, `Known profiles: ${profileNames.join(", ")}.`),
  );
}
