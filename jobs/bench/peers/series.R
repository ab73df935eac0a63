# Microseconds of processor time a series of R's own stl and of the packages forecast and surveillance, for `bench --peers`.
# What is not installed is null. Prints one line of JSON.
i <- 0:79
value <- 200 + i + 15 * sin(i * pi / 6) + (i * 7919) %% 13
series <- ts(value[1:36], frequency = 12)
microseconds <- function(work, turns) {
  work()
  began <- sum(proc.time()[1:2])
  for (k in seq_len(turns)) work()
  (sum(proc.time()[1:2]) - began) * 1e6 / turns
}
has <- function(name) suppressWarnings(suppressMessages(requireNamespace(name, quietly = TRUE)))
or_null <- function(name, work, turns) if (has(name)) format(microseconds(work, turns), digits = 10) else "null"
counts <- round(value / 10)
farrington <- function() suppressWarnings(surveillance::farringtonFlexible(
  surveillance::sts(counts, start = c(2009, 1), frequency = 12),
  control = list(range = 80, b = 5, w = 2, noPeriods = 10, pastWeeksNotIncluded = 3, pThresholdTrend = 1,
                 thresholdMethod = "nbPlugin", alpha = 0.01, glmWarnings = FALSE)))
cat(sprintf('{"r_stl": %s, "r_damped": %s, "r_theta": %s, "r_farrington": %s}\n',
  or_null("stats", function() stl(series, s.window = 13, robust = TRUE), 200),
  or_null("forecast", function() forecast::ets(series, "AAN", damped = TRUE), 5),
  or_null("forecast", function() forecast::thetaf(series, 12), 10),
  or_null("surveillance", farrington, 20)))
