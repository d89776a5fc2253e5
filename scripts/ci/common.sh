# shellcheck shell=sh
# Shared by the steps of a CI run. Each step is a program beside this file and reads it with '.'.
#
#   find-podmap                 finds the binary (GitHub)
#   download-podmap             downloads the release of this version, if there is one
#   build-podmap                builds it
#   fetch                       fetches the base of a pull request (GitHub)
#   publish                     runs 'podmap publish', with or without --check
#   collect                     copies what is published to $results/files
#   compare                     writes what a pull request or merge request changes to $results/change.md
#   summary                     writes $results/summary.md, and the job summary of GitHub
#   comment-github, comment-gitlab
#   finish                      exits with the exit code of 'podmap publish'
#
# From the environment: PODMAP (the binary), PODMAP_COMMAND (check or publish), PODMAP_CONFIG (podmap.yaml), and
# PODMAP_RESULTS, a folder in which each step leaves results for the next ones:
#   no-render       why kustomizations and charts are not rendered; without this file, they are
#   status          exit code of 'podmap publish'
#   differences     its standard output
#   messages        its standard error
#   files/          the published files, by their paths in the repository
#   change.md       the comparison; change-status: same, differs or failed; change-messages: the messages;
#                   change-with-pictures.md: all of it, if change.md is for GitLab
#   remarks         a line for the summary from any step
#   failure         why 'finish' must fail although 'podmap publish' did not
#
# Nothing that a contributor can choose (titles, branches, file names, contents) is ever part of a command:
# it stays in files and variables. Variables are printed with printf, since the echo of some shells turns '\n' into a
# line feed, and whole files with 'show'.

