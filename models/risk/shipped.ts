import type { RiskModel } from "./model.ts";

/**
 * The model that serves a place without a history of its own, fitted by trainRisk on the monthly insured headcounts of one
 * city (SODRA, Lithuanian state social insurance, open data). Elsewhere its figure is a score: nobody has checked yet how
 * often the event follows there. `wengang train` replaces it as soon as the place's own outcomes do better.
 */
export const shippedModel: RiskModel = {
  kind: "shipped",
  name: "shipped-1",
  event: "large-reduction",
  eventBelief: 1,
  calibration: {
    kind: "platt",
    slope: 0.99364,
    intercept: 0.12593,
  },
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
  intercept: -4.6648,
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
      offset: -0.69822,
    },
    {
      from: 50,
      offset: 0.1048,
    },
    {
      from: 100,
      offset: 0.65839,
    },
    {
      from: 250,
      offset: 0.50456,
    },
  ],
  terms: [
    {
      name: "range",
      centre: -2.214,
      spread: 0.82054,
      knots: [-0.6539, -0.067464, 0.53533],
      weights: [0.24179, -0.019975, 0.037787, 0.056992],
    },
    {
      name: "room",
      centre: 2.8961,
      spread: 0.93047,
      knots: [-0.61081, 0.0067412, 0.61305],
      weights: [-0.84769, 0.12268, 0.18433, 0.11964],
    },
    {
      name: "turbulence",
      centre: -3.2128,
      spread: 0.31147,
      knots: [-0.69415, -0.12598, 0.75573],
      weights: [-0.051309, 0.10548, 0.094796, 0.1525],
    },
    {
      name: "balance",
      centre: 0.024202,
      spread: 0.42394,
      knots: [-0.64679, -0.057088, 0.61686],
      weights: [-0.22486, -0.00089234, -0.007334, -0.044339],
    },
    {
      name: "change3",
      centre: 0.031615,
      spread: 0.2092,
      knots: [-0.30051, -0.15112, 0.0821],
      weights: [0.18082, 0.0056505, 0.0019164, 0.030817],
    },
    {
      name: "shock",
      centre: 0.085919,
      spread: 1.2075,
      knots: [],
      weights: [-0.068023],
    },
    {
      name: "leak",
      centre: 0.073493,
      spread: 0.17024,
      knots: [],
      weights: [0.079893],
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
      foretold: 0.0041403,
      low: 0.0037765,
      high: 0.0074532,
    },
    {
      foretold: 0.0093437,
      low: 0.0048449,
      high: 0.014934,
    },
    {
      foretold: 0.014508,
      low: 0.0085372,
      high: 0.01831,
    },
    {
      foretold: 0.027346,
      low: 0.012286,
      high: 0.023604,
    },
    {
      foretold: 0.045865,
      low: 0.020187,
      high: 0.046479,
    },
    {
      foretold: 0.065103,
      low: 0.057636,
      high: 0.097272,
    },
    {
      foretold: 0.14126,
      low: 0.14751,
      high: 0.20425,
    },
  ],
  severity: [0.46837, 0.46837, 0.77275, 0.50996, 0.29299, 0.30083],
  metrics: {
    rows: 5863,
    events: 127,
    averagePrecision: 0.13408,
    brierSkill: 0.053312,
    logLoss: 0.088768,
  },
};
