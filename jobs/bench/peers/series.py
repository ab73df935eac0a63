"""Microseconds of processor time a series of SciPy, pandas and statsmodels, for `bench --peers`. What is not installed is null."""
import json
import math
import time
import warnings

warnings.simplefilter("ignore")
series = [200 + i + 15 * math.sin(i * math.pi / 6) + (i * 7919) % 13 for i in range(36)]


def microseconds(work, turns):
    work()
    began = time.process_time()
    for _ in range(turns):
        work()
    return (time.process_time() - began) * 1e6 / turns


def scipy_trend():
    from scipy import stats

    recent, months = series[12:], list(range(24))
    return microseconds(lambda: (stats.theilslopes(recent, months), stats.kendalltau(months, recent)), 200)


def pandas_ewma():
    import numpy
    import pandas

    rows = 500
    frame = pandas.DataFrame({"id": numpy.repeat(numpy.arange(rows), 36), "value": series * rows})

    def work():
        by = frame.groupby("id")["value"]
        score = (frame["value"] - by.transform("median")) / by.transform("std")
        return score.groupby(frame["id"]).ewm(alpha=0.3).mean()

    return microseconds(work, 3) / rows


def statsmodels_stl():
    from statsmodels.tsa.seasonal import STL

    return microseconds(lambda: STL(series, period=12, seasonal=13, robust=True).fit(), 50)


def statsmodels_damped():
    from statsmodels.tsa.holtwinters import ExponentialSmoothing

    return microseconds(lambda: ExponentialSmoothing(series, trend="add", damped_trend=True).fit(), 10)


def or_null(work):
    try:
        return work()
    except ImportError:
        return None


works = (scipy_trend, pandas_ewma, statsmodels_stl, statsmodels_damped)
print(json.dumps({work.__name__: or_null(work) for work in works}))
