import { describe, expect, it } from "vitest";
import { faultWords, passwordFaults } from "../../../models/sign-in/password-policy.ts";
import { asvsPasswords, dengbaoPasswords } from "../../../src/profiles/sign-in.ts";

const NAMES = ["zhangsan", "张三", "wushan", "巫山县", "wengang", "稳岗"];

describe("a password", () => {
  it.each([
    ["eleven11abc", ["too-short"]],
    ["correct horse battery", []],
    ["紫云英开在三月的坡上呢", ["too-short"]],
    ["紫云英开在三月的山坡上呢", []],
    ["a".repeat(129), ["too-long", "monotonous"]],
    ["Kx9#vTq2!mZr", []],
    ["my-zhangsan-pw-77", ["contains-name"]],
    ["稳岗工作顺利二零二六年呀", ["contains-name"]],
    ["ＺhangSan-2026-tall", ["contains-name"]],
    ["Password12345!", ["common"]],
    ["P@55w0rd!!2026", ["common"]],
    ["adminadmin2026", ["common"]],
    ["iloveyou-iloveyou", ["common"]],
    ["qwertyuiop12", ["common", "monotonous"]],
    ["123456789012", ["monotonous"]],
    ["abababababab", ["monotonous"]],
    ["9876543210zz", ["monotonous"]],
    ["lamp5-grief8-otter", []],
  ] as const)("%s has by ASVS the faults %o", (password, faults) => {
    expect(passwordFaults(password, NAMES, asvsPasswords)).toEqual(faults);
  });

  it.each([
    ["correct horse battery", ["too-few-kinds"]],
    ["Correct horse battery", []],
    ["correct1horse2battery", ["too-few-kinds"]],
    ["correct1-horse2-battery", []],
  ] as const)("%s has by 等保 the faults %o", (password, faults) => {
    expect(passwordFaults(password, NAMES, dengbaoPasswords)).toEqual(faults);
  });

  it("is told each fault in words with the policy's own numbers", () => {
    expect(faultWords("too-short", asvsPasswords).zh).toContain("12");
    expect(faultWords("too-few-kinds", dengbaoPasswords).en).toContain("3 of");
  });
});
