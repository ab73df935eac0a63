import { type Text, text } from "../../models/text.ts";
import type { Advice } from "../advice/advice.ts";

const ORDINALS = "一二三四五六七八九";

/** 一是……。（依据：……） · 1. … (Rests on: …) */
export const adviceItems = (advice: readonly Advice[]): readonly { readonly urge: Text; readonly because: Text }[] =>
  advice.map(({ urge, because }, i) => ({
    urge: text(`${ORDINALS[i]}是${urge.zh}。`, `${i + 1}. ${capital(urge.en)}.`),
    because: text(`依据：${because.zh}。`, `Rests on: ${because.en}.`),
  }));

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
