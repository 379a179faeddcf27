import SiteEngine
import TestSupport
import Testing

/// `department: {lead: …, support: […]}` of sections and programmes.
struct SupportingDepartmentTests {
  private let site: [String: String] = [
    "Content/site.yaml": "title: City\nlanguages: [en]\n", "Content/index.md": "---\ntitle: Home\n---\nText.\n",
    "Content/p/index.md": "---\ntype: plan\ntitle: Plan\nperiod: 2021-2025\n---\nText.\n",
    "Content/p/1-air.md":
      "---\ntitle: Air\ndepartment: {lead: Environment, support: [Transport, Environment]}\n---\nText.\n",
    "Content/p/2-water.md": "---\ntitle: Water\ndepartment: {support: [Transport]}\n---\nText.\n",
    "Content/p/programmes.yaml":
      "- {id: trees, name: Trees, department: {lead: Environment, support: [Parks]}}\n",
  ]

  @Test("Sections and programmes name the departments that support them, whose pages list these sections")
  func shown() async throws {
    let folder = TemporaryFolder(site)
    #expect(try await build(folder).findings == "")
    func facts(_ path: String) throws -> String {
      let page = try #require(folder.text("Output/\(path)/index.html"))
      let start = try #require(page.firstRange(of: "<dl class=\"facts\">")?.upperBound)
      return String(page[start...].split(separator: "</dl>")[0])
    }
    let air = try facts("p/air")
    #expect(
      air.contains(
        "Supporting departments</dt><dd><span class=\"item\"><a href=\"../../departments/transport/index.html\">"))
    #expect(!air.contains("</span><span class=\"item\">"), "the department in charge does not support itself")
    #expect(try facts("p/water").contains("departments/transport/"))
    #expect(try facts("programmes/trees").contains("<a href=\"../../departments/parks/index.html\">Parks</a>"))
    let transport = try #require(folder.text("Output/departments/transport/index.html"))
    #expect(
      transport.contains(
        "Sections that it supports</h2>\n<ul><li><a href=\"../../p/air/index.html\">Air</a></li><li><a href=\"../../p/water/index.html\">"
      ))
    // It leads the section, so it does not support it.
    let environment = try #require(folder.text("Output/departments/environment/index.html"))
    #expect(environment.contains("p/air/") && !environment.contains("that it supports"))
  }

  @Test("A supporting department that no register has is an error")
  func unknown() async throws {
    var site = site
    site["Content/departments.yaml"] = "- name: Environment\n- name: Parks\n"
    let findings = try await build(TemporaryFolder(site)).findings
    #expect(
      findings.contains(
        "Content/p/1-air.md:3:43: error: department 'Transport' is not in departments.yaml [reference.unknown-depart"),
      "\(findings)")
    #expect(findings.contains("Content/p/2-water.md:3:24: error: department 'Transport'"))
  }
}
