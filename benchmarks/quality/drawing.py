"""Line charts as SVG for the pages of the docs: the same bytes for the same figures."""

from html import escape
from pathlib import Path

import msgspec

WIDTH, HEIGHT = 640, 420
LEFT, TOP, RIGHT, BOTTOM = 64, 44, 20, 56
COLOURS = ("#0b6e99", "#b4530a", "#5b5b5b")
DASHES = ("", "7 4", "2 3")
"""Lines differ by more than their colour."""


class Line(msgspec.Struct, frozen=True):
    """A named line through points (x, y); `sizes` draws a dot at each, its area as the number."""

    name: str
    points: tuple[tuple[float, float], ...]
    sizes: tuple[int, ...] = ()


class Chart(msgspec.Struct, frozen=True):
    """What is drawn: the axes have words and run from the first to the second number."""

    title: str
    x: str
    y: str
    x_range: tuple[float, float]
    y_range: tuple[float, float]
    lines: tuple[Line, ...]
    diagonal: bool = False


def _at(chart: Chart, x: float, y: float) -> tuple[float, float]:
    (x0, x1), (y0, y1) = chart.x_range, chart.y_range
    across = LEFT + (x - x0) / (x1 - x0) * (WIDTH - LEFT - RIGHT)
    down = HEIGHT - BOTTOM - (y - y0) / (y1 - y0) * (HEIGHT - TOP - BOTTOM)
    return round(across, 1), round(down, 1)


def _text(x: float, y: float, words: str, extra: str = "") -> str:
    return f'<text x="{x:g}" y="{y:g}" {extra}>{escape(words)}</text>'


def _axes(chart: Chart) -> list[str]:
    (x0, x1), (y0, y1) = chart.x_range, chart.y_range
    out = []
    for n in range(6):
        x, y = x0 + n * (x1 - x0) / 5, y0 + n * (y1 - y0) / 5
        across, down = _at(chart, x, y)
        out.append(f'<path class="grid" d="M{across:g} {TOP}V{HEIGHT - BOTTOM}"/>')
        out.append(f'<path class="grid" d="M{LEFT} {down:g}H{WIDTH - RIGHT}"/>')
        out.append(_text(across, HEIGHT - BOTTOM + 18, f"{x:.3g}", 'text-anchor="middle"'))
        out.append(_text(LEFT - 8, down + 4, f"{y:.3g}", 'text-anchor="end"'))
    middle = (TOP + HEIGHT - BOTTOM) / 2
    out.append(_text((LEFT + WIDTH - RIGHT) / 2, HEIGHT - 14, chart.x, 'text-anchor="middle"'))
    turned = f'text-anchor="middle" transform="rotate(-90 16 {middle:g})"'
    out.append(_text(16, middle, chart.y, turned))
    return out


def svg(chart: Chart) -> str:
    """The chart as an SVG document."""
    out = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" role="img" '
        f'aria-label="{escape(chart.title, quote=True)}" font-family="sans-serif" font-size="13">',
        "<style>.grid{stroke:#ddd;fill:none}.line{fill:none;stroke-width:2}</style>",
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#fff"/>',
        _text(LEFT, 24, chart.title, 'font-size="15" font-weight="bold"'),
        *_axes(chart),
    ]
    if chart.diagonal:
        (a, b), (c, d) = _at(chart, 0, 0), _at(chart, 1, 1)
        out.append(f'<path class="line" stroke="#999" d="M{a:g} {b:g}L{c:g} {d:g}"/>')
    for n, line in enumerate(chart.lines):
        colour, dash = COLOURS[n % len(COLOURS)], DASHES[n % len(DASHES)]
        points = [_at(chart, x, y) for x, y in line.points]
        path = "L".join(f"{x:g} {y:g}" for x, y in points)
        out.append(f'<path class="line" stroke="{colour}" stroke-dasharray="{dash}" d="M{path}"/>')
        for (x, y), size in zip(points, line.sizes, strict=False):
            radius = 2 + (size / 12) ** 0.5
            out.append(
                f'<circle cx="{x:g}" cy="{y:g}" r="{min(radius, 12):.1f}" fill="{colour}" '
                'fill-opacity=".55"/>'
            )
        low = TOP + 20 * n + 24
        out.append(
            f'<path class="line" stroke="{colour}" stroke-dasharray="{dash}" '
            f'd="M{LEFT + 16} {low - 4}h34"/>'
        )
        out.append(_text(LEFT + 58, low, line.name))
    return "\n".join([*out, "</svg>", ""])


def draw(chart: Chart, path: Path) -> None:
    """Writes the chart."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(svg(chart), encoding="utf-8")
