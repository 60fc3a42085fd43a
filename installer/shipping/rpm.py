"""The package for Alt, РЕД ОС and their kin."""

from __future__ import annotations

from pathlib import Path

from installer.shipping import elf, linux_bundle, linux_tree, program, tools

RELEASE = "1"
# xz, since zstd is unknown to the older of these systems; nothing of the build machine's own
# distribution is added to the files or to what is asked for.
_SPEC = """\
%define _binary_payload w9.xzdio
%define _build_id_links none
%define __os_install_post %{{nil}}
%define debug_package %{{nil}}
%define use_source_date_epoch_as_buildtime 1
%define clamp_mtime_to_source_date_epoch 1
Name: {name}
Version: {version}
Release: {release}
Summary: {summary}
License: MIT
Group: Office
BuildArch: x86_64
AutoReqProv: no
{requires}

%description
{description}

%install
mkdir -p %{{buildroot}}
cp -a {tree}/. %{{buildroot}}/

%files
%defattr(-,root,root,-)
{files}
"""


def make(tree: Path) -> Path:
    """Pack the tree; returns the file in ``dist``. Raises SetupFailed."""
    work = program.emptied(program.BUILD / "rpm")
    spec = work / f"{program.PACKAGE}.spec"
    spec.write_text(_spec(tree), encoding="utf-8")
    tools.run(
        [
            *("rpmbuild", "-bb", "--target", "x86_64", "--define", f"_topdir {work}"),
            *("--define", f"_rpmdir {work}", "--define", "_buildhost localhost", spec),
        ],
        "Пакет .rpm",
    )
    name = f"{program.PACKAGE}-{program.VERSION}-{RELEASE}.x86_64.rpm"
    program.DIST.mkdir(exist_ok=True)
    return (work / "x86_64" / name).replace(program.DIST / name)


def _spec(tree: Path) -> str:
    return _SPEC.format(
        name=program.PACKAGE,
        version=program.VERSION,
        release=RELEASE,
        summary=program.SUMMARY,
        description=program.DESCRIPTION,
        requires="\n".join(f"Requires: {each}" for each in _requires()),
        tree=tree,
        files="\n".join(_files(tree)),
    )


def _requires() -> list[str]:
    """Libraries of the system, named the way every rpm system provides them."""
    glibc = ".".join(str(part) for part in elf.newest_version(linux_bundle.FOLDER))
    libraries = [f"{name}()(64bit)" for name in linux_bundle.outside_libraries()]
    return [*libraries, f"libc.so.6(GLIBC_{glibc})(64bit)"]


def _files(tree: Path) -> list[str]:
    """Folders of our own as a whole, files among those of others one by one."""
    own = [linux_tree.LIBRARY, linux_tree.DOCS]
    return [f"/{folder}" for folder in own] + [
        f"/{path.relative_to(tree)}"
        for path in sorted(tree.rglob("*"))
        if (path.is_file() or path.is_symlink())
        and not any(path.relative_to(tree).is_relative_to(folder) for folder in own)
    ]
