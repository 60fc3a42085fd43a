"""What a traced program called: whom it connected to, and which files it made or changed."""

from __future__ import annotations

import re

from installer.shipping import tools

_CALLS = (
    "trace=connect,sendto,bind,openat,creat,mkdir,mkdirat,unlink,unlinkat,rmdir,truncate,"
    "rename,renameat,renameat2,link,linkat,symlink,symlinkat"
)
_CONNECTS = re.compile(r"\b(?:connect|sendto|bind)\(.*sa_family=AF_INET")
_OPENED = re.compile(
    r'\bopenat\([^,]+, "(?P<path>[^"]+)", [A-Z_|]*O_(?:WRONLY|RDWR|CREAT).*\) = \d'
)
_MADE = re.compile(
    r"\b(?:mkdir|unlink|rmdir|creat|truncate|rename|link|symlink)(?:at2?)?\((?P<words>.*)\) = \d"
)
_PATH = re.compile(r'"([^"]+)"')
_DEVICES = ("/dev/", "/proc/")


def traced(trace):
    """The words before a command that write its calls, and those of what it starts, to a file."""
    tools.ensure({"strace": "strace"})
    return ["strace", "-f", "-qq", "-s", "4096", "-o", str(trace), "-e", _CALLS]


def connections(trace):
    """Lines of the calls that reach for a network."""
    return [line for line in _lines(trace) if _CONNECTS.search(line)]


def written_outside(trace, *folders):
    """Files written, made or removed that lie in none of the folders; devices are no files."""
    allowed = (*(f"{folder}/" for folder in folders), *_DEVICES)
    written = {path for line in _lines(trace) for path in _written(line)}
    return sorted(
        path for path in written if path.startswith("/") and not f"{path}/".startswith(allowed)
    )


def _written(line):
    if opened := _OPENED.search(line):
        return [_decoded(opened["path"])]
    if made := _MADE.search(line):
        return [_decoded(path) for path in _PATH.findall(made["words"])]
    return []


def _decoded(text):
    """A path as strace tells it: letters beyond ASCII as octal numbers."""
    return text.encode("latin-1").decode("unicode_escape").encode("latin-1").decode("utf-8")


def _lines(trace):
    return trace.read_text("utf-8", "replace").splitlines()
