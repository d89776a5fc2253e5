#!/bin/sh
# Installs a release of Podmap: the command, its manual page, its completions, and the steps for CI.
#
#   curl -fsSL https://github.com/OWNER/podmap/releases/latest/download/install.sh | sh
#   curl -fsSL https://github.com/OWNER/podmap/releases/latest/download/install.sh | sh -s -- --prefix /opt/podmap
#
# It downloads an archive, verifies its checksum and, if GitHub's gh is there and logged in, its attestation, and only
# then unpacks it. It never needs root, and installs no packages: it says which ones pictures need.
#
# Exit status: 0 installed, 1 failed, 3 there is no such release, 4 there is no release for this system, 64 wrong usage.
set -eu

# The release that this script belongs to. scripts/release-check compares it with the version of the command.
own_version=0.1.0

usage() {
  cat <<END
usage: install.sh [--version VERSION] [--prefix FOLDER] [--quiet]

  --version VERSION   the release to install ($own_version)
  --prefix FOLDER     where to: FOLDER/bin/podmap, FOLDER/share (~/.local, or \$PODMAP_PREFIX)
  --quiet             no hints about packages and the PATH
  --help              this text

From the environment:
  PODMAP_DOWNLOADS    where the releases are, for mirrors: FILE is at \$PODMAP_DOWNLOADS/vVERSION/FILE. An address
                      with https, or http inside your own network, or the absolute path of a folder
  PODMAP_REPOSITORY   the repository on GitHub that releases it, and attests what it releases (OWNER/podmap)
END
}

say() { printf 'podmap: %s\n' "$*" >&2; }

# The first word is the exit status.
stop() {
  code=$1
  shift
  say "$@"
  exit "$code"
}

fail() { stop 1 "$@"; }

has() { command -v "$1" >/dev/null 2>&1; }

# ---------------------------------------------------------------- which system this is

triple() {
  machine=$(uname -m)
  case $(uname -s) in
    Darwin) echo universal-apple-macosx ;;
    Linux)
      if is_musl; then stop 4 "there is no release for systems with musl, such as Alpine; use the image, or a container with Debian"; fi
      if [ "$(getconf LONG_BIT 2>/dev/null || echo 64)" != 64 ]; then stop 4 "there is no release for 32-bit systems; $from_source"; fi
      case $machine in
        x86_64 | amd64) echo x86_64-unknown-linux-gnu ;;
        aarch64 | arm64) echo aarch64-unknown-linux-gnu ;;
        *) stop 4 "there is no release for $machine, only for x86_64 and aarch64; $from_source" ;;
      esac
      ;;
    MINGW* | MSYS* | CYGWIN*) stop 4 "there is no release for Windows; install WSL, and run this in it" ;;
    *) stop 4 "there is no release for $(uname -s), only for Linux and macOS; $from_source" ;;
  esac
}

is_musl() {
  for loader in /lib/ld-musl-*; do
    if [ -e "$loader" ] && ! [ -e /lib64/ld-linux-x86-64.so.2 ] && ! [ -e /lib/ld-linux-aarch64.so.1 ]; then return 0; fi
  done
  return 1
}

# ---------------------------------------------------------------- downloads

