#!/usr/bin/env bash
# The flags of `pkg-config --static --libs libzip` or `libxml-2.0` don't link where libzip-dev or
# libxml2-dev are installed with all that they depend on: the linker can't find -lbz2, -lssl,
# -lcrypto, or -lz, -llzma.
#
# One would guess that a -dev package depends on what its .pc file asks for, as libxml2-dev does for
# ICU, and libzip-dev for zlib. The rest of Libs.private is in packages that neither names. Hurt: who
# ships a static library that uses them: its .pc file requires theirs, so that --static asks for all,
# and programs link on the machine of its author, who has these packages for other reasons, not on a
# new one. For libzip nothing is won by it: there is no libzip.a in Debian 12.
# Version: libxml2-dev 2.9.14+dfsg-1.3~deb12u6, libzip-dev 1.7.3-1+b1, pkgconf 1.8.1-1 (Debian 12).
# Fails if the behaviour changes.
# shellcheck source-path=SCRIPTDIR source=common.bash
. "$(dirname "$0")/common.bash"
debian pkgconf-bin=1.8.1-1 libpkgconf3=1.8.1-1
mkdir xml zip
(cd xml && debian libxml2-dev=2.9.14+dfsg-1.3~deb12u6 libxml2=2.9.14+dfsg-1.3~deb12u6 \
  libicu-dev=72.1-3+deb12u1 libicu72=72.1-3+deb12u1)
(cd zip && debian libzip-dev=1.7.3-1+b1 libzip4=1.7.3-1+b1 zlib1g-dev=1:1.2.13.dfsg-1 zlib1g=1:1.2.13.dfsg-1)

# missing FOLDER MODULE: which libraries the linker does not find among those of the folder; that of mathematics, which is
# part of the C library, left aside.
missing() {
  local lib flags
  lib=$folder/$1/root/usr/lib/$(uname -m)-linux-gnu
  flags=$(PKG_CONFIG_LIBDIR=$lib/pkgconfig inside pkgconf --static --libs-only-l "$2")
  # shellcheck disable=SC2086
  ld -nostdlib -shared -o linked.so -L"$lib" -L"$folder/$1/root/lib/$(uname -m)-linux-gnu" ${flags//-lm /} 2>&1 |
    sed -n 's/.*cannot find \(-l[a-z0-9]*\).*/\1/p' | paste -sd ' '
}
# needed PACKAGE: which of the packages with these libraries it depends on, however indirectly.
needed() {
  apt-cache depends --recurse --important "$1" |
    grep -E '^(libbz2-dev|libicu-dev|liblzma-dev|libssl-dev|zlib1g-dev)$' | paste -sd ' '
}
check "libxml2-dev: not found" "-lz -llzma" "$(missing xml libxml-2.0)"
check "libxml2-dev: packages of its libraries that it depends on" libicu-dev "$(needed libxml2-dev)"
check "libzip-dev: not found" "-lbz2 -lssl -lcrypto" "$(missing zip libzip)"
check "libzip-dev: packages of its libraries that it depends on" zlib1g-dev "$(needed libzip-dev)"
check "libzip-dev: static archives" 0 "$(find zip/root -name 'libzip*.a' | wc -l)"
