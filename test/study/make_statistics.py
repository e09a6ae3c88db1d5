"""Writes golden/statistics.json: intervals, paired tests and Holm's correction as SciPy and statsmodels have them.

    /tmp/venv/bin/python test/study/make_statistics.py      # with scipy==1.17.1 and statsmodels==0.15.0
"""

import json
from pathlib import Path

import numpy as np
from scipy import stats
from statsmodels.stats.contingency_tables import mcnemar
from statsmodels.stats.multitest import multipletests

rng = np.random.default_rng(14)


def interval(values):
    low, high = stats.t.interval(0.95, len(values) - 1, np.mean(values), stats.sem(values))
    return {
        "values": list(values),
        "mean": float(np.mean(values)),
        "sd": float(np.std(values, ddof=1)),
        "low": float(low),
        "high": float(high),
    }


def paired(first, second):
    result = stats.ttest_rel(first, second)
    low, high = result.confidence_interval(0.95)
    return {
        "first": list(first),
        "second": list(second),
        "statistic": float(result.statistic),
        "pValue": float(result.pvalue),
        "low": float(low),
        "high": float(high),
    }


def discordant(only_first, only_second):
    exact = only_first + only_second < 25
    table = [[900, only_first], [only_second, 50]]
    result = mcnemar(table, exact=exact, correction=True)
    return {"onlyFirst": only_first, "onlySecond": only_second, "exact": exact, "pValue": float(result.pvalue)}


accuracies = [np.round(rng.normal(0.98, 0.002, n), 4) for n in (2, 3, 5, 20, 200)]
pairs = [(a, np.round(a - rng.normal(shift, 0.001, len(a)), 4)) for a, shift in zip(accuracies, (0.001, 0, 0.0005, 0.0008, 0.0001))]
counts = [(0, 1), (3, 0), (5, 5), (12, 3), (20, 4), (13, 12), (25, 0), (40, 22), (150, 70), (500, 100)]
p_values = [[0.01], [0.04, 0.03, 0.005], [0.5, 0.01, 0.01, 0.9, 0.002], list(np.round(rng.uniform(0, 0.2, 12), 4))]

golden = {
    "intervals": [interval(values) for values in accuracies],
    "paired": [paired(first, second) for first, second in pairs],
    "mcnemar": [discordant(*pair) for pair in counts],
    "holm": [{"pValues": list(p), "adjusted": multipletests(p, method="holm")[1].tolist()} for p in p_values],
}

path = Path(__file__).parent / "golden" / "statistics.json"
path.write_text(json.dumps(golden, indent=1) + "\n")
