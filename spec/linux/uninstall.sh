#!/bin/sh
# Removes what install.sh installed. What the person made stays, unless --remove-data says that it goes, too.
set -eu

goal=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
prefix=${goal%/lib/hunch}
data="${HUNCH_WORKSPACE:-${XDG_DATA_HOME:-$HOME/.local/share}/hunch}"

refresh() { # menus and file types, where something keeps lists of them
    command -v update-desktop-database >/dev/null && update-desktop-database -q "$prefix/share/applications" || true
    command -v update-mime-database >/dev/null && update-mime-database "$prefix/share/mime" >/dev/null 2>&1 || true
}

remove_data=no
case "${1:-}" in
    "") ;;
    --remove-data) remove_data=yes ;;
    --only-refresh) refresh; exit 0 ;;
    *) echo "usage: uninstall.sh [--remove-data]" >&2; exit 2 ;;
esac
if [ "$prefix" = "$goal" ] || [ ! -x "$goal/hunch" ]; then
    echo "This is to be run where Hunch is installed: PREFIX/lib/hunch/uninstall.sh" >&2
    exit 2
fi

rm -f "$prefix/bin/hunch" "$prefix/share/mime/packages/hunch.xml"
rm -f "$prefix/share/applications/hunch.desktop" "$prefix/share/applications/zz-hunch-tables.desktop"
rm -f "$prefix"/share/icons/hicolor/*/apps/hunch.png "$prefix/share/icons/hicolor/scalable/apps/hunch.svg"
rm -rf "$goal"
refresh
# Lists that were made of these files alone, and folders that hold nothing else.
if rmdir "$prefix/share/mime/packages" 2>/dev/null; then rm -rf "$prefix/share/mime"; fi
if [ -z "$(find "$prefix/share/applications" -name '*.desktop' 2>/dev/null)" ]; then
    rm -f "$prefix/share/applications/mimeinfo.cache"
fi
for folder in "$prefix"/share/icons/hicolor/*/apps "$prefix"/share/icons/hicolor/* "$prefix/share/icons/hicolor" \
    "$prefix/share/icons" "$prefix/share/applications"; do
    rmdir "$folder" 2>/dev/null || true
done
if [ "$remove_data" = yes ]; then
    # Only what is a workspace of ours, as a variable may name any folder.
    if [ -f "$data/workspace.sqlite" ]; then rm -rf "$data"; echo "Hunch and what you made with it are removed."
    else echo "Hunch is removed. There is nothing of yours in $data."; fi
else
    echo "Hunch is removed. What you made with it stays in $data."
fi
