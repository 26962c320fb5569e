#!/usr/bin/env bash
# Builds the packages of a release for one architecture: .deb, .rpm, .tar.gz, the SBOM and their checksums.
#
#   eng/package.sh [--arch amd64|arm64] [--binary FILE] [--runner PROGRAM] [--version VERSION] [--output FOLDER]
#
#   --arch      the architecture; default: that of this machine
#   --binary    a native binary of this architecture; default: compile it (arm64 on amd64 needs a cross compiler, see docs/releasing.md)
#   --runner    a binary that runs on this machine, for the completions; default: the packaged binary
#   --version   default: that in Directory.Build.props
#   --output    default: artifacts/packages
#
# The same sources and binary give the same packages: times come from SOURCE_DATE_EPOCH, by default that of the last commit.
set -euo pipefail
cd "$(dirname "$0")/.."

arch=$(dpkg --print-architecture) binary='' runner='' output=artifacts/packages
version=$(sed -n 's:.*<Version>\(.*\)</Version>.*:\1:p' Directory.Build.props)
while [ $# -gt 0 ]; do
  case $1 in
    --arch) arch=$2 ;;
    --binary) binary=$2 ;;
    --runner) runner=$2 ;;
    --version) version=$2 ;;
    --output) output=$2 ;;
    *) echo "package.sh: unknown argument $1" >&2; exit 2 ;;
  esac
  shift 2
done
case $arch in
  amd64) rid=linux-x64 rpm_arch=x86_64 ;;
  arm64) rid=linux-arm64 rpm_arch=aarch64 ;;
  *) echo "package.sh: no packages for the architecture $arch" >&2; exit 2 ;;
esac
export SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(git log -1 --format=%ct 2>/dev/null || echo 0)}
export TZ=UTC LC_ALL=C.UTF-8
umask 022

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir -p "$output"
output=$(realpath "$output")

if [ -z "$binary" ]; then
  cross=()
  if [ "$arch" = arm64 ] && [ "$(dpkg --print-architecture)" = amd64 ]; then cross=(-p:ObjCopyName=aarch64-linux-gnu-objcopy); fi
  dotnet publish src/DxJobs.Exporter -c Release -r "$rid" -p:PublishAot=true -p:DebugType=none -p:Version="$version" "${cross[@]}" -o "$work/published"
  binary=$work/published/dxjobs-exporter
fi
runner=${runner:-$binary}

# The files of both packages.
root=$work/root
install -D -m 755 "$binary" "$root/usr/bin/dxjobs-exporter"
install -D -m 640 eng/packaging/dxjobs.yaml "$root/etc/dxjobs-exporter/dxjobs.yaml"
install -D -m 640 eng/packaging/environment "$root/etc/dxjobs-exporter/environment"
install -d "$root/usr/lib/systemd/system" "$root/usr/share/man/man1"
sed -e 's|/usr/local/bin/|/usr/bin/|' -e 's|^DynamicUser=yes$|User=dxjobs-exporter\nGroup=dxjobs-exporter|' \
  examples/systemd/dxjobs-exporter.service >"$root/usr/lib/systemd/system/dxjobs-exporter.service"
# shellcheck disable=SC2016 # backquotes of Markdown
sed -E 's/\[([^]]*)\]\([^)]*\)/\1/g; s/\*\*([^*]+)\*\*/`\1`/g; /^```/!s/`([^`]*)`/\x02\1\x03/g' docs/command-line.md |
  awk -v version="$version" -v date="$(date -u -d "@$SOURCE_DATE_EPOCH" +%F)" -f eng/packaging/man.awk |
  gzip -9n >"$root/usr/share/man/man1/dxjobs-exporter.1.gz"
completions=(
  bash usr/share/bash-completion/completions/dxjobs-exporter
  zsh usr/share/zsh/vendor-completions/_dxjobs-exporter
  fish usr/share/fish/vendor_completions.d/dxjobs-exporter.fish)
