"""Which kind of volume a file lies on: SQLite's WAL must not be used over a network."""

from __future__ import annotations

import re
import sys
from pathlib import Path

# Kinds of file systems whose data live on another computer or outside the virtual machine:
# memory shared between processes, which WAL needs, does not work on them.
_NETWORK_KINDS = frozenset(
    {
        "9p", "afs", "ceph", "cifs", "coda", "davfs", "glusterfs", "gfs2", "lustre", "ncpfs",
        "nfs", "nfs4", "ocfs2", "prl_fs", "smb3", "smbfs", "vboxsf", "virtiofs", "vmhgfs",
    }
)  # fmt: skip
_DRIVE_REMOTE = 4
_DRIVE_UNKNOWN = (0, 1)


def is_network_volume(path: Path, mounts: Path = Path("/proc/self/mounts")) -> bool:
    """Whether the file at ``path`` is reached over a network, also by a mapped drive letter.

    A volume of unknown kind counts as local on Linux and as a network on Windows.
    """
    if sys.platform == "win32":
        return _is_remote_drive(path)
    try:
        table = mounts.read_text(encoding="utf-8", errors="surrogateescape")
    except OSError:
        return False
    return is_network_kind(kind_of_mount(path.resolve(), table))


def is_network_kind(kind: str) -> bool:
    """Whether a file system of this kind (as /proc/mounts names it) lies elsewhere.

    File systems in user space (sshfs, rclone, gvfs …) count as remote.
    """
    if kind.startswith("fuse.") or kind == "fuse":
        return True
    return kind in _NETWORK_KINDS


def kind_of_mount(path: Path, table: str) -> str:
    """The kind of the file system that holds an absolute path, by the text of /proc/mounts."""
    best, kind = -1, ""
    for line in table.splitlines():
        fields = line.split(" ")
        point = Path(_unescaped(fields[1]))
        if path.is_relative_to(point) and len(point.parts) >= best:
            best, kind = len(point.parts), fields[2]
    return kind


def _unescaped(field: str) -> str:
    """/proc/mounts writes blanks and backslashes in octal."""
    return re.sub(r"\\([0-7]{3})", lambda found: chr(int(found[1], 8)), field)


def _is_remote_drive(path: Path) -> bool:
    import ctypes

    root = ctypes.create_unicode_buffer(1024)
    kernel = ctypes.CDLL("kernel32")
    if not kernel.GetVolumePathNameW(str(path.absolute()), root, len(root)):
        return True
    return kernel.GetDriveTypeW(root.value) in (_DRIVE_REMOTE, *_DRIVE_UNKNOWN)
