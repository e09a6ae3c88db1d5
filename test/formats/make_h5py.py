"""Writes files/h5py-*.h5, HDF5 in every form of which the reader knows, and h5py.json with what h5py reads from them.

    python -m venv venv && venv/bin/pip install h5py==3.16.0 numpy==2.4.6 && venv/bin/python make_h5py.py
"""

import json
import pathlib

import h5py
import numpy as np

here = pathlib.Path(__file__).parent
random = np.random.default_rng(17)
noted = {}


def fill(file, order):
    floats = random.normal(0, 100, (2, 3))
    for kind in ("<f2", ">f2", "<f4", ">f4", "<f8", ">f8"):
        file.create_dataset(f"floats/{'little' if kind[0] == '<' else 'big'}-{kind[1:]}", data=floats.astype(kind))
    special = [0, -0.0, 6e-8, -5e-7, 6.1e-5, 65504, np.inf, -np.inf, 1 / 3]
    file.create_dataset("floats/special", data=np.array(special, "<f2"))
    for kind, value in (("<i4", 70000), (">i4", 70001), ("<i8", 2**40), (">i8", 2**40 + 5), ("<i4", 0), ("<i8", 2**53 - 1)):
        file.create_dataset(f"wholes/{value}", data=np.array(value, kind))
    file.create_dataset("wholes/one", data=np.array([7], "<i8"))
    for name, value in (("negative", -1), ("beyond", 2**53)):
        file.create_dataset(f"odd/{name}", data=np.array(value, "<i8"))
    for kind in ("<u4", "<u8", "<i2", "u1"):
        file.create_dataset(f"odd/{kind.strip('<')}", data=np.array(3, kind))
    file.create_dataset("odd/two", data=np.array([1, 2], "<i4"))
    compact = h5py.h5p.create(h5py.h5p.DATASET_CREATE)
    compact.set_layout(h5py.h5d.COMPACT)
    space = h5py.h5s.create_simple((3,))
    dataset = h5py.h5d.create(file["floats"].id, b"compact", h5py.h5t.IEEE_F32LE, space, compact)
    dataset.write(h5py.h5s.ALL, h5py.h5s.ALL, np.array([1.5, -2, 3], "f4"))
    packed = file.create_group("packed", track_order=order)
    packed.create_dataset("chunks", data=np.arange(4, dtype="f4"), chunks=(2,))
    packed.create_dataset("gzip", data=np.arange(4, dtype="f4"), compression="gzip")
    group = file.create_group("texts", track_order=order)
    group.attrs["short"] = "Grüße"
    group.attrs["empty"] = ""
    group.attrs["list"] = ["eins", "zwei ", "", "a longer one, of more than sixteen bytes"]
    group.attrs["fixed"] = np.array([b"abc", b"de", b""], "S3")
    group.attrs["wide"] = np.bytes_("x" * 300)
    group.attrs["number"] = 5
    group.attrs["none"] = h5py.Empty("S4")
    file["again"] = h5py.SoftLink("/texts")
    file.create_group("a" * 300)
    file.create_group("größer")


def described(file):
    floats, wholes, odd = ({n: d[()] for n, d in file[g].items()} for g in ("floats", "wholes", "odd"))
    texts = {}
    for name, value in file["texts"].attrs.items():
        if isinstance(value, (int, np.integer, h5py.Empty)):
            texts[name] = []
        else:
            texts[name] = [v.decode() if isinstance(v, bytes) else str(v) for v in np.atleast_1d(value)]
    return {
        "names": sorted(n for n in file if not isinstance(file.get(n, getlink=True), h5py.SoftLink)),
        "floats": {n: {"shape": v.shape, "data": [str(float(x)) for x in v.astype("f4").ravel()]} for n, v in floats.items()},
        "wholes": {n: int(np.ravel(v)[0]) for n, v in wholes.items()},
        "odd": list(odd),
        "texts": texts,
    }


versions = {"early": (None, False), "latest": (("v110", "v110"), False), "ordered": (("v108", "v108"), True)}
for name, (libver, order) in versions.items():
    path = here / "files" / f"h5py-{name}.h5"
    with h5py.File(path, "w", libver=libver, track_order=order) as file:
        fill(file, order)
    with h5py.File(path) as file:
        noted[path.name] = described(file)

# What writeHdf5 wrote: `INKGRAD_UPDATE=1 npx vitest run test/formats/hdf5.test.ts` writes it anew.
with h5py.File(here / "files" / "hdf5-ours.h5") as file:
    ours = {"attributes": {"/": dict(file.attrs)}, "datasets": {}}

    def visit(name, item):
        if isinstance(item, h5py.Dataset):
            value = item[()]
            ours["datasets"][name] = [str(item.dtype), list(item.shape), np.ravel(value).tolist()]
        else:
            ours["attributes"][name] = dict(item.attrs)

    file.visititems(visit)
    decode = lambda value: value.decode() if isinstance(value, bytes) else str(value)
    ours["attributes"] = {n: {k: decode(v) for k, v in a.items()} for n, a in ours["attributes"].items()}
noted = {"read": noted, "ours": ours}

(here / "h5py.json").write_text(json.dumps(noted, indent=1, ensure_ascii=False) + "\n")
