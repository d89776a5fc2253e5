"""A picture of podmap as D2, so that D2's layouts place the same graph."""
import importlib.machinery, importlib.util, pathlib, re, sys

PICTURE_CHECK = pathlib.Path(__file__).resolve().parent.parent / "picture-check"
TITLE_SIZE, LABEL_SIZE, SMALLEST = 16, 13, 8   # of texts, in px


def load_picture_check():
    """picture-check as a module; it has no extension, since people run it."""
    loader = importlib.machinery.SourceFileLoader("picture_check", str(PICTURE_CHECK))
    module = importlib.util.module_from_spec(importlib.util.spec_from_loader("picture_check", loader))
    sys.modules["picture_check"] = module
    keeps, sys.dont_write_bytecode = sys.dont_write_bytecode, True
    try:
        loader.exec_module(module)
    finally:
        sys.dont_write_bytecode = keeps
    return module


picture_check = load_picture_check()


def quoted(lines):
    """Lines of text as one D2 string, with a break between them."""
    escaped = (line.replace("\\", "\\\\").replace('"', '\\"').replace("$", "\\$") for line in lines)
    return '"' + "\\n".join(escaped) + '"'


class Graph:
    """The cards with their sizes and names, frames, lines, labels and directions of one picture.

    The other texts of cards are left out: D2 would set them with other widths, and they are inside the card anyway.
    """

    def __init__(self, picture):
        self.picture = picture
        self.parents = {}           # the innermost frame around a card or frame, by the object's identity
        for one in (*picture.cards, *picture.frames):
            around = [frame for frame in picture.frames if frame is not one and picture_check.holds(frame.box, one.box)]
            self.parents[id(one)] = min(around, key=lambda frame: picture_check.area(frame.box), default=None)
        # D2 ignores case in names and gives some a meaning; a number first makes each one unique.
        self.names = {id(one): f"n{number}_{re.sub(r'[^A-Za-z0-9]', '_', one.id)}"
                      for number, one in enumerate((*picture.cards, *picture.frames))}

    def text(self):
        lines = [f"direction: {self.direction()}", *self.contents(None, "")]
        lines += [self.line(edge) for edge in self.picture.edges if all(edge.ends)]
        return "\n".join(lines) + "\n"

    def direction(self):
        """The direction of most lines in the picture, which D2 can't choose itself."""
        right = down = 0
        for edge in self.picture.edges:
            if all(edge.ends) and edge.ends[0] is not edge.ends[1]:
                start, end = (card.box for card in edge.ends)
                right += end[0] >= start[2]
                down += end[1] >= start[3]
        return "right" if right > down else "down"

    def contents(self, frame, indent):
        for card in self.picture.cards:
            if self.parents[id(card)] is frame:
                width, height = round(card.box[2] - card.box[0]), round(card.box[3] - card.box[1])
                size = max((text.size for text in card.texts), default=0)
                name = [text.words for text in card.texts if text.size > size - 0.01]
                style = f"width: {width}; height: {height}; style.font-size: {max(SMALLEST, round(size))}"
                yield f"{indent}{self.names[id(card)]}: {quoted(name)} {{{style}}}"
        for inner in self.picture.frames:
            if self.parents[id(inner)] is frame:
                title = " ".join(text.words for text in inner.texts)
                yield f"{indent}{self.names[id(inner)]}: {quoted([title])} {{"
                yield f"{indent}  style.font-size: {TITLE_SIZE}"
                yield from self.contents(inner, indent + "  ")
                yield f"{indent}}}"

    def line(self, edge):
        """The order of the ends is what a layout goes by: as in podmap's graph, whichever end has the arrow head."""
        start, end, arrow = *edge.ends, "->"
        if edge.is_reversed:
            start, end, arrow = end, start, "<-"
        label = quoted([text.words for text in edge.texts]) if edge.texts else ""
        return f"{self.path(start)} {arrow} {self.path(end)}: {label} {{style.font-size: {LABEL_SIZE}}}"

    def path(self, one):
        parent = self.parents[id(one)]
        return (self.path(parent) + "." if parent else "") + self.names[id(one)]


def read(svg):
    return picture_check.load(str(svg), "graphviz")


def has_cards(svg):
    """Whether the picture in a file of podmap shows anything."""
    return bool(read(svg).cards)


def text(svg):
    """The picture in a file of podmap, as D2."""
    return Graph(read(svg)).text()
