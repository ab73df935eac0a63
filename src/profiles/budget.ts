import { limit, origin } from "./threshold.ts";

/** What the desks can visit; a place sets its own. */
export const budget = limit(
  1,
  "new alerts a month per 100 enterprises",
  origin(
    "convention",
    "每百户每月1次走访：3000户的县每月30次，几名专员每周各约2次；默认值，由各地按走访能力核定",
    "one visit a month per 100 enterprises: 30 in a county of 3,000, about two a week for each of a few specialists; a default, to be set to what the place's desks can visit",
  ),
);
