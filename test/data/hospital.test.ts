import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, test } from "vitest";
import { type HospitalErrors, measureHospital } from "../../jobs/bench/forecast/hospital.ts";
import { hasData } from "./oracle.ts";

const dir = fileURLToPath(new URL("../../../shared/data", import.meta.url));

describe.runIf(hasData("hospital/hospital_767x84.csv"))(
  "767 monthly series of a hospital, the last year forecast",
  () => {
    let found: HospitalErrors;
    beforeAll(async () => {
      found = await measureHospital(dir);
    });

    test("Theta's mean error is R's to three digits", () => {
      expect(found.series).toBe(767);
      expect(Math.abs(found.theta - found.reference.theta!)).toBeLessThan(0.001);
    });

    test("the chosen path's mean error is at most .77, and its limits hold what they promise", () => {
      expect(found.chosen).toBeLessThanOrEqual(0.77);
      expect(found.within80).toBeGreaterThan(0.78);
      expect(found.within95).toBeGreaterThan(0.92);
    });
  },
);
