"""The few expressions of GitHub Actions that action.yml uses: names, texts, == and &&. Anything else is an error."""
import re

PART = re.compile(r"\$\{\{(.*?)\}\}")
NAME = re.compile(r"[a-z_]+(\.[A-Za-z0-9_-]+)+")


def value(expression, contexts):
    expression = expression.strip()
    if "&&" in expression:
        return all(value(side, contexts) is True for side in expression.split("&&"))
    for operator, is_same in (("==", True), ("!=", False)):
        if operator in expression:
            left, right = (text(value(side, contexts)) for side in expression.split(operator))
            return (left == right) is is_same
    if re.fullmatch(r"'[^']*'", expression):
        return expression[1:-1]
    if not NAME.fullmatch(expression):
        raise AssertionError(f"the expression '{expression}' is not one that the check understands; use a simpler one")
    found = contexts
    for key in expression.split("."):
        found = found.get(key, "") if isinstance(found, dict) else ""
    return found


def text(found):
    return str(found).lower() if isinstance(found, bool) else str(found)


def filled(template, contexts):
    """A text of the action with its expressions evaluated."""
    return PART.sub(lambda part: text(value(part[1], contexts)), str(template))