for ((i = 0; i < ${#completions[@]}; i += 2)); do
  mkdir -p "$root/$(dirname "${completions[i + 1]}")"
  "$runner" completion "${completions[i]}" >"$root/${completions[i + 1]}"
done
install -D -m 644 LICENSE "$root/usr/share/doc/dxjobs-exporter/copyright"
install -D -m 644 alerts/dxjobs.rules.yaml "$root/usr/share/doc/dxjobs-exporter/examples/dxjobs.rules.yaml"

# The SBOM lists the packages that are compiled into the binary, with their checksums.
sbom=$output/dxjobs-exporter-$version-linux-$arch.cdx.json
lock=src/DxJobs.Exporter/packages.$rid.lock.json
jq -S --arg version "$version" --arg time "$(date -u -d "@$SOURCE_DATE_EPOCH" +%FT%TZ)" '
  {bomFormat: "CycloneDX", specVersion: "1.5", version: 1,
   metadata: {timestamp: $time, component: {type: "application", name: "dxjobs-exporter", version: $version, licenses: [{license: {id: "Apache-2.0"}}]}},
   components: [.dependencies | to_entries[0].value | to_entries[] | select(.value.type != "Project") | select(.value.resolved) |
     {type: "library", name: .key, version: .value.resolved, "bom-ref": "pkg:nuget/\(.key)@\(.value.resolved)", purl: "pkg:nuget/\(.key)@\(.value.resolved)"}
     + (if .value.contentHash then {properties: [{name: "nuget:contentHash", value: .value.contentHash}]} else {} end)]}' \
  "$lock" >"$sbom"

find "$root" -exec touch -h -d "@$SOURCE_DATE_EPOCH" {} +

# The tarball.
name=dxjobs-exporter-$version-linux-$arch
mkdir "$work/$name"
cp -p "$root/usr/bin/dxjobs-exporter" LICENSE "$work/$name/"
cp -p "$root/usr/share/man/man1/dxjobs-exporter.1.gz" examples/systemd/dxjobs-exporter.service "$work/$name/"
mkdir "$work/$name/completions"
cp -p "$root/usr/share/bash-completion/completions/dxjobs-exporter" "$work/$name/completions/dxjobs-exporter.bash"
cp -p "$root/usr/share/zsh/vendor-completions/_dxjobs-exporter" "$root/usr/share/fish/vendor_completions.d/dxjobs-exporter.fish" "$work/$name/completions/"
tar --sort=name --mtime="@$SOURCE_DATE_EPOCH" --owner=0 --group=0 --numeric-owner -C "$work" -c "$name" | gzip -9n >"$output/$name.tar.gz"

# The .deb.
mkdir -p "$work/deb/DEBIAN"
cp -a "$root/." "$work/deb/"
cat >"$work/deb/DEBIAN/control" <<CONTROL
Package: dxjobs-exporter
Version: $version
Architecture: $arch
Maintainer: dxjobs-exporter contributors <dxjobs-exporter@users.noreply.github.com>
Section: net
Priority: optional
Depends: libc6 (>= 2.36), passwd, ca-certificates
Installed-Size: $(du -sk --exclude DEBIAN "$work/deb" | cut -f1)
Homepage: https://github.com/dxjobs-exporter/dxjobs-exporter
Description: Prometheus exporter for the jobs of AWS Data Exchange
 Polls AWS Data Exchange for one or more accounts and regions and exposes the
 health of its jobs to Prometheus.
CONTROL
printf '/etc/dxjobs-exporter/dxjobs.yaml\n/etc/dxjobs-exporter/environment\n' >"$work/deb/DEBIAN/conffiles"
install -m 755 eng/packaging/postinst eng/packaging/prerm eng/packaging/postrm "$work/deb/DEBIAN/"
(cd "$work/deb" && find usr -type f -print0 | sort -z | xargs -0 md5sum >DEBIAN/md5sums)
find "$work/deb" -exec touch -h -d "@$SOURCE_DATE_EPOCH" {} +
dpkg-deb --root-owner-group -Zxz -z2 --build "$work/deb" "$output/dxjobs-exporter_${version}_$arch.deb" >/dev/null

# The .rpm. Its scriptlets get the number of installed versions where the .deb's get a word.
scriptlet() { sed 1d "eng/packaging/$1"; }
cat >"$work/dxjobs-exporter.spec" <<SPEC
%global debug_package %{nil}
%global __os_install_post %{nil}
%global _build_id_links none
%global use_source_date_epoch_as_buildtime 1
%global clamp_mtime_to_source_date_epoch 1
%global _buildhost localhost
%global _binary_payload w9.gzdio
Name: dxjobs-exporter
Version: ${version//-/\~}
Release: 1
Summary: Prometheus exporter for the jobs of AWS Data Exchange
License: Apache-2.0
URL: https://github.com/dxjobs-exporter/dxjobs-exporter
AutoReqProv: no
Requires: glibc >= 2.34, shadow-utils, ca-certificates
%description
Polls AWS Data Exchange for one or more accounts and regions and exposes the
health of its jobs to Prometheus.
%install
cp -a $root/. %{buildroot}/
mkdir -p %{buildroot}/usr/share/zsh/site-functions
mv %{buildroot}/usr/share/zsh/vendor-completions/_dxjobs-exporter %{buildroot}/usr/share/zsh/site-functions/
rmdir %{buildroot}/usr/share/zsh/vendor-completions
%files
%defattr(-,root,root,-)
/usr/bin/dxjobs-exporter
/usr/lib/systemd/system/dxjobs-exporter.service
/usr/share/man/man1/dxjobs-exporter.1.gz
/usr/share/bash-completion/completions/dxjobs-exporter
/usr/share/zsh/site-functions/_dxjobs-exporter
/usr/share/fish/vendor_completions.d/dxjobs-exporter.fish
%doc /usr/share/doc/dxjobs-exporter
%dir %attr(0750,root,root) /etc/dxjobs-exporter
%config(noreplace) %attr(0640,root,root) /etc/dxjobs-exporter/dxjobs.yaml
%config(noreplace) %attr(0640,root,root) /etc/dxjobs-exporter/environment
%post
$(scriptlet postinst)
%preun
$(scriptlet prerm)
%postun
$(scriptlet postrm)
SPEC
rpmbuild -bb --quiet --target "$rpm_arch" --define "_topdir $work/rpm" --define "_rpmdir $work/rpms" --define "_rpmfilename dxjobs-exporter-$version-1.$rpm_arch.rpm" \
  --buildroot "$work/buildroot" "$work/dxjobs-exporter.spec" >"$work/rpm.log" 2>&1 || { cat "$work/rpm.log" >&2; exit 1; }
mv "$work/rpms/"*.rpm "$output/"

(cd "$output" && sha256sum ./*."tar.gz" ./*.deb ./*.rpm ./*.cdx.json | sed 's| \./| |' >SHA256SUMS)
(cd "$output" && ls -l)
