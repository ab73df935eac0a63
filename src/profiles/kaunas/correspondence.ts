import type { Correspondence } from "../../../models/correspondence.ts";
import { text } from "../../../models/text.ts";

const MUNICIPALITY = text("考纳斯市政管理局", "Kaunas municipal administration");

/** Made up: the place stands for any other, and nobody there issues these reports. */
export const correspondence: Correspondence = {
  issuers: [
    {
      department: "employment-service",
      name: text("考纳斯就业服务局", "Kaunas Employment Service"),
      word: text("考就服", "KES"),
    },
  ],
  addressees: {
    monthly: MUNICIPALITY,
    dispatch: MUNICIPALITY,
    quarterly: MUNICIPALITY,
    "half-year": MUNICIPALITY,
    annual: MUNICIPALITY,
    flash: MUNICIPALITY,
    correction: MUNICIPALITY,
  },
  copies: [],
  governments: { "": text("政府", " administration") },
};
