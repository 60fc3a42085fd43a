#!/bin/sh
# Inside the old root: SQLite and CPython from Debian's unpacked sources, into /usr/local, where
# compiler and loader look by themselves.
# Usage: build_python.sh SOURCES, where SOURCES holds the folders sqlite3 and python3.
set -eu
sources=$1
here=$(cd "$(dirname "$0")" && pwd)
jobs=$(nproc)

# Functions that got a new symbol version after GLIBC_2.28 are bound to their old one.
flags="-O2 -g0 -include $here/old_symbols.h"

cd "$sources/sqlite3"
# The same promises as Debian's own library: full-text search, and deleted data is overwritten.
features="-DSQLITE_ENABLE_FTS5 -DSQLITE_ENABLE_COLUMN_METADATA -DSQLITE_SECURE_DELETE"
CFLAGS="$flags $features" ./configure --quiet --disable-tcl --disable-readline --disable-static
make -s -j"$jobs" libsqlite3.la
make -s lib_install
install -m 644 sqlite3.h sqlite3ext.h /usr/local/include
ldconfig

cd "$sources/python3"
# Profiled on what the program does all day, not on the whole test suite of CPython.
tests="test_datetime test_dict test_json test_list test_pickle test_re test_sqlite3 test_str"
# Functions younger than GLIBC_2.28 are not to be found.
CFLAGS="$flags" \
    ac_cv_func_sem_clockwait=no ac_cv_func_pthread_cond_clockwait=no ac_cv_func_gettid=no \
    ac_cv_func_posix_spawn_file_actions_addclosefrom_np=no \
    ./configure --quiet --enable-shared --enable-optimizations \
    --disable-test-modules --with-ensurepip=no
make -s -j"$jobs" PROFILE_TASK="-m test --pgo $tests"
make -s install
ldconfig
