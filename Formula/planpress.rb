# A repository with this file in it is a Homebrew tap:
#
#   brew tap planpress/planpress <address of this repository>
#   brew install --HEAD planpress/planpress/planpress
class Planpress < Formula
  desc "Publishes a plan as a website and keeps its promises checkable"
  license "MIT"
  # The tap is a clone of the source.
  head "file://#{File.expand_path("..", __dir__)}", using: :git, branch: "main"

  depends_on "pkgconf" => :build
  depends_on xcode: ["16.3", :build]
  depends_on "cmark"
  depends_on "libyaml"
  depends_on "minizip"
  depends_on macos: :sequoia
  uses_from_macos "swift" => :build
  uses_from_macos "expat"

  def install
    system "swift", "build", "--disable-sandbox", "--configuration", "release", "--product", "planpress"
    bin.install ".build/release/planpress"
    generate_completions_from_executable(bin/"planpress", "--generate-completion-script")
  end

  test do
    system bin/"planpress", "init", testpath/"plan"
    system bin/"planpress", "check", testpath/"plan"
    system bin/"planpress", "build", testpath/"plan"
    assert_path_exists testpath/"plan/Output/index.html"
  end
end
