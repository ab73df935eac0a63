import { text } from "../../models/text.ts";
import { enterprises } from "../wording/change.ts";
import { levelWords } from "../wording/lead.ts";
import { list } from "../wording/say.ts";
import type { AdviceRule } from "./advice.ts";
import { ADVICE_LIMITS } from "./limits.ts";

/** Levels that are visited; the others are asked by telephone. */
const VISITED = 2;

export const alertAdvice: AdviceRule = ({ alerts: { levels, open } }) => {
  const severe = levels.slice(0, VISITED).filter((level) => level.open > 0);
  const fresh = open.filter(({ level, reason }) => reason === "opened" && !severe.some(({ code }) => code === level));
  const days = ADVICE_LIMITS.firstVisit.value;
  const [names, count] = [list(severe.map(({ name }) => name)), enterprises(fresh.length)];
  const either = severe.map(({ name }) => name.en.toLowerCase()).join(" or ");
  return [
    ...(severe.length === 0
      ? []
      : [
          {
            code: "visit",
            urge: text(
              `对${names.zh}企业逐户上门核实，首访不超过预警后${days}日，一企一策商定帮扶措施`,
              `visit every enterprise on ${either} alert within ${days} days and agree on measures`,
            ),
            because: list(severe.map(levelWords)),
          },
        ]),
    ...(fresh.length === 0
      ? []
      : [
          {
            code: "ask",
            urge: text(
              "对其余新增预警企业，由主管部门和就业服务专员先行电话核实",
              "have departments and specialists telephone the other enterprises with new alerts",
            ),
            because: text(`其余新增预警${count.zh}`, `${count.en} with other new alerts`),
          },
        ]),
  ];
};

export const collectiveAdvice: AdviceRule = ({ alerts }) =>
  alerts.collective
    .filter((rule) => rule.met)
    .map((rule) => {
      const count = enterprises(rule.enterprises);
      return {
        code: "convene",
        urge: text(
          "召集有关主管部门会商，启动联防联控",
          "convene the departments concerned and start the joint mechanism",
        ),
        because: text(`全域规则“${rule.name.zh}”已触发，${count.zh}`, `rule "${rule.name.en}" met by ${count.en}`),
      };
    });

export const heldBackAdvice: AdviceRule = ({ alerts: { heldBack } }) => {
  const { zh, en } = enterprises(heldBack);
  return heldBack === 0
    ? []
    : [
        {
          code: "held-back",
          urge: text(
            "统筹走访力量，对暂列观察企业安排电话核实",
            "find people for it and telephone the enterprises that are held back",
          ),
          because: text(`暂列观察${zh}`, `${en} held back`),
        },
      ];
};