# Writes the file $1 of the release to $2. Returns 1 if it does not exist; every other failure ends the script.
download() {
  address=$downloads/v$version/$1
  case $downloads in
    /*)
      if ! [ -e "$address" ]; then return 1; fi
      cp "$address" "$2"
      return 0
      ;;
  esac
  code=0
  if has curl; then
    protocols='=https'
    case $downloads in http:*) protocols='=http,https' ;; esac
    code=$(curl --silent --show-error --location --proto "$protocols" --connect-timeout 20 --retry 2 \
      --output "$2" --write-out '%{http_code}' "$address" 2>"$work/messages") || code=000
  elif has wget; then
    if LC_ALL=C wget -T 30 -O "$2" "$address" 2>"$work/messages"; then
      code=200
    elif grep -q ' 404 ' "$work/messages"; then
      code=404
    fi
  else
    fail "neither curl nor wget is there to download with; install one of them"
  fi
  case $code in
    200) ;;
    404) return 1 ;;
    *)
      sed 's/^/  /' "$work/messages" >&2
      case $code in 0 | 000) fail "could not download $address" ;; esac
      fail "could not download $address: the server answered with $code"
      ;;
  esac
}

checksum() {
  if has sha256sum; then
    sha256sum "$1" | cut -d ' ' -f 1
  elif has shasum; then
    shasum -a 256 "$1" | cut -d ' ' -f 1
  else
    fail "neither sha256sum nor shasum is there to verify the download with; install one of them"
  fi
}

# The checksum of the file $1 according to SHA256SUMS.
listed() { awk -v name="$1" '$2 == name || $2 == "*" name { print $1 }' "$work/SHA256SUMS"; }

verify_checksum() {
  expected=$(listed "$1")
  case $expected in
    '') stop 4 "Podmap $version has no release for this system: its SHA256SUMS does not name $1; $from_source" ;;
    *[!0-9a-f]*) fail "SHA256SUMS of Podmap $version is damaged" ;;
  esac
  actual=$(checksum "$work/$1")
  if [ "$actual" != "$expected" ]; then
    fail "$1 is not what was released: its SHA-256 is $actual, not $expected; nothing was installed"
  fi
}

# A gh that does not know attestations, or that is not logged in, can't tell anything. A gh that can must agree.
verify_attestation() {
  if ! has gh || ! gh attestation verify --help >/dev/null 2>&1 || ! gh auth status --hostname github.com >/dev/null 2>&1; then
    say "verified the checksum; with GitHub's gh, logged in, the attestation would be verified too"
    return
  fi
  # Some versions of gh succeed if there is no attestation at all, so what it prints counts too.
  if ! GH_HOST=github.com gh attestation verify "$work/$1" --repo "$repository" \
    --signer-workflow "$repository/.github/workflows/release.yml" --format json >"$work/attestation" 2>"$work/messages" \
    || ! grep -q '"verificationResult"' "$work/attestation"; then
    sed 's/^/  /' "$work/messages" >&2
    fail "the attestation of $1 could not be verified; nothing was installed"
  fi
  say "verified the checksum and the attestation"
}

# ---------------------------------------------------------------- installing

# Programs of the release get no token.
start() { (unset GH_TOKEN GITHUB_TOKEN && "$@"); }

# Does the program start? The answers that are no failure: a library is missing (it can be installed).
try_to_start() {
  missing_library=
  if answer=$(start "$1" --version 2>&1); then
    if [ "$answer" != "$version" ]; then fail "the archive of Podmap $version contains $answer; nothing was installed"; fi
    return
  fi
  case $answer in
    *GLIBC_*) stop 4 "this system's C library is too old for the release ($answer); $from_source" ;;
    *"shared librar"* | *"Library not loaded"*) missing_library=$answer ;;
    *) fail "the release does not start here: $answer" ;;
  esac
}

# Copies the files below $1 to $prefix; each is replaced as a whole, also a command that is running.
copy() {
  (cd "$1" && find bin share -type f && for file in LICENSE NOTICE README; do echo "$file"; done) >"$work/files"
  while IFS= read -r file; do
    case $file in
      */*) target=$prefix/$file ;;
      *) target=$prefix/share/doc/podmap/$file ;;
    esac
    if ! { mkdir -p "$(dirname "$target")" && cp "$1/$file" "$target.new" && mv -f "$target.new" "$target"; }; then
      fail "could not write $target; choose another folder with --prefix"
    fi
  done <"$work/files"
}

# Can it draw? The fonts are those of scripts/prerequisites.
draws() {
  if [ -n "$missing_library" ]; then return 1; fi
  echo '{apiVersion: v1, kind: Pod, metadata: {name: a}, spec: {containers: [{name: a, image: a}]}}' >"$work/pod.yaml"
  start "$prefix/bin/podmap" draw "$work/pod.yaml" -o "$work/pod.svg" >/dev/null 2>&1 || return 1
  [ "$system" = Darwin ] || { has_font dejavu && has_font liberation; }
}

