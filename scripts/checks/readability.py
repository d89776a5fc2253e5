"""Whether pictures can be read on a documentation page, by the figures of picture-check."""
import collections, concurrent.futures, json, os, pathlib, subprocess, sys

PICTURE_CHECK = pathlib.Path(__file__).resolve().parent.parent / "picture-check"

# What a picture needs on a page 830 px wide. Lengths are CSS pixels.
PAGE = 830
MINIMA = {"name_min": 11, "detail_min": 9}     # of a flow diagram
SEQUENCE_MINIMA = {"name_min": 9, "detail_min": 9}
WIDEST, HIGHEST = 3, 1 / 2                     # width to height of a flow diagram,
FREE_WIDTH, FREE_HEIGHT = 830, 900             # unless it is at most this wide and high
NONE = ("text_overlaps", "overflows", "through_cards")
NEEDED = (*MINIMA, "width_px", "height_px", "aspect", *NONE)

# The pictures of a view that must meet this, in percent. NONE applies to every picture.
SHARES = {"workloads": 90, "network": 90, "lifecycle": 100, "traffic": 100}
OTHER_SHARES = 95
LISTED = 12                                    # pictures of a view that the report names, the worst first


class Picture:
    """What is wrong with one picture."""

    def __init__(self, name, is_sequence, figures):
        self.name, self.figures = name, figures
        self.complaints, self.distance = [], 0.0
        for figure, least in (SEQUENCE_MINIMA if is_sequence else MINIMA).items():
            value = figures[figure]
            if value is not None and value < least:
                self.complain(f"{figure} {value:g}", least / max(value, 0.1))
        aspect, width, height = figures["aspect"], figures["width_px"], figures["height_px"]
        is_free = is_sequence or width <= FREE_WIDTH and height <= FREE_HEIGHT
        if not is_free and not HIGHEST <= aspect <= WIDEST:
            self.complain(f"{width} × {height} px", max(aspect / WIDEST, HIGHEST / max(aspect, 0.01)))

    def complain(self, words, distance):
        self.complaints.append(words)
        self.distance = max(self.distance, distance)

    def defects(self):
        """Each figure that must be 0 and is not, with the first place."""
        for figure in NONE:
            if self.figures[figure]:
                first = next(f"{p['what']} at {p['x']},{p['y']}" for p in self.figures["places"] if p["figure"] == figure)
                yield f"{figure} is {self.figures[figure]}: {first}"


def measured(files, out, wanted=NEEDED):
    """The figures of picture-check, by path; it runs once for each processor."""
    files = sorted(files, key=lambda file: -file.stat().st_size)
    count = min(os.cpu_count() or 1, len(files))

    def run(number):
        report = out / f"pictures-{number}.json"
        done = subprocess.run([sys.executable, "-B", str(PICTURE_CHECK), "--width", str(PAGE), "--json", str(report),
                               "--figures", *wanted, *map(str, files[number::count])],
                              stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
        if done.returncode:
            raise OSError(f"picture-check could not run: {done.stderr.strip()[-500:]}")
        return json.loads(report.read_text(encoding="utf-8"))

    with concurrent.futures.ThreadPoolExecutor(count or 1) as pool:
        return {figures["file"]: figures for part in pool.map(run, range(count)) for figures in part}


class Readability:
    """The pictures of all views."""

    def __init__(self, files, sequences, out):
        """`files` has (view, set, path) of each picture."""
        figures = measured([path for _, _, path in files], out)
        self.pictures = {path: Picture(f"{name}/{path.name}", view in sequences, figures[str(path)])
                         for view, name, path in files}
        self.views = collections.defaultdict(list)
        for view, _, path in files:
            self.views[view].append(self.pictures[path])

    def report(self):
        """Prints the share of each view; returns the numbers of views that reach theirs, and of those that do not."""
        results = [self.view(view, pictures) for view, pictures in self.views.items()]
        return sum(results), len(results) - sum(results)

    @staticmethod
    def view(view, pictures):
        needed = SHARES.get(view, OTHER_SHARES)
        bad = sorted((p for p in pictures if p.complaints), key=lambda p: (-p.distance, p.name))
        good = len(pictures) - len(bad)
        is_enough = 100 * good >= needed * len(pictures)
        print(f"{'ok  ' if is_enough else 'FAIL'}  view {view}: {good} of {len(pictures)} pictures can be read on a page, "
              f"{100 * good // len(pictures)} %, {needed} % needed")
        for picture in bad[:LISTED]:
            print(f"      {picture.name}: {', '.join(picture.complaints)}")
        if len(bad) > LISTED:
            print(f"      and {len(bad) - LISTED} more")
        return is_enough
