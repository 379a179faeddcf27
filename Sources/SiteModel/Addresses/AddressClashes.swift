import Diagnostics
import SiteSources

/// Finds addresses claimed by two parts of a site, and addresses too long for a file name.
struct AddressClashes {
  private let routes: SiteRoutes
  private let pages: PageTable
  private let plans: Plans
  private let registers: ResolvedRegisters
  private var owners: [Route: Owner] = [:]
  private var diagnostics: [Diagnostic] = []

  private enum Owner {
    case address(SiteAddress)
    /// A folder for files that planpress generates.
    case folder(Route)
  }

  /// In bytes. Nearly every file system allows 255; the remainder leaves room for the suffix of a temporary file.
  private static let longestPart = 240

  /// Reports `page.duplicate-url` and `page.invalid-slug`.
  static func find(
    _ routes: SiteRoutes, _ pages: PageTable, _ plans: Plans, _ registers: ResolvedRegisters
  ) -> [Diagnostic] {
    var clashes = AddressClashes(routes, pages, plans, registers)
    return clashes.findings()
  }

  private init(_ routes: SiteRoutes, _ pages: PageTable, _ plans: Plans, _ registers: ResolvedRegisters) {
    self.routes = routes
    self.pages = pages
    self.plans = plans
    self.registers = registers
  }

  private mutating func findings() -> [Diagnostic] {
    owners.reserveCapacity(routes.addresses.count)
    for address in routes.addresses {
      if case .attachment = address { continue }
      claim(routes.route(of: address), for: .address(address))
    }
    for ref in routes.redirects.indices { findFile(at: ref) }
    claimAttachments()
    findCaseClashes()
    return diagnostics
  }

  /// Reports an alias whose folder would have the path of a file, such as `/sitemap.xml/`.
  private mutating func findFile(at ref: RedirectRef) {
    var path = routes.redirects[ref].route.outputPath.folderPart
    while !path.isEmpty {
      if let owner = owners[Route(file: path)] {
        let (name, location) = described(owner)
        let file = "/\(path)"
        diagnostics.append(
          Diagnostic(
            .error, .duplicateURL,
            "\(described(.address(.page(.redirect(ref)))).name) has the same address as \(name): '\(file)'",
            hint: "remove the alias", at: routes.redirects[ref].location,
            related: [Diagnostic.Related("the other one", at: location)]))
        return
      }
      path = path.folderPart
    }
  }

  /// Reports addresses that differ by case only: where file names have no case, as on most computers of authors, one
  /// would replace the other.
  private mutating func findCaseClashes() {
    var folded: [Route: Route] = [:]
    for address in routes.addresses {
      // They differ as the pages of their indicators do.
      if case .data(.indicator) = address { continue }
      let route = routes.route(of: address)
      guard let lower = route.lowercased else { continue }
      let page = route.pageInItsPlace?.lowercased
      if let other = owners[lower] == nil ? folded[lower] : lower {
        if other != route { reportCaseClash(route, other) }
      } else if let page, let other = owners[page] == nil ? folded[page] : page {
        reportCaseClash(route, other)
      }
      if folded[lower] == nil { folded[lower] = route }
    }
  }

  private mutating func reportCaseClash(_ route: Route, _ other: Route) {
    guard let owner = owners[route], let first = owners[other] else { return }
    let (firstName, firstLocation) = described(first)
    let (name, location) = described(owner)
    diagnostics.append(
      Diagnostic(
        .error, .duplicateURL,
        "the addresses of \(name) and \(firstName) differ by case only: '\(route.path)' and '\(other.path)'",
        hint: "rename one of them: many computers take the two for one file", at: location,
        related: [Diagnostic.Related("the other one", at: firstLocation)]))
  }

  private mutating func claimAttachments() {
    for folder in [Route(page: "assets"), Route(page: "data")] where owners[folder] == nil {
      // A page may be inside such a folder, but no file may have the folder's path.
      if routes.attachments.contains(where: { $0.route.pageInItsPlace == folder }) {
        claim(folder, for: .folder(folder))
      }
    }
    for ref in routes.attachments.indices {
      let route = routes.attachments[ref].route
      claim(route, for: .address(.attachment(ref)))
      if let page = route.pageInItsPlace, owners[page] != nil { claim(page, for: .address(.attachment(ref))) }
    }
  }

