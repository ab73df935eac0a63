import type { RiskModel } from "./model.ts";

/**
 * The model that serves a place without a history of its own, fitted by trainRisk on the monthly insured headcounts of one
 * city (SODRA, Lithuanian state social insurance, open data). Elsewhere its figure is a score: nobody has checked yet how
 * often the event follows there. `wengang train` replaces it as soon as the place's own outcomes do better; on the city's
 * file, `wengang train --dry-run --json --profile kaunas` prints this one.
 */
export const shippedModel: RiskModel = {
  kind: "shipped",
  name: "shipped-2",
  event: "large-reduction",
  calibration: {
    kind: "platt",
    slope: 0.99513,
    intercept: 0.00042988,
  },
  eventBelief: 1,
  training: {
    place: {
      zh: "立陶宛考纳斯市（SODRA 公开数据）",
      en: "Kaunas, Lithuania (SODRA open data)",
    },
    from: "2023-03",
    to: "2023-09",
    rows: 10215,
    events: 196,
    vintage: null,
  },
  line: {
    people: 20,
    share: 0.1,
  },
  intercept: -5.4589,
  bands: [
    {
      from: 0,
      offset: 0,
    },
    {
      from: 10,
      offset: 0,
    },
    {
      from: 20,
      offset: -0.027654,
    },
    {
      from: 50,
      offset: 0.022078,
    },
    {
      from: 100,
      offset: 0.027323,
    },
    {
      from: 250,
      offset: -0.026868,
    },
  ],
  terms: [
    {
      name: "range",
      centre: -2.214,
      spread: 0.82054,
      knots: [],
      weights: [-0.026227],
    },
    {
      name: "chance",
      centre: -5.3865,
      spread: 1.9485,
      knots: [-0.62576, 0.0011961, 0.66154],
      weights: [1.9253, -0.019328, -0.014282, -0.007469],
    },
    {
      name: "turbulence",
      centre: -3.2128,
      spread: 0.31147,
      knots: [-0.69415, -0.12598, 0.75573],
      weights: [0.2781, -0.017676, -0.012718, -0.0017414],
    },
    {
      name: "balance",
      centre: 0.024202,
      spread: 0.42394,
      knots: [],
      weights: [-0.040685],
    },
    {
      name: "change3",
      centre: 0.031615,
      spread: 0.2092,
      knots: [],
      weights: [-0.0031527],
    },
    {
      name: "shock",
      centre: 0.085919,
      spread: 1.2075,
      knots: [],
      weights: [-0.015443],
    },
    {
      name: "leak",
      centre: 0.073493,
      spread: 0.17024,
      knots: [],
      weights: [0.0091334],
    },
    {
      name: "dispatch",
      centre: 0,
      spread: 0.1,
      knots: [],
      weights: [0.3],
    },
    {
      name: "hidden",
      centre: 0,
      spread: 0.2,
      knots: [],
      weights: [0.4],
    },
  ],
  bins: [
    {
      foretold: 0.0015164,
      low: 0.0039689,
      high: 0.0074989,
    },
    {
      foretold: 0.0054213,
      low: 0.0036383,
      high: 0.01277,
    },
    {
      foretold: 0.013202,
      low: 0.0057114,
      high: 0.012729,
    },
    {
      foretold: 0.038438,
      low: 0.02132,
      high: 0.03923,
    },
    {
      foretold: 0.085812,
      low: 0.06665,
      high: 0.10862,
    },
    {
      foretold: 0.19016,
      low: 0.16025,
      high: 0.21866,
    },
  ],
  severity: [0.46837, 0.46837, 0.77275, 0.50996, 0.29299, 0.30083],
  metrics: {
    rows: 5863,
    events: 127,
    averagePrecision: 0.1963,
    brierSkill: 0.10072,
    logLoss: 0.085662,
  },
};
