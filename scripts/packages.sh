# Sourced by the other scripts: installs Debian packages where they are missing.

BUILD_PACKAGES="g++ cmake ninja-build pkg-config libxapian-dev libgumbo-dev libcpp-httplib-dev
  libssl-dev zlib1g-dev libbrotli-dev nlohmann-json3-dev libcli11-dev libicu-dev libcld2-dev catch2 python3"
TEST_PACKAGES="xapian-tools chromium fonts-dejavu-core ca-certificates"
LINT_PACKAGES="clang-format clang-tidy"
SANITIZE_PACKAGES="clang libclang-rt-14-dev"
BENCH_PACKAGES="python3 python3-sklearn xapian-omega xapian-tools wrk"

# install_packages NAME...: quick and silent when all are there.
install_packages() {
  local missing=() name
  for name in "$@"; do
    dpkg-query -W -f='${Status}' "$name" 2>/dev/null | grep -q 'ok installed' || missing+=("$name")
  done
  [ ${#missing[@]} -eq 0 ] && return 0
  echo "Installing: ${missing[*]}" >&2
  local as_root=()
  if [ "$(id -u)" -ne 0 ]; then
    command -v sudo >/dev/null || {
      echo "These Debian packages are missing and there is neither root nor sudo to install them: ${missing[*]}" >&2
      return 1
    }
    as_root=(sudo)
  fi
  "${as_root[@]}" apt-get update -qq >&2
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
    apt-get install -y -qq --no-install-recommends "${missing[@]}" >&2
}

# Node and npm come from Debian only where there are none yet (18 and newer serve).
install_node() {
  local missing=()
  command -v node >/dev/null || missing+=(nodejs)
  command -v npm >/dev/null || missing+=(npm)
  install_packages "${missing[@]}"
}

# build PRESET TARGET...: configures only when there is nothing configured yet.
build() {
  local preset=$1
  shift
  [ -f "build/$preset/build.ninja" ] || cmake --preset "$preset" "${CMAKE_ARGUMENTS[@]}" >&2
  cmake --build --preset "$preset" --target "$@" >&2
}
CMAKE_ARGUMENTS=()
