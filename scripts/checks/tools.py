"""The frame of a check: its Python, its arguments, its cases, and how long they took."""
import argparse, os, pathlib, subprocess, sys, time, traceback

sys.stdout.reconfigure(line_buffering=True)  # in order with standard error

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
VENV = ROOT / ".build/tools-venv"


def tool(name):
    """The path of a program of scripts/requirements.txt."""
    path = VENV / "bin" / name
    if not path.exists():
        stop(f"{name} is missing; run: scripts/prerequisites test")
    return str(path)


def stop(message):
    print(f"{pathlib.Path(sys.argv[0]).name}: {message}", file=sys.stderr)
    sys.exit(2)


def arguments(doc, records=False):
    parser = argparse.ArgumentParser(description=doc.splitlines()[0], formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--podmap", required=True, type=pathlib.Path, help="the binary to check")
    parser.add_argument("-k", dest="only", default="", help="run only cases whose names contain this")
    if records:
        parser.add_argument("--record", action="store_true", help="write the expected outputs again, and fail")
    given = parser.parse_args()
    if not os.access(given.podmap, os.X_OK):
        stop(f"no program '{given.podmap}'; run: make build")
    given.podmap = given.podmap.resolve()
    return given


def run(arguments, **options):
    """Runs a program and returns the finished process, with its output as text; a failure raises an error with the output."""
    expected = options.pop("expected", 0)
    done = subprocess.run(list(map(str, arguments)), text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, **options)
    if expected is not None and done.returncode != expected:
        raise AssertionError(f"{' '.join(map(str, arguments))} ended with {done.returncode}, not {expected}:\n{done.stdout}")
    return done


def expect(condition, message, log=""):
    if not condition:
        raise AssertionError(message + (f"\n{log}" if log else ""))


def run_cases(cases, only=""):
    """Runs functions whose names say what they check, and exits."""
    began, failed = time.monotonic(), 0
    chosen = [case for case in cases if only in case.__name__]
    for case in chosen:
        name, start = case.__name__.replace("_", " "), time.monotonic()
        try:
            case()
            print(f"ok    {name} ({time.monotonic() - start:.1f} s)", flush=True)
        except Exception as error:  # a check that breaks has failed
            failed += 1
            if not isinstance(error, AssertionError):
                traceback.print_exc()
            print(f"FAIL  {name}: {error}", flush=True)
    print(f"{len(chosen) - failed} passed, {failed} failed, {time.monotonic() - began:.1f} s")
    sys.exit(1 if failed or not chosen else 0)
