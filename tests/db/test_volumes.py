"""Network volumes are told from local ones by the system's table of mounts."""

from pathlib import Path

import pytest

from db.volumes import is_network_kind, is_network_volume, kind_of_mount

TABLE = r"""
/dev/sda1 / ext4 rw,relatime 0 0
proc /proc proc rw 0 0
//server/school /mnt/Школа\040№\04017 cifs rw 0 0
server:/school /srv/school nfs4 rw 0 0
/dev/sdb1 /srv/school/local ext4 rw 0 0
teacher@host: /mnt/ssh fuse.sshfs rw 0 0
/dev/sdc1 /media/flash fuseblk rw 0 0
""".strip()


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/opt/школа.nastavnik", "ext4"),
        ("/mnt/Школа №17/школа.nastavnik", "ext4"),
        ("/mnt/Школа № 17/школа.nastavnik", "cifs"),
        ("/srv/school/школа.nastavnik", "nfs4"),
        ("/srv/school/local/школа.nastavnik", "ext4"),
        ("/srv/schoolbook/школа.nastavnik", "ext4"),
        ("/mnt/ssh/школа.nastavnik", "fuse.sshfs"),
    ],
)
def test_the_deepest_mount_holds_the_file(path, kind):
    assert kind_of_mount(Path(path), TABLE) == kind


@pytest.mark.parametrize("kind", ["cifs", "nfs", "nfs4", "smb3", "fuse.sshfs", "vboxsf", "9p"])
def test_network_kinds(kind):
    assert is_network_kind(kind)


@pytest.mark.parametrize("kind", ["ext4", "btrfs", "xfs", "tmpfs", "overlay", "fuseblk", "vfat"])
def test_local_kinds(kind):
    assert not is_network_kind(kind)


def test_a_file_is_asked_about_by_the_real_table(tmp_path):
    mounts = tmp_path / "mounts"
    mounts.write_text(f"/dev/sda1 / ext4 rw 0 0\n//server/s {tmp_path} cifs rw 0 0\n", "utf-8")
    assert is_network_volume(tmp_path / "школа.nastavnik", mounts)
    assert not is_network_volume(tmp_path.parent / "школа.nastavnik", mounts)
    assert not is_network_volume(tmp_path / "школа.nastavnik", tmp_path / "нет такой")
