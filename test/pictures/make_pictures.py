"""Writes pictures.json: small pictures in every kind of file, made by pypng and Pillow, and what they show.

pip install pillow==13.0.0 pypng==0.20220715.0 numpy==2.4.6; python test/pictures/make_pictures.py

Each entry: `file` (base64), and `rgba`, the pixels (base64) that Pillow reads from it, turned upright.
"""

import base64
import io
import json
import pathlib

import numpy
import png
from PIL import Image, ImageOps

WIDTH, HEIGHT = 13, 11
random = numpy.random.default_rng(5)
pictures = {}


def add(name, data):
    image = ImageOps.exif_transpose(Image.open(io.BytesIO(data)))
    mode = image.mode
    if mode.startswith("I"):  # 16 bits of grey, which Pillow would clip
        grey = numpy.round(numpy.asarray(image).astype(float) / 257).astype("u1")
        image = Image.fromarray(grey)
    rgba = numpy.asarray(image.convert("RGBA"))
    pictures[name] = {
        "width": image.width,
        "height": image.height,
        "file": base64.b64encode(data).decode(),
        "rgba": base64.b64encode(rgba.tobytes()).decode(),
    }


def samples(planes, depth, width=WIDTH, height=HEIGHT):
    """Smooth areas with noise, so that files choose different filters."""
    ramp = numpy.add.outer(numpy.arange(height) * 5, numpy.arange(width) * 3)[..., None] / 100
    noisy = (ramp + random.uniform(0, 0.3, (height, width, planes))) % 1
    return numpy.floor(noisy * 2**depth).astype(int).reshape(height, width * planes)


def png_of(rows, **options):
    out = io.BytesIO()
    planes = (1 if options.get("greyscale", True) or "palette" in options else 3) + options.get("alpha", False)
    png.Writer(len(rows[0]) // planes, len(rows), **options).write(out, rows.tolist())
    return out.getvalue()


def add_pngs():
    kinds = [("grey", 1, {"greyscale": True}, [1, 2, 4, 8, 16]), ("rgb", 3, {"greyscale": False}, [8, 16])]
    kinds += [("grey-alpha", 2, {"greyscale": True, "alpha": True}, [8, 16]), ("rgba", 4, {"greyscale": False, "alpha": True}, [8, 16])]
    for name, planes, options, depths in kinds:
        for depth in depths:
            for interlace in (False, True):
                data = png_of(samples(planes, depth), bitdepth=depth, interlace=interlace, **options)
                add(f"png-{name}-{depth}{'-interlaced' if interlace else ''}", data)
    for depth in (1, 2, 4, 8):
        for interlace in (False, True):
            palette = [tuple(int(v) for v in random.integers(0, 256, 3)) for _ in range(2**depth)]
            data = png_of(samples(1, depth), bitdepth=depth, palette=palette, interlace=interlace)
            add(f"png-palette-{depth}{'-interlaced' if interlace else ''}", data)
    palette = [(9, 9, 9, 255), (200, 0, 0, 0), (0, 99, 0, 128), (0, 0, 250, 255)]
    add("png-palette-transparent", png_of(samples(1, 2), bitdepth=2, palette=palette))
    for name, planes, transparent in (("grey", 1, 100), ("rgb", 3, (10, 20, 30))):
        rows = samples(planes, 8)
        rows[2, : 2 * planes] = numpy.tile(transparent, 2)
        add(f"png-{name}-transparent-colour", png_of(rows, bitdepth=8, greyscale=planes == 1, transparent=transparent))
    image = Image.fromarray(samples(3, 8, 40, 30).reshape(30, 40, 3).astype("u1"))
    for level in (0, 9):  # Pillow's zlib tries every filter
        add(f"png-filters-{level}", saved(image, "PNG", compress_level=level))
    for width in (1, 2, 3, 4, 5):
        data = png_of(samples(1, 2, width, 9 - width), bitdepth=2, greyscale=True, interlace=True)
        add(f"png-tiny-{width}-interlaced", data)


def saved(image, kind, **options):
    out = io.BytesIO()
    image.save(out, kind, **options)
    return out.getvalue()


def add_others():
    colour = Image.fromarray(samples(3, 8).reshape(HEIGHT, WIDTH, 3).astype("u1"))
    alpha = Image.fromarray(samples(4, 8).reshape(HEIGHT, WIDTH, 4).astype("u1"))
    grey = colour.convert("L")
    for name, image in (("1", grey.convert("1")), ("8", grey), ("palette", colour.quantize(16)), ("24", colour), ("32", alpha)):
        add(f"bmp-{name}", saved(image, "BMP"))
    large = Image.fromarray(samples(3, 8, 90, 70).reshape(70, 90, 3).astype("u1"))
    for name, image in (("", colour.quantize(16)), ("-two", grey.convert("1")), ("-large", large.quantize(256))):
        add(f"gif{name}", saved(image, "GIF", interlace=0))
        add(f"gif{name}-interlaced", saved(image, "GIF", interlace=1))
    cut = colour.quantize(8)
    add("gif-transparent", saved(cut, "GIF", transparency=3))
    add("gif-moving", saved(cut, "GIF", save_all=True, append_images=[cut.rotate(180)], duration=100))
    for name, options in (("", {}), ("-progressive", {"progressive": True}), ("-420", {"subsampling": 2})):
        add(f"jpeg{name}", saved(colour, "JPEG", quality=95, **options))
    add("jpeg-grey", saved(grey, "JPEG", quality=95))
    for orientation in range(1, 9):
        exif = Image.Exif()
        exif[0x0112] = orientation
        add(f"jpeg-exif-{orientation}", saved(colour, "JPEG", quality=95, exif=exif))
    add("webp-lossless", saved(colour, "WEBP", lossless=True))
    add("webp-lossless-alpha", saved(alpha, "WEBP", lossless=True, exact=True))
    add("webp-lossy", saved(colour, "WEBP", quality=95))
    add("webp-extended", saved(alpha, "WEBP", quality=95))


add_pngs()
add_others()
pathlib.Path(__file__).with_name("pictures.json").write_text(json.dumps(pictures, indent=1) + "\n")
