import { baseOptions, type ChartConfig, QUIET_AXIS, VALUE_AXIS } from "./charts.ts";
import { LIGHT } from "./tokens.ts";

/** What raises a risk to the right of zero, what lowers it to the left; log-odds. */
export const reasonChart = (reasons: readonly { readonly name: string; readonly logOdds: number }[]): ChartConfig => ({
  type: "bar",
  data: {
    labels: reasons.map(({ name }) => name),
    datasets: [
      {
        ...{ label: "", data: reasons.map(({ logOdds }) => Number(logOdds.toFixed(2))), borderWidth: 0 },
        backgroundColor: reasons.map(({ logOdds }) => (logOdds > 0 ? LIGHT.soft : LIGHT.rule)),
      },
    ],
  },
  options: baseOptions({
    ...{ indexAxis: "y", plugins: { legend: { display: false } } },
    scales: { x: VALUE_AXIS, y: { ...QUIET_AXIS, ticks: { ...QUIET_AXIS.ticks, autoSkip: false } } },
  }),
});
