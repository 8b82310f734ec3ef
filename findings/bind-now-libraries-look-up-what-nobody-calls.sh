#!/usr/bin/env bash
# A program that is linked lazily and calls nothing of libzip 1.7.3 makes some 3500 symbol look-ups
# at every start, one that is linked to nothing some 100.
#
# One would guess a few more: with lazy binding the dynamic linker looks a function up when it is
# first called, and libzip and the program are both linked like that. But libzip needs libcrypto for
# encrypted archives, and Debian links that with BIND_NOW, which counts for each library on its own:
# the 3000 functions that it calls, nearly all its own, are looked up at the start. zlib, linked
# lazily, costs nothing. Hurt: who starts a small program once for each file, and looks for the
# time of its start in their own code.
# Version: libzip4 1.7.3-1+b1, libssl3 3.0.22-1~deb12u2, zlib1g 1:1.2.13.dfsg-1, GNU C library 2.36
# (Debian 12). Fails if the behaviour changes.
# shellcheck source-path=SCRIPTDIR source=common.bash
. "$(dirname "$0")/common.bash"
debian libzip4=1.7.3-1+b1 libssl3=3.0.22-1~deb12u2 zlib1g=1:1.2.13.dfsg-1
lib=root/usr/lib/$(uname -m)-linux-gnu
zlib=root/lib/$(uname -m)-linux-gnu
echo 'int main(void) { return 0; }' >nothing.c

# look_ups LIBRARY...: how many symbols the dynamic linker looks up at the start of a program linked lazily to these, in hundreds.
look_ups() {
  gcc nothing.c -o nothing -Wl,-z,lazy,--no-as-needed,--allow-shlib-undefined "$@"
  LD_LIBRARY_PATH=$lib:$zlib LD_DEBUG=statistics ./nothing 2>&1 |
    awk '/final number of relocations:/ { printf "%d00\n", $NF / 100 + 0.5 }'
}
# at_once FILE: whether the library asks that all it calls be looked up at once, and how many functions that are.
at_once() {
  echo "$(readelf -dW "$1" | grep -c '(FLAGS).*BIND_NOW'), $(readelf -rW "$1" | grep -c JUMP_SLO) functions"
}
check "look-ups, to the nearest hundred, linked to nothing else" 100 "$(look_ups)"
check "look-ups linked to zlib" 100 "$(look_ups "$zlib"/libz.so.1)"
check "look-ups linked to libzip" 3500 "$(look_ups "$lib"/libzip.so.4)"
check "libz.so.1: BIND_NOW" "0, 48 functions" "$(at_once "$zlib"/libz.so.1)"
check "libzip.so.4: BIND_NOW" "0, 116 functions" "$(at_once "$lib"/libzip.so.4)"
check "libcrypto.so.3: BIND_NOW" "1, 3007 functions" "$(at_once "$lib"/libcrypto.so.3)"
