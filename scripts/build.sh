# Sourced by ./run and ./test: from the project's root, `build PRESET [TARGET]` configures and builds.

# A home that can't be written to must not stop the build: the caches then live in the project.
if ! mkdir -p "${HOME:-/nonexistent}/.cache" 2> /dev/null || [ ! -w "$HOME/.cache" ]; then
  export CCACHE_DIR="${CCACHE_DIR:-$PWD/.cache/ccache}" npm_config_cache="${npm_config_cache:-$PWD/.cache/npm}"
fi

build() { # configured each time: tests appear with the tools that setup has just installed
  cmake --preset "$1"
  cmake --build --preset "$1" -j "$(nproc)" ${2:+--target "$2"}
}
