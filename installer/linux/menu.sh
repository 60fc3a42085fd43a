#!/bin/sh
# Добавляет «Наставник» в меню программ этого пользователя; прав администратора не нужно.
#   ./menu.sh            добавить (после переноса папки – ещё раз)
#   ./menu.sh --remove   убрать; сама программа и ваши данные останутся
set -eu
here=$(cd "$(dirname "$0")" && pwd)
share=${XDG_DATA_HOME:-$HOME/.local/share}
entry=$share/applications/nastavnik.desktop
icon=$share/icons/hicolor/scalable/apps/nastavnik.svg
mime=$share/mime/packages/nastavnik.xml

if [ "${1:-}" = "--remove" ]; then
    rm -f "$entry" "$icon" "$mime"
    done_words="«Наставник» убран из меню. Программа и данные остались."
else
    mkdir -p "$(dirname "$entry")" "$(dirname "$icon")" "$(dirname "$mime")"
    # Signs that a menu entry or sed would read as its own are written as such.
    quoted=$(printf '%s' "$here/nastavnik" | sed 's/[\\"`$]/\\&/g; s/%/%%/g' | sed 's/[\\&|]/\\&/g')
    sed "s|^Exec=.*|Exec=\"$quoted\" %f|" "$here/share/nastavnik.desktop" >"$entry"
    cp "$here/share/nastavnik.svg" "$icon"
    cp "$here/share/nastavnik.xml" "$mime"
    done_words="«Наставник» добавлен в меню программ. Ярлык ведёт в папку $here"
fi
if command -v update-mime-database >/dev/null; then
    update-mime-database "$share/mime" >/dev/null 2>&1 || true
fi
if command -v update-desktop-database >/dev/null; then
    update-desktop-database "$share/applications" >/dev/null 2>&1 || true
fi
echo "$done_words"
