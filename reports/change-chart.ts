import type { Language } from "../models/text.ts";
import { baseOptions, type ChartConfig, QUIET_AXIS, shortened, VALUE_AXIS } from "./charts.ts";
import type { GroupFacts } from "./group-facts.ts";
import { LIGHT } from "./tokens.ts";

/** Net change month on month of groups in persons, each bar from an honest zero, losses dark and gains light. */
export function changeChart(groups: readonly GroupFacts[], label: string, language: Language): ChartConfig {
  const changes = groups.map(({ previous }) => previous.change);
  return {
    type: "bar",
    data: {
      labels: groups.map(({ name }) => shortened(name[language])),
      datasets: [
        { label, data: changes, backgroundColor: changes.map((change) => (change < 0 ? LIGHT.soft : LIGHT.thin)) },
      ],
    },
    options: baseOptions({
      ...{ indexAxis: "y", plugins: { legend: { display: false } } },
      scales: { x: VALUE_AXIS, y: { ...QUIET_AXIS, ticks: { ...QUIET_AXIS.ticks, autoSkip: false } } },
    }),
  };
}
