import SiteEngine
import TestSupport
import Testing

/// The time line of actions: what it draws of dates that are there, and nothing of those that are not.
struct ActionTimelineTests {
  /// The drawing of one action in a plan for 2024 to 2027, known up to the end of 2025, and the words below it.
  private func drawing(_ fields: String) async throws -> (shapes: String, text: String) {
    let folder = TemporaryFolder([
      "Content/site.yaml": "title: County\nlanguages: [en]\nas-of: 2025-12\n",
      "Content/index.md": "---\ntype: plan\ntitle: Plan\nperiod: 2024-2027\n---\nText.\n",
      "Content/actions.yaml": "- {id: a, name: Action, \(fields)}\n",
    ])
    #expect(try await build(folder).findings == "")
    let page = try #require(folder.text("Output/actions/index.html"))
    let figure = try #require(page.all(between: "<figure class=\"chart action-timeline\">", and: "</figure>").first)
    let shapes = try #require(figure.all(between: "<use href=", and: "</li>").first)
    return (shapes, figure)
  }

  @Test(
    "A bar lies between dates, ends where the action was done, and what is late is hatched",
    arguments: [
      ("start: 2024, due: 2026, state: started", ["action-span x=0% width=75%"]),
      // due within 2026, done in its first half
      (
        "start: 2024, due: 2026, state: done, done: 2025-06",
        ["action-span x=0% width=37.5%", "action-fill x=0% width=37.5%"]
      ),
      (
        "start: 2024, due: 2024, state: done, done: 2025-06",
        ["action-span x=0% width=25%", "action-fill x=0% width=25%", "action-late x=25% width=12.5%"]
      ),
      // overdue since the end of 2024, up to the end of 2025
      ("start: 2024, due: 2024, state: started", ["action-span late x=0% width=25%", "action-late x=25% width=25%"]),
      // without an end the bar has an arrow, and a share of it says nothing
      ("start: 2025, state: started, progress: 50%", ["action-span x=25% width=73.5%", "action-span x=98.5%"]),
      // without a start there is no bar
      ("due: 2026, state: started, progress: 50%", ["step x=75%"]),
      ("due: 2026, state: done, done: 2025-06", ["step done x=37.5%"]),
      ("due: 2024", ["action-late x=25% width=25%", "step x=25%"]),
      ("due: 2024, state: done, done: 2025-06", ["action-late x=25% width=12.5%", "step done x=37.5%"]),
    ])
  func bars(_ fields: String, _ expected: [String]) async throws {
    let shapes = try await drawing(fields).shapes
    let drawn = shapes.split(separator: "<").compactMap { element -> String? in
      func attribute(_ name: String) -> String? { String(element).all(between: " \(name)=\"", and: "\"").first }
      guard let name = attribute("class") else { return nil }
      return "\(name) x=\(attribute("x") ?? "")" + (attribute("width").map { " width=\($0)" } ?? "")
    }
    let places = shapes.all(between: "<svg overflow=\"visible\" x=\"", and: "\"")
    var marks = places[...]
    let found = drawn.map { $0.hasSuffix("x=") ? $0 + (marks.popFirst() ?? "") : $0 }
    #expect(found == expected)
  }

