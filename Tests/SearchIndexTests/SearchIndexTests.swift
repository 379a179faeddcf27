import SiteModel
import SiteSources
import TestSupport
import Testing

@testable import SearchIndex

@Suite struct SearchIndexTests {
  private let site = [
    "Content/site.yaml": "title: Site\nlanguages: [zh-CN]\n",
    "Content/index.md": "---\ntype: plan\ntitle: 城市规划\nperiod: 2021-2025\n---\n\n总则。\n",
    "Content/1-air.md":
      "---\ntitle: 空气质量\ndepartment: 环保局\n---\n\n实施:term[减排行动]，PM2.5浓度下降[^1]到30。\n\n## 治理扬尘\n\n**渣土**车密闭。\n\n:::box{title=\"专栏 重点\" id=focus}\n工地\n:::\n\n[^1]: 见年鉴。\n",
    "Content/indicators.yaml":
      "- {id: pm25, name: PM2.5浓度, unit: 微克, kind: ceiling, baseline: 38, target: 30, values: [36, 29], section: 1-air}\n",
    "Content/glossary.yaml": "- {term: 减排行动, definition: 减少排放, english: Cuts}\n",
    "Content/actions.yaml": "- {id: stoves, name: 炉具改造, due: 2025, earlier: [{due: 2024, until: 2024-06}]}\n",
    "Content/programmes.yaml": "- {id: blue, name: 蓝天工程}\n",
  ]

  // In the order of kinds: 0 the indicator, 1 the plan, 2 the section, 3 the programme, 4 the department, 5 the term.

  @Test("Every pair of characters of titles, headings and texts leads to its entry, with the best field")
  func fields() async throws {
    let index = try await ReadIndex(site)
    #expect(index.terms["浓度"] == [0: 0, 2: 2])
    #expect(index.terms["pm2.5"] == [0: 0, 2: 2])
    #expect(index.terms["空气"] == [2: 0])
    #expect(index.terms["扬尘"] == [2: 1])
    #expect(index.terms["专栏"] == [2: 1])
    #expect(index.terms["工地"] == [2: 2])
    #expect(index.terms["蓝天"] == [4: 0])
    #expect(index.terms["环保"] == [5: 0])
    #expect(index.terms["cuts"] == [6: 0])
  }

  @Test("Markup inside a sentence does not part its words: emphasis, a term, the number of a footnote")
  func sentences() async throws {
    let index = try await ReadIndex(site)
    for pair in ["施减", "减排", "土车", "降到", "年鉴"] { #expect(index.terms[pair]?[2] != nil, "\(pair)") }
    // Blocks do.
    for pair in ["尘渣", "则城"] { #expect(index.terms[pair] == nil, "\(pair)") }
  }

  @Test("Filters are terms, too")
  func filters() async throws {
    let index = try await ReadIndex(site)
    #expect(index.terms["!p0"].map { $0.keys.sorted() } == [0, 1, 2, 3, 4])
    #expect(index.terms["!d0"].map { $0.keys.sorted() } == [2, 5])
    // The status of the indicator, and the state of the action.
    #expect(index.terms.keys.filter { $0.hasPrefix("!s") }.count == 2)
    // Its due date was changed.
    #expect(index.terms["!moved"].map { $0.keys.sorted() } == [3])
  }

  @Test("A result has title, number, path and plan, and the fields of its kind")
  func records() async throws {
    let index = try await ReadIndex(site)
    let records = index.records.joined()
    #expect(records.contains("[\"PM2.5浓度\",\"\",\"/indicators/pm25/\",0,\"back-within\","))
    #expect(records.contains("[\"空气质量\",\"\",\"/air/\",0,[\"治理扬尘\",0],[\"专栏 重点\",\"focus\"]]"))
    #expect(records.contains("2025年\",\"\",\"原定2024年\"]"))
    #expect(records.contains("[\"减排行动\",\"\",\"/glossary/#减排行动\",-1]"))
    // Each piece begins with the plans of its records.
    #expect(records.hasPrefix("[[0,\"城市规划\",\"/\"],"))
    #expect(
      index.root.contains(
        "\"kinds\":[\"indicator\",\"section\",\"page\",\"action\",\"programme\",\"department\",\"term\"]"))
    #expect(index.root.contains("\"starts\":[0,1,3,3,4,5,6]"))
  }

  @Test("The terms ascend in UTF-8, and the root has the texts that separate the pieces")
  func order() async throws {
    let index = try await ReadIndex(large)
    func isBelow(_ a: String, _ b: String) -> Bool { Array(a.utf8).lexicographicallyPrecedes(Array(b.utf8)) }
    #expect(index.order == index.order.sorted(by: isBelow))
    #expect(Set(index.order).count == index.order.count)
    #expect(index.separators.count > 1 && index.separators.count == index.pieces.count)
    for (number, terms) in index.pieces {
      #expect(terms.allSatisfy { !isBelow($0, index.separators[number]) }, "piece \(number)")
      guard number + 1 < index.separators.count else { continue }
      #expect(terms.allSatisfy { isBelow($0, index.separators[number + 1]) }, "piece \(number)")
    }
  }

  /// Forty pages with thousands of pairs and words.
  private var large: [String: String] {
    var large = site
    for page in 2..<40 {
      let text = (0..<300).map { number in
        let scalar = Unicode.Scalar(UInt32(0x4E00 + (page * 37 + number * number * 13) % 400))
        return (scalar.map(String.init) ?? "") + (number % 9 == 0 ? " wide\(page * number % 50) " : "")
      }
      large["Content/\(page)-page\(page).md"] = "---\ntitle: 第\(page)页\n---\n\n\(text.joined())\n"
    }
    return large
  }

  @Test("The same bytes with any number of threads")
  func threads() async throws {
    let one = try await ReadIndex(large, jobs: 1)
    for jobs in [2, 3, 8] { #expect(try await ReadIndex(large, jobs: jobs).bytes == one.bytes, "\(jobs) threads") }
    #expect(one.bytes.count > 3)
  }

  @Test("The rows of every register are found", arguments: RegisterKind.allCases)
  func registers(register: RegisterKind) async throws {
    let index = try await ReadIndex(site)
    let kind = try #require(SearchKind.allCases.firstIndex(of: register.searchKind))
    #expect(
      index.starts[kind] < index.starts[kind + 1],
      "a site with \(register.rawValue).yaml has an entry for each of its rows")
  }

  @Test("Every page for readers declares its kind of search result")
  func kinds() {
    #expect(PageAddress.wholePlan(PlanRef(0)).searchKind == nil)
    #expect(PageAddress.content(PageRef(0), .section).searchKind == .section)
    #expect(PageAddress.list(.glossary).searchKind == .term)
  }
}
