import Diagnostics
import SiteEngine
import TestSupport
import Testing

/// Targets beside those of upper plans, on the same site and on others.
struct AlignmentTests {
  private let site: [String: String] = [
    "Content/site.yaml": "title: Country\nlanguages: [en]\n",
    "Content/index.md": "---\ntitle: Home\n---\nHello.\n",
    "Content/national/index.md": "---\ntype: plan\ntitle: National\nperiod: 2021-2025\n---\n::indicators\n",
    "Content/national/indicators.yaml": """
    - {id: n-pm, name: PM2.5, unit: "µg/m³", direction: down, baseline: 40, target: 30}
    - {id: n-green, name: Green, unit: "%", baseline: 20, target: 25}
    - {id: n-roads, name: Roads, unit: km, kind: increase, target: 500}
    - {id: n-cut, name: Energy, unit: t, baseline: 10, target: {change: "-13%"}}

    """,
    "Content/city/index.md": "---\ntype: plan\ntitle: City\nperiod: 2021-2025\n---\n::indicators\n",
    "Content/city/indicators.yaml": """
    - {id: c-pm, name: City air, unit: "µg/m³", direction: down, baseline: 45, target: 28, aligns-with: {plan: national, indicator: n-pm}}
    - {id: c-green, name: City green, unit: "%", baseline: 20, target: 24, aligns-with: [{indicator: n-green}]}
    - {id: c-roads, name: City roads, unit: km, kind: increase, target: 9, aligns-with: {indicator: n-roads}}
    - {id: c-cut, name: City energy, unit: GWh, baseline: 8, target: {change: "-14%", year: 2027}, aligns-with: {indicator: n-cut}}

    """,
    "Content/town/index.md":
      "---\ntype: plan\ntitle: Town\nperiod: 2021-2025\naligns-with: national\n---\nText.\n",
  ]

  private func built(_ changes: [String: String] = [:]) async throws -> (folder: TemporaryFolder, findings: String) {
    let folder = TemporaryFolder(site.merging(changes) { $1 })
    return (folder, try await build(folder).findings)
  }