  @Test("A due date that was moved leaves a hollow square where it was first, in words as well")
  func firstDue() async throws {
    let moved = try await drawing(
      "start: 2024, due: 2026, state: started, earlier: [{due: 2024, until: 2024-11, why: rock}]")
    #expect(
      moved.shapes.contains(
        "<svg overflow=\"visible\" x=\"25%\"><path class=\"original-point\" d=\"M-5 6h10v10h-10z\"/></svg>"))
    #expect(
      moved.text.contains("2024 – 2026 (was due 2024)")
        && moved.text.contains("Hollow square: the due date as first set."))
    #expect(!(try await drawing("start: 2024, due: 2026, state: started").text.contains("Hollow square")))
    let step = try await drawing(
      "start: 2024, due: 2026, state: started, steps: [{name: Dig, due: 2025-10, earlier: [{due: 2025-01, until: 2024-06}]}]"
    )
    #expect(
      step.shapes.contains("class=\"original-point\"")
        && step.text.contains("Hollow square: the due date as first set."))
  }

  @Test("The calendar names site, plan, step and department; a step keeps its identifier when others are added")
  func calendar() async throws {
    func events(_ steps: String) async throws -> String {
      let folder = TemporaryFolder([
        "Content/site.yaml": "title: County\nlanguages: [en]\nas-of: 2025-12\n",
        "Content/index.md": "---\ntype: plan\ntitle: Plan\nperiod: 2024-2027\n---\nText.\n",
        "Content/departments.yaml": "- {id: roads, name: \"Roads, paths\"}\n",
        "Content/actions.yaml":
          "- {id: a, name: Tram, department: roads, due: 2027, summary: \"One; two\", steps: [\(steps)]}\n",
      ])
      #expect(try await build(folder).findings == "")
      return try #require(folder.text("Output/data/actions.ics")).replacing("\r\n ", with: "")
    }
    let one = try await events("{name: Rails, due: 2026-12}")
    #expect(one.contains("NAME:County · Plan · Actions\r\nX-WR-CALNAME:County · Plan · Actions\r\n"))
    #expect(one.contains("SUMMARY:Tram: Rails (Plan\\, Roads\\, paths)\r\n"))
    #expect(one.contains("DESCRIPTION:One\\; two\\nPlan: Plan\\nLead department: Roads\\, paths\r\n"))
    let two = try await events("{name: Survey, due: 2026-10}, {name: Rails, due: 2027-01}")
    let (before, after) = (one.all(between: "UID:", and: "\r\n"), two.all(between: "UID:", and: "\r\n"))
    #expect(before.count == 2 && after.count == 3 && Set(before).isSubset(of: after))
  }

  @Test("The key explains hatching, arrows and the vertical line where they are drawn")
  func key() async throws {
    let late = try await drawing("start: 2024, due: 2024, state: started").text
    #expect(late.contains("Hatching: time beyond the due date. Vertical line") && !late.contains("Arrow:"))
    #expect(late.contains("<pattern") && late.contains("fill=\"url(#"))
    let open = try await drawing("start: 2025, state: started").text
    #expect(open.contains("Arrow: no due date.") && !open.contains("Hatching") && !open.contains("<pattern"))
    let done = try await drawing("start: 2024, due: 2026, state: done, done: 2025-06").text
    #expect(done.contains("2024 – 2026 (Done: June 2025)"))
  }

  @Test("Each of several plans has its name above its time line", arguments: [["city"], ["city", "region"]])
  func plans(_ plans: [String]) async throws {
    let folder = TemporaryFolder([
      "Content/site.yaml": "title: County\nlanguages: [en]\n", "Content/index.md": "---\ntitle: County\n---\nText.\n",
    ])
    for plan in plans {
      folder.write(
        "---\ntype: plan\ntitle: Plan of the \(plan)\nperiod: 2024-2027\n---\nText.\n", to: "Content/\(plan)/index.md")
      folder.write("- {id: \(plan)-a, name: Action, due: 2026}\n", to: "Content/\(plan)/actions.yaml")
    }
    #expect(try await build(folder).findings == "")
    let page = try #require(folder.text("Output/actions/index.html"))
    let lines = try #require(page.all(between: "<section class=\"timelines\">", and: "</section>").first)
    #expect(lines.all(between: "<h3><a href=\"", and: "</h3>").count == (plans.count > 1 ? plans.count : 0))
    #expect(lines.all(between: "<figure class=\"chart action-timeline\">", and: "</figure>").count == plans.count)
  }
}

extension String {
  /// The texts between two marks, in order.
  fileprivate func all(between start: String, and end: String) -> [String] {
    split(separator: start, omittingEmptySubsequences: false).dropFirst().map {
      String($0.split(separator: end, maxSplits: 1, omittingEmptySubsequences: false)[0])
    }
  }
}
