import { describe, expect, it } from "vitest";
import { isLocal } from "../../../src/auth/local-address.ts";
import { hashPassword, isPassword } from "../../../src/auth/password.ts";
import { foldRecoveryCode, newRecoveryCodes } from "../../../src/auth/recovery-code.ts";
import { derived, hashOf, isSame, newSecret } from "../../../src/auth/secret.ts";

describe("a password", () => {
  it("is kept as argon2id with OWASP's least cost, salted anew each time", async () => {
    const [one, two] = await Promise.all([hashPassword("紫云英开在坡上"), hashPassword("紫云英开在坡上")]);
    expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(one).not.toBe(two);
    expect(await isPassword(one!, "紫云英开在坡上")).toBe(true);
    expect(await isPassword(one!, "紫云英开在坡下")).toBe(false);
  });

  it("typed in full width is the same", async () => {
    expect(await isPassword(await hashPassword("lamp5"), "ｌａｍｐ５")).toBe(true);
  });

  it("is nobody's where there is none, and finding out takes as long", { retry: 3 }, async () => {
    const kept = await hashPassword("x");
    const [known, unknown]: [number[], number[]] = [[], []];
    for (let i = 0; i < 12; i++)
      for (const [hash, times] of [[kept, known] as const, [null, unknown] as const]) {
        const began = performance.now();
        expect(await isPassword(hash, "guess")).toBe(false);
        times.push(performance.now() - began);
      }
    const ratio = Math.min(...unknown) / Math.min(...known);
    expect(ratio).toBeGreaterThan(0.6);
    expect(ratio).toBeLessThan(1.6);
  });
});

describe("a secret", () => {
  it("has 256 bits and is never the same", () => {
    const many = new Set(Array.from({ length: 1000 }, newSecret));
    expect(many.size).toBe(1000);
    expect(Buffer.from([...many][0]!, "base64url").length).toBe(32);
  });

  it("is kept as SHA-256, and what is made from it differs by purpose", () => {
    // printf abc | sha256sum
    expect(hashOf("abc")).toBe("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    expect(derived("abc", "form")).not.toBe(derived("abc", "other"));
    expect([isSame("a", "a"), isSame("a", "b"), isSame("a", "aa")]).toEqual([true, false, false]);
  });
});

it("recovery codes are read however they are typed", () => {
  const codes = newRecoveryCodes(10);
  expect(new Set(codes).size).toBe(10);
  for (const code of codes) {
    expect(code).toMatch(/^([A-Z2-7]{4}-){3}[A-Z2-7]{4}$/);
    expect(foldRecoveryCode(` ${code.toLowerCase().replaceAll("-", " ")} `)).toBe(foldRecoveryCode(code));
  }
});

it.each([
  ["localhost", true],
  ["127.0.0.1", true],
  ["127.8.8.8", true],
  ["[::1]", true],
  ["127.0.0.1.example.com", false],
  ["localhost.example", false],
  ["10.0.0.1", false],
])("%s is this machine: %s", (host, local) => {
  expect(isLocal(host)).toBe(local);
});
