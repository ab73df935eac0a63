"""The features of scoring steps 2-5 and 7 in vectorised NumPy, for the paired timing of `bench --peers`.

Usage: features.py FOLDER ROWS MONTHS. FOLDER holds panel.bin (int32, -1 is a gap) and cohort.bin (int32).
Prints one line of JSON: microseconds of processor time over the whole panel, the best of three turns. One thread.
"""
import json
import os
import sys
import time

os.environ["OMP_NUM_THREADS"] = os.environ["OPENBLAS_NUM_THREADS"] = "1"
import numpy as np

CHUNK = 1024  # rows whose temporaries stay in the cache: measured faster than whole columns


def median(values):
    """Median along the rows; NaN sorts last, so this costs one sort where nanmedian costs several."""
    ordered = np.sort(values, axis=1)
    count = np.sum(~np.isnan(values), axis=1)
    row = np.arange(len(values))
    low = ordered[row, np.maximum(0, (count - 1) // 2)]
    return (low + ordered[row, np.minimum(values.shape[1] - 1, count // 2)]) / 2


def peer_changes(change, cohort):
    """Median change of each cohort and month, shrunken towards that of all by n / (n + 5)."""
    order = np.argsort(cohort, kind="stable")
    starts = np.flatnonzero(np.r_[True, np.diff(cohort[order]) != 0])
    everyone = median(change.T)
    out = np.empty_like(change)
    for rows in np.split(order, starts[1:]):
        n = np.sum(~np.isnan(change[rows]), axis=0)
        own = np.where(n > 0, median(change[rows].T), everyone)
        out[rows] = (n * own + 5 * everyone) / (n + 5)
    return out


def trend(adjusted, late, early):
    slopes = (adjusted[:, late] - adjusted[:, early]) / (late - early)
    s = np.nansum(np.sign(slopes), axis=1)
    n = np.sum(~np.isnan(adjusted), axis=1)
    ordered = np.sort(adjusted, axis=1)
    same = ordered[:, 1:] == ordered[:, :-1]
    run = np.zeros(len(adjusted))
    ties = np.zeros(len(adjusted))
    for column in range(same.shape[1]):  # run lengths of equal values
        run = np.where(same[:, column], run + 1, 0)
        ties += np.where(run > 0, run * (6 * run + 12), 0)  # 18 times the variance one more equal value takes
    variance = (n * (n - 1) * (2 * n + 5) - ties) / 18
    return median(slopes), (s - np.sign(s)) / np.sqrt(np.maximum(variance, 1e-9))


def score(log, change, peers, late, early):
    residual = change - peers
    # guard: a jump beyond 25 % and 6 spreads is a level shift and is left out
    past = residual[:, :-1]
    drift = median(past)
    spread = 1.4826 * median(np.abs(past - drift[:, None]))
    people = np.exp(log)
    scale = np.sqrt(np.maximum((6 * 0.0025 + 35 * spread**2) / 41, 1 / people[:, -2] + 1 / people[:, -1]))
    shift = (np.abs(residual) > 0.25) & (np.abs(residual) > 6 * scale[:, None])
    clean = np.where(shift, 0, residual)
    z = (clean - drift[:, None]) / scale[:, None]
    leak = np.zeros(len(z))
    for column in range(z.shape[1]):
        step = np.minimum(-z[:, column] - 0.5, 2.5)
        leak = np.where(np.isnan(step), leak, np.maximum(0, leak + step))
        leak[shift[:, column]] = 0
    adjusted = log - np.c_[np.zeros(len(log)), np.cumsum(peers, axis=1)]
    adjusted[:, 1:] -= np.cumsum(np.where(shift, residual, 0), axis=1)
    slope, trend_z = trend(adjusted[:, -24:], late, early)
    year = log[:, -12:]
    swing = np.nanmax(year, axis=1) - np.nanmin(year, axis=1)
    ups = np.nanmean(np.sign(residual[:, -12:]), axis=1)
    features = np.stack([z[:, -1], leak, slope, trend_z, spread, swing, ups, log[:, -1] - log[:, -4], log[:, -1]])
    features = np.clip(np.nan_to_num(features), -8, 8)
    odds = -3 + np.full(len(features), 0.1) @ features
    for knot in (-1, 0, 1):
        odds += np.full(len(features), 0.05) @ np.maximum(features - knot, 0)
    return 1 / (1 + np.exp(-odds))


def turn(panel, cohort):
    log = np.log(np.where(panel < 0, np.nan, np.maximum(panel, 0.5)))
    change = np.diff(log, axis=1)
    peers = peer_changes(change, cohort)
    late, early = np.tril_indices(24, -1)
    parts = [slice(at, at + CHUNK) for at in range(0, len(log), CHUNK)]
    return np.concatenate([score(log[part], change[part], peers[part], late, early) for part in parts])


def main():
    folder, rows, months = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
    panel = np.fromfile(f"{folder}/panel.bin", dtype="<i4").reshape(rows, months)
    cohort = np.fromfile(f"{folder}/cohort.bin", dtype="<i4")
    best = float("inf")
    with np.errstate(all="ignore"):
        import warnings

        warnings.simplefilter("ignore")
        for _ in range(3):
            began = time.process_time()
            turn(panel, cohort)
            best = min(best, time.process_time() - began)
    print(json.dumps({"microseconds": best * 1e6, "version": np.__version__}))


main()
