"""Prints the versions of Python and of the peers as JSON; null for those that are not installed."""

import json
import platform
from importlib.metadata import PackageNotFoundError, version


def version_of(package):
    try:
        return version(package)
    except PackageNotFoundError:
        return None


packages = ["jax", "torch", "keras", "tensorflow-cpu", "scikit-learn", "numpy"]
print(json.dumps({"Python": platform.python_version(), **{name: version_of(name) for name in packages}}))