  private mutating func claim(_ route: Route, for owner: Owner) {
    if route.path.utf8.count > Self.longestPart,
      let length = route.path.utf8.split(separator: UInt8(ascii: "/")).map(\.count).max(), length > Self.longestPart
    {
      let (name, location) = described(owner)
      diagnostics.append(
        Diagnostic(
          .error, .invalidSlug, "the address of \(name) has a \(length)-byte part; the limit is \(Self.longestPart)",
          hint: "use a shorter file name, 'slug', alias or id; a Chinese character takes three bytes", at: location))
    }
    guard let first = owners[route] else {
      owners[route] = owner
      return
    }
    let (firstName, firstLocation) = described(first)
    let (name, location) = described(owner)
    var hint: Message = "rename one of them, or give it another 'slug'"
    if case .address(.page(.search)) = first {
      hint = "give it another 'slug', or write 'search: false' in site.yaml for a site without a search page"
    }
    diagnostics.append(
      Diagnostic(
        .error, .duplicateURL, "\(name) has the same address as \(firstName): '\(route.path)'", hint: hint,
        at: location,
        related: [Diagnostic.Related("the other one", at: firstLocation)]))
  }

  /// The name of an owner in messages, such as `the page 'Platforms'`, and its location.
  private func described(_ owner: Owner) -> (name: Message, location: SourceLocation) {
    let settings = SourceLocation(file: "\(SourceTree.contentFolder)/site.yaml")
    func ownFile(_ route: Route) -> (Message, SourceLocation) { ("planpress's own file \(route.path)", settings) }
    func ofPlan(_ plan: PlanRef, _ words: (String) -> Message) -> (Message, SourceLocation) {
      let home = pages[plans.homes[plan]]
      return (words(home.title), home.start)
    }
    switch owner {
    case .folder(let route): return ownFile(route)
    case .address(.file(let file)): return ownFile(file.route)
    case .address(.feed(let scope)): return ownFile(routes.route(of: scope))
    case .address(.data(.all(let file))): return ("the data file '\(file.route.path)'", settings)
    case .address(.data(.actions(let file))): return ("the data file '\(file.route.path)'", settings)
    case .address(.data(.indicator(let ref, _))):
      return ("the data of '\(registers.indicators[ref].indicator.name)'", settings)
    case .address(.chart(let ref)):
      return ("the chart of '\(registers.indicators[ref].indicator.name)'", registers.location(of: ref))
    case .address(.attachment(let ref)):
      let file = routes.attachments[ref].file
      return ("the file '\(file.path)'", SourceLocation(file: file.contentPath))
    case .address(.page(let page)):
      switch page {
      case .content(let ref, _): return ("the page '\(pages[ref].title)'", pages[ref].start)
      case .wholePlan(let plan): return ofPlan(plan) { "the whole plan '\($0)' on one page" }
      case .progress(let plan): return ofPlan(plan) { "the progress of the plan '\($0)'" }
      case .longList(.indicators(let plan), _): return ofPlan(plan) { "the list of the indicators of '\($0)'" }
      case .longList(.department(let ref), _):
        let entry = registers.departments.entries[ref]
        return ("the list of the indicators of '\(entry.department.name)'", entry.location)
      case .longList(.programme(let ref), _):
        let entry = registers.programmes.entries[ref]
        return ("the list of the indicators of '\(entry.programme.name)'", entry.location)
      case .longList(.charts(let plan), _): return ofPlan(plan) { "the progress of the plan '\($0)'" }
      case .longList(.actions(let plan), _): return ofPlan(plan) { "the list of the actions of '\($0)'" }
      case .action(let ref):
        let action = registers.actions.actions[ref]
        return ("the action '\(action.action.name)'", action.location)
      case .list(.alignment): return ("the page of aligned targets", settings)
      case .list(let list): return ("the page of all \(list.rawValue)", settings)
      case .indicator(let ref):
        return ("the indicator '\(registers.indicators[ref].indicator.name)'", registers.location(of: ref))
      case .longList(.reporting, _): return ("the page of what is reported", settings)
      case .parts(let ref, _):
        return ("the parts of '\(registers.indicators[ref].indicator.name)'", registers.location(of: ref))
      case .embed(let ref):
        return ("the embedded chart of '\(registers.indicators[ref].indicator.name)'", registers.location(of: ref))
      case .programme(let ref):
        let entry = registers.programmes.entries[ref]
        return ("the programme '\(entry.programme.name)'", entry.location)
      case .department(let ref):
        let entry = registers.departments.entries[ref]
        return ("the department '\(entry.department.name)'", entry.location)
      case .search: return ("the search page", settings)
      case .redirect(let ref):
        let redirect = routes.redirects[ref]
        return ("an alias of '\(pages[redirect.page].title)'", redirect.location)
      case .notFound: return ownFile(routes.route(of: .notFound))
      }
    }
  }
}
