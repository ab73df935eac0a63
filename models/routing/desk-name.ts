import type { Profile } from "../profile.ts";
import { type Text, text } from "../text.ts";
import { parseDesk } from "./desk.ts";

/** A desk, written as its key, by its name in the profile; the key itself where it names none. */
export function deskName(key: string, { departments, regions }: Pick<Profile, "departments" | "regions">): Text {
  const desk = parseDesk(key);
  if (desk === null) return text(key, key);
  if (desk.kind === "specialist") return text(`就业服务专员${desk.code}`, `specialist ${desk.code}`);
  const known: readonly { readonly code: string; readonly name: Text }[] =
    desk.kind === "department" ? departments : regions;
  return known.find(({ code }) => code === desk.code)?.name ?? text(desk.code, desk.code);
}
