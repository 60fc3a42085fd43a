"""A bare Debian in a folder: what is run there sees only what was installed there."""

from __future__ import annotations

import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

from installer.shipping import program, tools

USER = "teacher"
HOME = f"/srv/{USER}"
_ENTER = (
    'root=$1; shift; mount --bind /proc "$root/proc"; mount --bind /dev "$root/dev"; '
    'exec chroot "$@"'
)


@dataclass(frozen=True)
class BareSystem:
    """One laid out system; commands run as root or as the ordinary user."""

    suite: str
    folder: Path

    @classmethod
    def laid_out(cls, suite: str, folder: Path) -> BareSystem:
        """Lay a system out from an archive that is made once."""
        tools.ensure({"mmdebstrap": "mmdebstrap"})
        archive = program.BUILD / f"bare-{suite}.tar"
        if not archive.exists():
            tools.run(["mmdebstrap", "--variant=minbase", suite, archive], f"Система {suite}")
        made = cls(suite, program.emptied(folder))
        tools.run(["tar", "-xf", archive, "-C", folder, "--exclude=./dev/*"], "Система")
        shutil.copy("/etc/resolv.conf", folder / "etc/resolv.conf")
        made.run("apt-get", "update", "-qq")
        made.run("useradd", "--create-home", "--home-dir", HOME, USER)
        return made

    def run(self, *command, user="root", surroundings=None, check=True):
        """Run a command to its end; returns it with its output."""
        answer = subprocess.run(
            self.line(command, user, surroundings),
            capture_output=True,
            encoding="utf-8",
            check=False,
            stdin=subprocess.DEVNULL,
        )
        assert not check or answer.returncode == 0, answer.stdout + answer.stderr
        return answer

    def line(self, command, user="root", surroundings=None):
        """The command of this machine that runs a command there."""
        home = HOME if user == USER else "/root"
        variables = {
            "PATH": "/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin",
            "HOME": home,
            "DEBIAN_FRONTEND": "noninteractive",
            "LC_ALL": "C.UTF-8",
            **(surroundings or {}),
        }
        inside = ["env", "-i", "-C", home, *(f"{key}={value}" for key, value in variables.items())]
        rights = [f"--userspec={user}:{user}"]
        enter = ["unshare", "--mount", "sh", "-euc", _ENTER, "enter", str(self.folder)]
        return [*enter, *rights, str(self.folder), *inside, *(str(word) for word in command)]

    def take_in(self, path, into=HOME):
        """Copy a file of this machine there; returns its place there."""
        target = self.folder / into.lstrip("/") / path.name
        shutil.copy(path, target)
        target.chmod(0o644)
        return f"{into}/{path.name}"

    def path(self, inside):
        """A place there as this machine sees it."""
        return self.folder / inside.lstrip("/")

    def remove(self):
        shutil.rmtree(self.folder)
