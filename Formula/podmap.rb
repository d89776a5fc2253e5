# A formula for Homebrew, from the archives of a release. scripts/release-files writes its version and checksums; this
# copy has none, so it installs nothing. A tap needs the file that is attached to the release: docs/releasing.md.
class Podmap < Formula
  desc "Draws what runs inside a Kubernetes application"
  homepage "https://github.com/OWNER/podmap"
  version "0.0.0"
  license "Apache-2.0"

  depends_on "graphviz"

  on_macos do
    depends_on "libyaml" # on Linux it is part of the command

    url "https://github.com/OWNER/podmap/releases/download/v0.0.0/podmap-0.0.0-universal-apple-macosx.tar.gz"
    sha256 "0000000000000000000000000000000000000000000000000000000000000000"
  end

  on_linux do
    on_intel do
      url "https://github.com/OWNER/podmap/releases/download/v0.0.0/podmap-0.0.0-x86_64-unknown-linux-gnu.tar.gz"
      sha256 "0000000000000000000000000000000000000000000000000000000000000000"
    end
    on_arm do
      url "https://github.com/OWNER/podmap/releases/download/v0.0.0/podmap-0.0.0-aarch64-unknown-linux-gnu.tar.gz"
      sha256 "0000000000000000000000000000000000000000000000000000000000000000"
    end
  end

  def install
    bin.install "bin/podmap"
    man1.install "share/man/man1/podmap.1"
    bash_completion.install "share/bash-completion/completions/podmap"
    zsh_completion.install "share/zsh/site-functions/_podmap"
    fish_completion.install "share/fish/vendor_completions.d/podmap.fish"
    pkgshare.install "share/podmap/ci"
  end

  test do
    (testpath/"pod.yaml").write <<~YAML
      apiVersion: v1
      kind: Pod
      metadata: {name: web}
      spec: {containers: [{name: web, image: example/web}]}
    YAML
    assert_match "web", shell_output("#{bin}/podmap pod.yaml")
    system bin/"podmap", "pod.yaml", "-o", "pod.svg"
    assert_path_exists testpath/"pod.svg"
  end
end