  @Test("A matrix shows who takes up which target, whether as ambitiously, and who is missing")
  func matrix() async throws {
    let (folder, findings) = try await built()
    #expect(findings == "")
    let page = try #require(folder.text("Output/alignment/index.html"))
    let rows = page.matches(of: /<tr role="row"><th scope="row"[^>]*>.*<\/tr>/).map { row in
      String(row.output).replacing(/<\/t[dh]>/, with: " | ").replacing(/<[^>]*>/, with: "")
    }
    #expect(
      rows == [
        "PM2.5 | 30 µg/m³ (2025) | 28 µg/m³ (2025) at least as ambitious | not taken up | ",
        "Green | 25% (2025) | 24% (2025) less ambitious | not taken up | ",
        "Roads | 500 km (2025) | 9 km (2025) not comparable | not taken up | ",
        "Energy | −13% against 2020, to 8.7 t (2025) | −14% against 2020, to 6.9 GWh (2027) as much or more, by a later year | not taken up | ",
        "Taken up | 4 of 4 | 0 of 4 | ",
      ])
    let indicator = try #require(folder.text("Output/indicators/c-pm/index.html"))
    #expect(indicator.contains("National: <a href=\"../../indicators/n-pm/index.html\">PM2.5</a>, 30 µg/m³ (2025)"))
    #expect(
      folder.text("Output/indicators/n-pm/index.html")?.contains("City: <a href=\"../../indicators/c-pm/index.html\">")
        == true)
    #expect(folder.text("Output/index.html")?.contains("alignment/index.html\">Alignment</a>") == true)
  }

  @Test("A plan that others are aligned with, and for which nobody answers, may be there for reference")
  func reference() async throws {
    func notes(_ changes: [String: String] = [:]) async throws -> [Diagnostic] {
      let folder = TemporaryFolder(site.merging(changes) { $1 })
      let report = try await SiteBuild(BuildOptions(siteDirectory: folder.path)).check()
      return report.diagnostics.filter { $0.code == .alignmentReference }
    }
    let found = DiagnosticPrinter(format: .text).print(try await notes())
    #expect(
      found.contains(
        """
        Content/national/index.md:3:8: note: 'National' may be somebody else's plan: 'City' is aligned with it, and nobody \
        answers for it here [alignment.reference]
        """), "\(found)")
    let home = "---\ntype: plan\ntitle: National\nperiod: 2021-2025\nreference: false\n---\n::indicators\n"
    #expect(try await notes(["Content/national/index.md": home]).isEmpty)
    #expect(try await notes(["Content/national/actions.yaml": "- {id: a, name: Deed}\n"]).isEmpty)
  }

  @Test("The targets that any plan takes up come first")
  func order() async throws {
    let (folder, _) = try await built([
      "Content/city/indicators.yaml":
        "- {id: c-green, name: City green, unit: \"%\", baseline: 20, target: 24, aligns-with: [{indicator: n-green}]}\n"
    ])
    let page = try #require(folder.text("Output/alignment/index.html"))
    #expect(
      page.matches(of: /<tr role="row"(?: class="(missing)")?><th scope="row"[^>]*>(?:<a[^>]*>)?([^<]*)/).map {
        "\($0.output.1 ?? "") \($0.output.2)"
      } == [" Green", "missing PM2.5", "missing Roads", "missing Energy", " Taken up"])
  }

  @Test("Data files have the targets that an indicator is aligned with, and whether it is as ambitious")
  func data() async throws {
    let (folder, _) = try await built()
    let json = try #require(folder.text("Output/data/indicators.json"))
    #expect(
      json.contains(
        """
        "alignsWith":[{"plan":"national","planTitle":"National","indicator":"n-pm","name":"PM2.5","target":{"year":2025,"value":30,"comparator":"<=","approx":false},"ambition":"at-least","url":"../indicators/n-pm/index.html"}]
        """), "\(json)")
    let csv = try #require(folder.text("Output/data/indicators.csv"))
    #expect(csv.contains(",national/n-pm (at-least),") && csv.contains(",national/n-roads (not-comparable),"))
  }

  @Test(
    "Less at an earlier time is compared with the way to the later target",
    arguments: [(34, "national/n-pm (on-path)"), (35, "national/n-pm (less)"), (33, "national/n-pm (on-path)")])
  func wayToIt(value: Int, expected: String) async throws {
    let (folder, _) = try await built([
      "Content/city/indicators.yaml":
        "- {id: c-pm, name: City air, unit: \"µg/m³\", direction: down, baseline: 45, target: {value: \(value), year: 2023}, aligns-with: {plan: national, indicator: n-pm}}\n"
    ])
    // From 40 in 2020 to 30 in 2025, 34 in 2023.
    #expect(folder.text("Output/data/indicators.csv")?.contains(expected) == true, "\(value)")
  }

  @Test("Less at an earlier time, for which the upper plan has no target, is not called less ambitious")
  func earlierTime() async throws {
    let (folder, findings) = try await built([
      "Content/national/indicators.yaml":
        "- {id: n-pm, name: PM2.5, unit: \"µg/m³\", direction: down, target: {value: 30, comparator: \"<=\"}}\n",
      "Content/city/indicators.yaml":
        "- {id: c-pm, name: City air, unit: \"µg/m³\", direction: down, baseline: 45, target: {value: 35, year: 2023}, aligns-with: {plan: national, indicator: n-pm}}\n",
    ])
    #expect(!findings.contains("error"), "\(findings)")
    #expect(folder.text("Output/data/indicators.csv")?.contains(",national/n-pm (earlier),") == true)
  }

  @Test(
    "A target is compared by what says something of ambition, not by the size of an area",
    arguments: [
      // A fifth less of 100 is 80.
      ("unit: kt, baseline: 100, target: {change: \"-20%\"}", "unit: kt, baseline: 10, target: 8.5", "less"),
      ("unit: kt, baseline: 100, target: {change: \"-20%\"}", "unit: kt, baseline: 10, target: 7.5", "at-least"),
      // Whatever the scale of the unit.
      ("unit: million t, baseline: 100, target: {change: \"-20%\"}", "unit: kt, baseline: 10, target: 7.5", "at-least"),
      // 44 % less than in 2029 are not 45 % less than in 2020.
      (
        "unit: kt, baseline: {year: 2019, value: 100}, target: {change: \"-45%\"}",
        "unit: kt, baseline: 10, target: {change: \"-44%\"}", "not-comparable"
      ),
      (
        "unit: kt, baseline: {year: 2019, value: 100}, target: {change: \"-20%\"}",
        "unit: kt, baseline: 10, target: 7.5", "not-comparable"
      ),
      // Ratios are compared themselves: 55 and 56.
      (
        "unit: \"%\", baseline: {year: 2019, value: 100}, target: {change: \"-45%\"}",
        "unit: \"%\", baseline: 100, target: {change: \"-44%\"}", "less"
      ),
      (
        "unit: kt, baseline: 100, target: {change: \"-20%\"}", "unit: kt, direction: down, target: 8.5",
        "not-comparable"
      ),
      ("unit: kt, baseline: 100, target: 80", "unit: kt, baseline: 10, target: {change: \"-15%\"}", "less"),
      (
        "unit: kt, baseline: 100, target: {change: \"-20%\"}",
        "unit: kt, baseline: 10, target: {value: 8.5, year: 2023}", "on-path"
      ),
      ("unit: kt, baseline: 100, target: 80", "unit: kt, baseline: 10, target: 8.5", "not-comparable"),
      ("unit: years, baseline: 78, target: 80", "unit: years, baseline: 80, target: 81", "at-least"),
      ("unit: m²/person, baseline: 4, target: 5", "unit: m²/person, baseline: 12, target: 20", "at-least"),
      // 10 itself breaks the upper target.
      (
        "unit: \"%\", target: {value: 10, comparator: \"<\"}", "unit: \"%\", target: {value: 10, comparator: \"<=\"}",
        "less"
      ),
      (
        "unit: \"%\", target: {value: 10, comparator: \"<=\"}", "unit: \"%\", target: {value: 10, comparator: \"<\"}",
        "at-least"
      ),
    ])
  func measures(upper: String, own: String, expected: String) async throws {
    let (folder, _) = try await built([
      "Content/national/indicators.yaml": "- {id: n-one, name: One, \(upper)}\n",
      "Content/city/indicators.yaml": "- {id: c-one, name: City one, \(own), aligns-with: {indicator: n-one}}\n",
    ])
    #expect(folder.text("Output/data/indicators.csv")?.contains(",national/n-one (\(expected)),") == true)
  }

  @Test("Amounts of one area are compared if the author says so")
  func sameArea() async throws {
    let (folder, _) = try await built([
      "Content/national/indicators.yaml": "- {id: n-one, name: One, unit: kt, baseline: 100, target: 80}\n",
      "Content/city/indicators.yaml":
        "- {id: c-one, name: City one, unit: kt, baseline: 10, target: 8.5, aligns-with: {indicator: n-one, same-area: true}}\n",
    ])
    #expect(folder.text("Output/data/indicators.csv")?.contains(",national/n-one (at-least),") == true)
  }

  @Test("A retired indicator does not take a target up, and the matrix says so")
  func givenUp() async throws {
    let (folder, _) = try await built([
      "Content/city/indicators.yaml":
        "- {id: c-green, name: City green, unit: \"%\", baseline: 20, target: 26, retired: {on: 2024, why: costs}, aligns-with: {indicator: n-green}}\n"
    ])
    let page = try #require(folder.text("Output/alignment/index.html"))
    #expect(page.contains("<span class=\"ambition ambition-given-up\">given up</span>"))
    #expect(page.contains("data-label=\"City\">0 of 4</td>"), "\(page)")
    #expect(folder.text("Output/data/indicators.csv")?.contains(",national/n-green (given-up),") == true)
  }

  @Test("A site without aligned targets has no such page")
  func none() async throws {
    let folder = TemporaryFolder(smallSite)
    _ = try await build(folder)
    #expect(!folder.exists("Output/alignment/index.html"))
  }

  @Test(
    "What cannot be aligned",
    arguments: [
      ("{plan: natoinal, indicator: n-pm}", "plan 'natoinal' does not exist [register.unknown-plan]"),
      ("{indicator: n-mp}", "indicator 'n-mp' does not exist [reference.unknown-indicator]"),
      ("{indicator: c-two}", "'c-two' belongs to the same plan [field.invalid-value]"),
      ("{plan: city, indicator: n-pm}", "'n-pm' is not a target of that plan [field.invalid-value]"),
      ("{plan: national}", "an alignment needs 'indicator' [field.missing-key]"),
    ])
  func faults(alignment: String, finding: String) async throws {
    let rows = """
      - {id: c-pm, name: City air, unit: "µg/m³", baseline: 45, target: 28, aligns-with: \(alignment)}
      - {id: c-two, name: Two, target: 3}

      """
    let findings = try await built(["Content/city/indicators.yaml": rows]).findings
    #expect(findings.contains("error: \(finding)"), "\(findings)")
  }

  @Test("Targets of another site: fetching, keeping, and the text on pages before they are fetched")
  func elsewhere() async throws {
    let upper = TemporaryFolder(site)
    _ = try await build(upper)
    let fetched = Array(try #require(upper.text("Output/data/indicators.json")).utf8)
    let folder = TemporaryFolder(
      smallSite.merging([
        "Content/site.yaml":
          "title: 市\nlanguages: [en]\nother-plans: {national: {url: https://example.org/plan/, title: National plan, plan: national}}\n",
        "Content/indicators.yaml":
          "- {id: pm, name: Air, unit: \"µg/m³\", direction: down, baseline: 45, target: 32, aligns-with: {plan: national, indicator: n-pm}}\n",
      ]) { $1 })
    let siteBuild = SiteBuild(BuildOptions(siteDirectory: folder.path))
    #expect(
      try await build(folder).findings.contains(
        "warning: the targets of 'national' were not fetched yet, and are left out [alignment.not-fetched]"))
    let setting = try #require(try await siteBuild.otherPlans().value?.first)
    #expect(setting.dataAddress == "https://example.org/plan/data/indicators.json")
    let kept = try #require(try siteBuild.keep(fetched, of: setting))
    #expect(kept.path == "other-plans/national.json" && kept.targets == 4 && !kept.isUnchanged)
    #expect(try siteBuild.keep(fetched, of: setting)?.isUnchanged == true)
    #expect(try siteBuild.keep(Array("<html>".utf8), of: setting) == nil)
    #expect(!(try await build(folder).findings.contains("alignment")))
    let page = try #require(folder.text("Output/alignment/index.html"))
    #expect(page.contains("<a href=\"https://example.org/plan/\">National plan</a>"))
    #expect(page.contains("32 µg/m³") && page.contains("less ambitious") && page.contains("30 µg/m³"))

    folder.write(
      "- {id: pm, name: Air, target: 32, aligns-with: {plan: national, indicator: x}}\n", to: "Content/indicators.yaml")
    #expect(
      try await build(folder).findings.contains(
        "error: plan 'national' has no indicator 'x' with a target [reference.unknown-indicator]"))
    folder.write("{}\n", to: "other-plans/national.json")
    #expect(
      try await build(folder).findings.contains(
        "other-plans/national.json: error: the copy of a plan 'other-plans/national.json' is damaged, or of a newer planpress [alignment.invalid]"
      ))
  }

  @Test(
    "'other-plans' names sites by their addresses",
    arguments: [
      ("other-plans: national", "'other-plans' must name sites, not be text [field.wrong-type]"),
      ("other-plans: {national: here}", "'here' is not the address of a site [field.invalid-value]"),
      ("other-plans: {\"a b\": https://example.org/}", "'a b' cannot be the name of a plan [field.invalid-value]"),
    ])
  func settings(line: String, finding: String) async throws {
    let found = try await findings(changing: ["Content/site.yaml": "title: 站\nlanguages: [en]\n\(line)\n"])
    #expect(found.contains("error: \(finding)"), "\(found)")
  }
}