: "${PODMAP_CONFIG:=podmap.yaml}" "${PODMAP_COMMAND:=check}"
PODMAP_CONFIG=${PODMAP_CONFIG#"$PWD"/} # so that it names a file in copies of the checkout
case $PODMAP_CONFIG in -*) PODMAP_CONFIG=./$PODMAP_CONFIG ;; esac # not an option of any program
results=${PODMAP_RESULTS:-${RUNNER_TEMP:-${TMPDIR:-/tmp}}/podmap-results}
case $results in /*) ;; *) results=$PWD/$results ;; esac
PODMAP=${PODMAP:-podmap}

# A text on one line that is not a command to a runner: GitHub's takes '##[' for one anywhere in a line, others '##vso['.
plain() { printf '%s' "$*" | LC_ALL=C tr -s '[:cntrl:]' ' ' | LC_ALL=C sed 's/##\([A-Za-z]*\)\[/## \1[/g'; }

say() { printf 'podmap: %s\n' "$(plain "$@")" >&2; }

fail() {
  say "$@"
  exit 1
}

# Adds a line to the summary.
remark() {
  say "$@"
  printf '%s\n' "$(plain "$@")" >>"$results/remarks"
}

# Sets an output of this step for later steps (GitHub). A second line would be another output.
output() {
  case $2 in *[[:cntrl:]]*) fail "the output $1 would be more than one line: $2" ;; esac
  if [ -n "${GITHUB_OUTPUT:-}" ]; then printf '%s=%s\n' "$1" "$2" >>"$GITHUB_OUTPUT"; fi
}

# Prints files to the log. GitHub's runner takes some lines of a log for commands unless it is told not to.
show() {
  if [ -z "${GITHUB_ACTIONS:-}" ]; then
    cat "$@"
    return
  fi
  word=$(od -An -N16 -tx1 /dev/urandom | tr -d ' \n')
  printf '::stop-commands::%s\n' "$word"
  cat "$@"
  printf '\n::%s::\n' "$word"
}

# git in the checkout. Other steps and podmap wrote there, so git must not start any program that the checkout names.
run_git() {
  GIT_TERMINAL_PROMPT=0 git -c safe.directory="$PWD" -c core.hooksPath=/dev/null -c core.fsmonitor=false "$@"
}

# The commit to compare with: $PODMAP_BASE, which the event names. But if the checkout is the host's merge of both sides,
# with $PODMAP_HEAD, its first parent is better, because the event may be older.
base_commit() {
  parents=$(run_git cat-file -p HEAD | sed -n -e '/^$/q' -e 's/^parent //p')
  base=${PODMAP_BASE:-}
  if [ -n "${PODMAP_HEAD:-}" ] && [ "$(printf '%s\n' "$parents" | sed -n 2p)" = "$PODMAP_HEAD" ]; then
    base=$(printf '%s\n' "$parents" | sed -n 1p)
  fi
  case $base in *[!0-9a-f]*) ;; *) printf '%s\n' "$base" ;; esac
}

# Fetches the commit $1 unless it exists. With a token, GitHub's gh passes it to git, for checkouts that don't keep it.
fetch_commit() {
  if run_git cat-file -e "$1^{tree}" 2>/dev/null; then return 0; fi
  set -- fetch --quiet --no-tags --depth 1 origin "$1"
  if [ -n "${GH_TOKEN:-}" ] && command -v gh >/dev/null; then set -- -c credential.helper='!gh auth git-credential' "$@"; fi
  run_git "$@"
}

# Installs what the podmap $1 needs to run, with the scripts of the source $2: libraries and fonts if podmap.yaml names a
# picture, or if it doesn't start without them.
prepare() {
  unset GH_TOKEN
  if grep -Eisq '\.(svg|png|pdf|webp)' "$PODMAP_CONFIG" || ! "$1" --version >/dev/null 2>&1; then
    "$2/scripts/prerequisites" run
  fi
  started=$("$1" --version) || fail "$1 does not start; its message is above"
  say "using podmap $started"
}

status() { cat "$results/status"; }

# The folder of podmap.yaml; paths in that file are relative to it.
project() { dirname -- "$PODMAP_CONFIG"; }

# Is this a pull request from a fork? If it isn't known where it comes from (a deleted fork), it counts as one.
is_from_fork() {
  if [ -n "${GITHUB_EVENT_PATH:-}" ]; then
    known=0
    jq -e --arg here "${GITHUB_REPOSITORY:-}" \
      '.pull_request and (.pull_request.head.repo.full_name != $here)' "$GITHUB_EVENT_PATH" >/dev/null || known=$?
    [ "$known" != 1 ] # 1: the answer is no; others: there is no answer
  else
    [ -n "${CI_MERGE_REQUEST_IID:-}" ] && [ "${CI_MERGE_REQUEST_SOURCE_PROJECT_ID:-}" != "${CI_PROJECT_ID:-}" ]
  fi
}

is_pull_request() { [ -n "${PODMAP_BASE:-}${PODMAP_HEAD:-}${CI_MERGE_REQUEST_IID:-}" ]; }

# What a podmap.yaml names as a source, one a line: 'inputs=deploy'. This is no YAML parser. It knows the plain notation
# of the keys that name no source; everything else is given as it is, so nothing that names a source is left out.
named_sources() {
  LC_ALL=C awk '
    BEGIN {
      harmless = " name title view direction legend detail expand pageWidth condense layout namespaces kinds exclude" \
        " focus selector depth steps phase possible from to picture all match files file blocks image index gallery" \
        " template comparison theme scale timeLimit diagrams comparisons documents pictures defaultNamespace "
    }
    function plain(text) {
      if (text ~ /^"[^"\\]*"$/ || text ~ /^\047[^\047]*\047$/) text = substr(text, 2, length(text) - 2)
      return text ~ /^[A-Za-z0-9_.\/][A-Za-z0-9_.\/ =@+-]*$/ ? text : ""
    }
    function give(key, text) { if (!index(harmless, " " key " ")) print key "=" text }
    {
      line = $0
      sub(/(^|[ \t])#.*$/, "", line); sub(/[ \t]+$/, "", line); sub(/^[ \t]+/, "", line)
      if (line == "") next
      match($0, /^ */); indent = RLENGTH; isItem = line ~ /^- /
      column = indent
      while (match(line, /^- +/)) { column += RLENGTH; line = substr(line, RLENGTH + 1) }
      if (line ~ /^[A-Za-z]+:($|[ \t])/) {
        key = line; sub(/:.*$/, "", key)
        rest = line; sub(/^[A-Za-z]+:[ \t]*/, "", rest)
        if (rest == "") { current = key; left = column; next }
      } else if (isItem && indent >= left) { # else it belongs to another key
        key = current; rest = line
      } else {
        print "?" $0; next
      }
      if (rest ~ /^\[[^][]*\]$/) {
        count = split(substr(rest, 2, length(rest) - 2), parts, /,/)
        for (i = 1; i <= count; i++) {
          part = parts[i]; gsub(/^[ \t]+|[ \t]+$/, "", part)
          if (part != "" && plain(part) == "") { print "?" $0; next }
          if (part != "") give(key, plain(part))
        }
      } else if (plain(rest) != "") {
        give(key, plain(rest))
      } else {
        print "?" $0
      }
    }' "$@" | LC_ALL=C sort -u
}

