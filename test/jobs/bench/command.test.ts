import { afterEach, expect, test, vi } from "vitest";
import { runCli } from "../../../jobs/cli.ts";
import { EXIT } from "../../../jobs/exit.ts";

afterEach(() => vi.restoreAllMocks());

test("bench --detection without the public data says which part is missing, and measures nothing", async () => {
  const said = vi.spyOn(process.stderr, "write").mockReturnValue(true);
  const code = await runCli(["bench", "--detection", "no-such-folder", "--lang", "en"], new AbortController().signal);
  expect(code).toBe(EXIT.input);
  expect(said.mock.calls.join("")).toContain("Folder no-such-folder has no airlines.");
});
