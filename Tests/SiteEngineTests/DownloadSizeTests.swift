import SiteEngine
import TestSupport
import Testing

/// Links to data files say how large the files are.
struct DownloadSizeTests {
  private static let site: [String: String] = {
    let rows = (1...400).map { "2021,Place number \($0),\($0)" }
    return [
      "Content/site.yaml": "title: Site\nlanguages: [en, fr]\n",
      "Content/index.md": "---\ntype: plan\ntitle: Plan\nperiod: 2021-2025\n---\n::indicators\n",
      "Content/indicators.yaml":
        "- {id: a, name: Trees, baseline: 0, target: 10}\n- {id: b, name: Roads, target: 5, values: {2022: 5}}\n",
      "Content/indicators/a.csv": (["Year,Place,Value", "2021,,3"] + rows).joined(separator: "\n") + "\n",
      "Content/actions.yaml": "- {id: c, name: Plant, start: 2021, due: 2023}\n",
    ]
  }()

  private func size(_ bytes: Int, _ unit: String) -> String { "\(max(1, (bytes + 512) / 1024)) \(unit)" }

  @Test("Each link has the size of its file, in each language")
  func sizes() async throws {
    let folder = TemporaryFolder(DownloadSizeTests.site)
    #expect(try await build(folder).built)
    let files = folder.files(in: "Output")
    for (edition, unit) in [("", "KB"), ("fr/", "ko")] {
      for (page, names) in [
        ("indicators/a", ["indicators/a.csv", "indicators/a.json", "indicators/a.source.csv"]),
        (
          "indicators",
          [
            "data/indicators.csv", "data/values.csv", "data/indicators.json", "data/indicators.xlsx",
            "data/datapackage.json",
          ]
        ),
        ("actions", ["data/actions.csv", "data/actions.json", "data/actions.xlsx", "data/actions.ics"]),
      ] {
        let html = try #require(folder.text("Output/\(edition)\(page)/index.html"))
        for name in names {
          let bytes = try #require(files[edition + name]).count
          let link = try #require(html.firstMatch(of: try Regex("\(name)\" download>[^\n]*?</a>"))?.output[0].substring)
          #expect(
            link.hasSuffix(" <span class=\"file-size\">\(size(bytes, unit))</span></a>"), "\(edition)\(name): \(link)")
        }
      }
    }
  }

  @Test("The preview, which writes no file before a page, shows equal sizes")
  func preview() async throws {
    let folder = TemporaryFolder(DownloadSizeTests.site)
    #expect(try await build(folder).built)
    var session = SiteSession(BuildOptions(siteDirectory: folder.path, jobs: 2))
    let site = try #require(try await session.refresh().site)
    for page in ["indicators/a/index.html", "indicators/index.html", "actions/index.html", "fr/indicators/index.html"] {
      let bytes = try #require(try site.contents(of: page))
      #expect(String(decoding: bytes, as: UTF8.self) == folder.text("Output/\(page)"), "\(page)")
    }
  }
}