has_font() {
  for folder in /usr/share/fonts/*/"$1"* /usr/share/fonts/"$1"* /usr/share/fonts/TTF; do
    if [ -d "$folder" ]; then return 0; fi
  done
  return 1
}

# The command that installs what pictures need, and what this program is linked with.
packages() {
  yaml=
  case $missing_library in *libyaml*) yaml=1 ;; esac
  sudo=
  if [ "$(id -u)" != 0 ]; then sudo="sudo "; fi
  if [ "$system" = Darwin ]; then
    echo "brew install graphviz${yaml:+ libyaml}"
  elif has apt-get; then
    echo "${sudo}apt-get install --no-install-recommends graphviz fonts-dejavu-core fonts-liberation${yaml:+ libyaml-0-2}"
  elif has dnf; then
    echo "${sudo}dnf install graphviz dejavu-sans-fonts liberation-fonts${yaml:+ libyaml}"
  elif has zypper; then
    echo "${sudo}zypper install graphviz dejavu-fonts liberation-fonts${yaml:+ libyaml-0-2}"
  elif has pacman; then
    echo "${sudo}pacman -S graphviz ttf-dejavu ttf-liberation${yaml:+ libyaml}"
  elif has apk; then
    echo "${sudo}apk add graphviz font-dejavu font-liberation${yaml:+ yaml}"
  else
    echo "your package manager, with Graphviz, DejaVu Sans and Liberation Sans${yaml:+, and libyaml}"
  fi
}

# The command that adds the folder of the command to the PATH of the user's shell.
path_command() {
  bin=$prefix/bin
  case $bin in "$HOME"/*) bin="\$HOME${bin#"$HOME"}" ;; esac
  case ${SHELL:-} in
    */fish)
      echo "fish_add_path \"$bin\""
      return
      ;;
    */zsh) profile=.zshrc ;;
    */bash) if [ "$system" = Darwin ]; then profile=.bash_profile; else profile=.bashrc; fi ;;
    *) profile=.profile ;;
  esac
  echo "echo 'export PATH=\"$bin:\$PATH\"' >> ~/$profile"
}

report() {
  say "installed $prefix/bin/podmap ($version)"
  if [ -n "$quiet" ]; then return 0; fi
  if [ -n "$missing_library" ]; then
    say "it does not start yet: $missing_library"
    say "install what it needs: $(packages)"
  elif ! draws; then
    say "texts (Mermaid, DOT, JSON) work; for pictures (SVG, PNG, PDF, WebP), install: $(packages)"
  fi
  case :$PATH: in
    *:"$prefix/bin":*) ;;
    *)
      say "$prefix/bin is not on your PATH; to add it, run this line, and open a new terminal:"
      say "  $(path_command)"
      ;;
  esac
  say "what to do first: podmap --help, and docs/getting-started.md in https://github.com/$repository"
}

main() {
  version=$own_version prefix=${PODMAP_PREFIX:-} quiet=
  repository=${PODMAP_REPOSITORY:-OWNER/podmap}
  from_source="build it from source: docs/install.md in https://github.com/$repository"
  while [ $# -gt 0 ]; do
    case $1 in
      --help | -h)
        usage
        exit 0
        ;;
      --version | --prefix)
        if [ $# -lt 2 ]; then stop 64 "$1 needs a value; see --help"; fi
        if [ "$1" = --version ]; then version=${2#v}; else prefix=$2; fi
        shift 2
        ;;
      --quiet)
        quiet=1
        shift
        ;;
      *) stop 64 "there is no option '$1'; see --help" ;;
    esac
  done
  case $version in '' | *[!0-9A-Za-z.+-]* | [!0-9]*) stop 64 "'$version' is no version; write it like $own_version" ;; esac
  case $repository in *[!0-9A-Za-z._/-]* | */*/* | -* | /*) stop 64 "'$repository' is no repository" ;; esac
  if [ -z "$prefix" ]; then prefix=${HOME:?is not set, so name a folder with --prefix}/.local; fi
  case $prefix in /*) ;; *) prefix=$PWD/$prefix ;; esac
  downloads=${PODMAP_DOWNLOADS:-https://github.com/$repository/releases/download}
  downloads=${downloads%/}
  case $downloads in
    https://* | /*) ;;
    http://*) say "note: $downloads is not encrypted, so whoever is in between could change what you get" ;;
    *) stop 64 "'$downloads' is no place for downloads; write an address with https, or the absolute path of a folder" ;;
  esac

  system=$(uname -s)
  name=$(triple)
  archive=podmap-$version-$name.tar.gz
  umask 022
  work=$(mktemp -d)
  trap 'rm -rf "$work"' EXIT
  trap 'exit 1' HUP INT TERM
  download SHA256SUMS "$work/SHA256SUMS" || stop 3 "there is no release $version at $downloads"
  if [ -n "$(listed "$archive")" ]; then
    download "$archive" "$work/$archive" || fail "$archive is missing from the release $version, although its SHA256SUMS names it"
  fi
  verify_checksum "$archive"
  verify_attestation "$archive"
  mkdir "$work/unpacked"
  tar -xzf "$work/$archive" -C "$work/unpacked" -o || fail "$archive could not be unpacked"
  try_to_start "$work/unpacked/${archive%.tar.gz}/bin/podmap"
  copy "$work/unpacked/${archive%.tar.gz}"
  report
}

# The last line, so that part of a download of this script does nothing.
{ main "$@"; }
