#!/bin/sh
# Installs Hunch for one person, or with --prefix for all. Nothing outside PREFIX is written; run again, it upgrades.
set -eu

prefix="$HOME/.local"
while [ $# -gt 0 ]; do
    case "$1" in
        --prefix) prefix=${2:?--prefix needs a folder}; shift 2 ;;
        --prefix=*) prefix=${1#--prefix=}; shift ;;
        *) echo "usage: install.sh [--prefix FOLDER]      FOLDER is ~/.local if not said" >&2; exit 2 ;;
    esac
done

here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
mkdir -p "$prefix/lib" "$prefix/bin" "$prefix/share"
prefix=$(CDPATH='' cd -- "$prefix" && pwd)
goal="$prefix/lib/hunch"

# Beside the old one first: where the disk is full, what was there goes on working.
rm -rf "$goal.new"
trap 'rm -rf "$goal.new"' EXIT
cp -R "$here/hunch" "$goal.new"
cp "$here/uninstall.sh" "$goal.new/uninstall.sh"
rm -rf "$goal"
mv "$goal.new" "$goal"

ln -sf ../lib/hunch/hunch "$prefix/bin/hunch"
cp -R "$here/share/." "$prefix/share/"
# A desktop starts it by its full name, as ~/.local/bin is not on every path.
escaped=$(printf '%s' "$goal/hunch" | sed 's/[&|\\]/\\&/g')
for entry in hunch.desktop zz-hunch-tables.desktop; do
    sed "s|^Exec=hunch |Exec=\"$escaped\" |" "$here/share/applications/$entry" > "$prefix/share/applications/$entry"
done
sh "$goal/uninstall.sh" --only-refresh
echo "Hunch is installed: $prefix/bin/hunch. To remove it: sh \"$goal/uninstall.sh\""