# Does podmap.yaml name a source that the podmap.yaml of the base doesn't?
names_new_sources() {
  base=$(base_commit)
  if [ -z "$base" ] || ! fetch_commit "$base" 2>/dev/null; then return 0; fi
  run_git show "$base:./${PODMAP_CONFIG#./}" >"$results/base-config" 2>/dev/null || return 0
  named_sources "$results/base-config" >"$results/base-sources"
  named_sources "$PODMAP_CONFIG" 2>/dev/null | LC_ALL=C comm -13 "$results/base-sources" - | grep -q .
}

# The option for podmap if nothing may be rendered.
render_option() { if [ -e "$results/no-render" ]; then echo --no-render; fi; }

# The value of a top-level key of podmap.yaml whose value is a path.
configured() {
  sed -n "s/^$1:[[:space:]]*//p" "$2" | sed -e 's/[[:space:]]#.*$//' -e 's/[[:space:]]*$//' \
    -e "s/^'\\(.*\\)'\$/\\1/" -e 's/^"\(.*\)"$/\1/' | head -n 1
}

# The line that identifies a comment of an earlier run: one per podmap.yaml.
marker() { printf '<!-- podmap: %s -->\n' "$(printf '%s' "$PODMAP_CONFIG" | tr -c 'A-Za-z0-9._/' _)"; }

# The text of a comment: the state of the diagrams, and the comparison. $1: a link to the whole run.
# A comment on GitHub has at most 65,536 UTF-16 units. Not 'jq -Rs': in jq 1.6 it breaks characters of long lines.
comment_body() {
  body=$results/comment.md
  {
    marker
    if [ "$(status)" != 0 ]; then
      printf '**%s**\n\n' "$(headline)"
    fi
    if [ "$(cat "$results/change-status")" = failed ]; then
      echo "The changes could not be compared."
    else
      cat "$results/change.md"
    fi
    printf '\n[The whole run](%s)\n' "$1"
  } >"$body"
  if [ "$(jq -n --rawfile body "$body" '[$body | explode[] | if . > 65535 then 2 else 1 end] | add // 0')" -gt 65536 ]; then
    {
      marker
      printf '**%s**\n\n' "$(headline)"
      printf 'The comparison is too long for a comment: [the whole run](%s)\n' "$1"
    } >"$body"
  fi
}

# Is there anything to say? If nothing changes and nothing is wrong, only an existing comment is updated.
worth_a_comment() { [ "$(status)" != 0 ] || [ "$(cat "$results/change-status")" = differs ]; }

headline() {
  case $PODMAP_COMMAND:$(status) in
    check:0) echo "The diagrams are up to date." ;;
    check:1)
      if grep -q '^podmap: [0-9]* out of date' "$results/messages"; then
        echo "The diagrams are out of date; to update them, run: podmap publish"
      else
        echo "The diagrams could not be checked, since the input has errors."
      fi
      ;;
    publish:0) echo "The diagrams are published." ;;
    publish:1) echo "Not all diagrams could be published, since the input has errors." ;;
    *) printf 'podmap publish ended with %s; see its messages.\n' "$(status)" ;;
  esac
}
