import { text } from "../../models/text.ts";

/** How groups are spoken of together. */
export const TOWNS = text("各乡镇（街道）", "the townships");
export const DEPARTMENTS = text("各主管部门所管企业", "the departments");
export const SECTIONS = text("各行业", "the industries");
