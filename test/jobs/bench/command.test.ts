import { expect, test } from "vitest";
import { EXIT } from "../../../jobs/exit.ts";
import { wengangHere } from "../../command-line.ts";

test("bench --detection without the public data says which part is missing, and measures nothing", async () => {
  const { code, error } = await wengangHere("bench", "--detection", "no-such-folder", "--lang", "en");
  expect(code).toBe(EXIT.input);
  expect(error).toContain("Folder no-such-folder has no airlines.");
});
