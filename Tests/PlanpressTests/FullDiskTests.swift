import Foundation
import TestSupport
import Testing

/// A limit on the size of a file replaces a full disk: bytes beyond it cannot be written.
@Suite("A full disk")
struct FullDiskTests {
  private let site = TemporaryFolder([
    "Content/site.yaml": "title: A site\nlanguages: [en]\n",
    "Content/index.md": "---\ntype: plan\ntitle: A plan\nperiod: {start: 2021, end: 2025}\n---\n",
    "Content/1-first.md": "---\ntitle: First\n---\n",
  ])

  /// Runs the program where no file may be larger than some kilobytes.
  private func run(_ arguments: String, kilobytes: Int) throws -> Int32 {
    try Shell.run("trap '' XFSZ; ulimit -f \(kilobytes); exec '\(programURL.path)' \(arguments)", in: site.path)
  }

  @Test("A build that does not fit leaves the site as it was, or nothing")
  func build() throws {
    site.write(String(repeating: "x", count: 400_000), to: "Content/large.txt")
    #expect(try run("build", kilobytes: 200) == 70)
    #expect(site.files(in: "Output").isEmpty)
    let large = try #require(site.text("Content/large.txt"))
    site.delete("Content/large.txt")
    #expect(try planpress(["build", site.path]).status == 0)
    let before = site.files(in: "Output")
    site.write(large, to: "Content/large.txt")
    site.write("---\ntitle: Second\n---\n", to: "Content/2-second.md")
    #expect(try run("build", kilobytes: 200) == 70)
    #expect(site.files(in: "Output") == before)
    // Not even the manifest fits.
    #expect(try run("build", kilobytes: 0) == 70)
    #expect(site.files(in: "Output") == before)
    #expect(site.files(in: ".planpress").keys.allSatisfy { !$0.hasSuffix("planpress-new") })
    let web = TemporaryFolder()
    #expect(try planpress(["build", site.path]).status == 0)
    #expect(try run("publish --to '\(web.path)'", kilobytes: 200) == 70)
    #expect(web.files().isEmpty)
  }

  @Test("A fix, a new page or a new site that does not fit changes no existing file")
  func others() throws {
    site.write("Year,Value  \n2021,1\n" + String(repeating: " ", count: 4000), to: "Content/notes.txt")
    site.write("---\ntitle: First\n---\n" + String(repeating: "word ", count: 2000), to: "Content/1-first.md")
    let before = site.files(in: "Content")
    _ = try run("check --fix", kilobytes: 1)
    #expect(site.files(in: "Content") == before)
    #expect(try run("new section Third", kilobytes: 0) == 70)
    #expect(site.files(in: "Content") == before)
    #expect(try run("init fresh", kilobytes: 0) == 70)
    #expect(!site.exists("fresh"))
    site.write("mine", to: "held/notes.txt")
    #expect(try run("init held", kilobytes: 1) == 70)
    #expect(site.files(in: "held").keys.sorted() == ["notes.txt"])
  }

  /// A device on which nothing can be written.
  private static let hasFullDevice = FileManager.default.fileExists(atPath: "/dev/full")

  @Test("Output that cannot be written is an error", .enabled(if: hasFullDevice, "there is no /dev/full"))
  func output() throws {
    site.write("---\ntitle: First\n---\nText.\n", to: "Content/1-first.md")
    let broken = TemporaryFolder(["Content/site.yaml": "titel: A\n"])
    for command in ["markdown Content/1-first.md", "build", "--help", "--version", "--generate-completion-script=bash"]
    {
      #expect(try Shell.run("'\(programURL.path)' \(command) > /dev/full", in: site.path) == 70, "\(command)")
    }
    #expect(try Shell.run("'\(programURL.path)' check 2> /dev/full", in: broken.path) == 70)
    let said = try Shell.output(
      "{ '\(programURL.path)' markdown Content/1-first.md > /dev/full; } 2>&1 || true", in: site.path)
    #expect(said == "planpress: cannot write the output: No space left on device\n")
    // A reader that has gone is no error.
    #expect(try Shell.run("set +o pipefail; '\(programURL.path)' --help | head -1", in: site.path) == 0)
  }
}
