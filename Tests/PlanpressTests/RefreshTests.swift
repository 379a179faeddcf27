import TestSupport
import Testing

/// `planpress refresh` with a program in the place of curl.
struct RefreshTests {
  private let site = TemporaryFolder([
    "Content/site.yaml": "title: S\nlanguages: [en]\nother-plans: {national: https://example.org/}\n",
    "Content/index.md": "---\ntype: plan\ntitle: P\nperiod: 2021-2025\n---\nText.\n",
  ])

  @Test("It keeps the targets that curl fetches, and reports the plans that it could not fetch")
  func fetch() throws {
    let data = "[{\"id\":\"a\",\"name\":\"A\",\"kind\":\"level\",\"target\":{\"year\":2025,\"value\":9}}]"
    let good = try FakePrograms(["curl": "for a; do u=$a; done; echo \"$u\" >&2; echo '\(data)'"])
    let run = try planpress(["refresh", site.path], environment: good.environment)
    #expect(run.output == "other-plans/national.json: written, targets: 1\n", "\(run.errors)")
    #expect(site.text("other-plans/national.json")?.contains("\"value\": 9") == true)
    let bad = try FakePrograms(["curl": "echo 'curl: (6) no such host' >&2; exit 6"])
    let failed = try planpress(["refresh", site.path], environment: bad.environment)
    #expect(failed.status == 1)
    #expect(
      failed.errors == "planpress: cannot fetch https://example.org/data/indicators.json: curl: (6) no such host\n")
    let unknown = try planpress(["refresh", "--plan", "x", site.path])
    #expect(unknown.status == 1 && unknown.errors.hasPrefix("planpress: 'other-plans' in site.yaml has no 'x'\n"))
  }
}
