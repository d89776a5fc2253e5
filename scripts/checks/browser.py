"""Headless Chromium for checks: no port and no WebSocket, and it reaches no network. Standard library only."""
import fcntl, json, os, pathlib, select, shutil, signal, subprocess, tempfile, time

SCRIPTS = pathlib.Path(__file__).resolve().parent.parent


class Trouble(Exception):
    """The check itself could not run."""


class Timeout(Exception):
    """The browser did not answer in time."""


def browser_path():
    """The browser that scripts/prerequisites finds, or installs."""
    found = os.environ.get("PODMAP_BROWSER")
    if not found:
        found = subprocess.run([str(SCRIPTS / "prerequisites"), "browser"], stdout=subprocess.PIPE, text=True, timeout=1800).stdout.strip()
    if not found:
        raise Trouble("no Chromium (see above); install it, or name one in PODMAP_BROWSER")
    return found


class Browser:
    """Headless Chromium with one page, driven over its debugging pipe (fd 3 in, fd 4 out)."""

    def __init__(self, executable, environment=None):
        self.dir = tempfile.mkdtemp(prefix="podmap-browser-")
        self.buffer, self.serial, self.session, self.closed = b"", 0, None, False
        far_in, self.down = (fcntl.fcntl(fd, fcntl.F_DUPFD_CLOEXEC, 10) for fd in opened(os.pipe()))
        self.up, far_out = (fcntl.fcntl(fd, fcntl.F_DUPFD_CLOEXEC, 10) for fd in opened(os.pipe()))
        args = [executable, "--headless", "--remote-debugging-pipe", "--no-sandbox", "--disable-gpu",
                "--disable-dev-shm-usage", "--no-first-run", "--hide-scrollbars", "--disable-extensions", "--mute-audio",
                "--host-resolver-rules=MAP * ~NOTFOUND", "--user-data-dir=" + self.dir + "/profile", "about:blank"]
        self.proc = subprocess.Popen(["/bin/sh", "-c", f'exec "$0" "$@" 3</dev/fd/{far_in} 4>/dev/fd/{far_out}', *args],
                                     stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                                     pass_fds=(far_in, far_out), start_new_session=True, env=environment)
        os.close(far_in), os.close(far_out)
        try:
            target = self.call("Target.createTarget", {"url": "about:blank"}, 60)["targetId"]
            self.session = self.call("Target.attachToTarget", {"targetId": target, "flatten": True}, 30)["sessionId"]
            self.call("Page.enable", {}, 30)
        except BaseException:
            self.close()
            raise

    def call(self, method, params, timeout):
        self.serial += 1
        message = {"id": self.serial, "method": method, "params": params}
        if self.session:
            message["sessionId"] = self.session
        data, end = json.dumps(message).encode() + b"\0", time.monotonic() + timeout
        try:
            while data:
                data = data[os.write(self.down, data):]
        except BrokenPipeError:
            raise Trouble("the browser ended") from None
        while True:
            while b"\0" in self.buffer:
                raw, self.buffer = self.buffer.split(b"\0", 1)
                reply = json.loads(raw)
                if reply.get("id") == self.serial:
                    if "error" in reply:
                        raise Trouble(f"{method}: {reply['error'].get('message')}")
                    return reply["result"]
            left = end - time.monotonic()
            if left <= 0 or not select.select([self.up], [], [], left)[0]:
                raise Timeout(f"no answer in {timeout:g} s")
            chunk = os.read(self.up, 1 << 20)
            if not chunk:
                raise Trouble("the browser ended")
            self.buffer += chunk

    def evaluate(self, expression, timeout):
        out = self.call("Runtime.evaluate", {"expression": expression, "awaitPromise": True, "returnByValue": True}, timeout)
        if "exceptionDetails" in out:
            raise Trouble(str(out["exceptionDetails"].get("exception", {}).get("description") or out["exceptionDetails"]))
        return out["result"].get("value")

    def close(self):
        if self.closed:
            return
        self.closed = True
        try:
            os.killpg(self.proc.pid, signal.SIGKILL)
        except (ProcessLookupError, PermissionError):
            pass
        self.proc.wait()
        os.close(self.down), os.close(self.up)
        shutil.rmtree(self.dir, ignore_errors=True)


def opened(ends):
    """The two ends of a pipe, each closed once it has been duplicated."""
    for fd in ends:
        yield fd
        os.close(fd)
