import Files
import SearchIndex
import SiteData
import SiteModel
import SiteOutput
import SitePages
import SiteSources

/// All files of a finished site: the pages, data and attachments at its addresses, and the assets of its theme.
struct SiteFiles: Sendable {
  let site: ResolvedSite
  private let renderer: SiteRenderer
  private let data: SiteDataFiles
  private let folders: SiteFolders
  /// The files of the editions in the other languages; each edition has a folder.
  private let editions: [SiteFiles]

  init(_ site: ResolvedSite, editions: [ResolvedSite] = [], theme: Theme, folders: SiteFolders) {
    self.site = site
    self.folders = folders
    self.editions = editions.map { SiteFiles($0, theme: theme, folders: folders) }
    renderer = SiteRenderer(site: site, theme: theme, version: version)
    data = SiteDataFiles(site)
  }

  /// All files. Long pages come first, so that no thread still renders one after the others have finished.
  func all(jobs: Int) async throws -> [OutputFile] {
    var files = try await own(jobs: jobs)
    if site.settings.hasLanguagesPage {
      files = below(site.settings.folder(ofEdition: 0), files, keepingAtTop: true) + [renderer.languagesPage()]
    }
    for edition in editions {
      let folder = edition.site.settings.folder(ofEdition: edition.site.settings.edition)
      files += below(folder, try await edition.own(jobs: jobs), keepingAtTop: false)
    }
    return files
  }

  /// The files of an edition in its folder. What hosts and robots look for stands at the top, in the main language alone; hosts
  /// that look for the nearest 404.html find that of the edition.
  private func below(_ folder: String, _ files: [OutputFile], keepingAtTop: Bool) -> [OutputFile] {
    files.flatMap { file in
      let moved = OutputFile(path: folder.appending(part: file.path), content: file.content)
      let top = keepingAtTop ? [file] : []
      return switch file.path {
      case "robots.txt": top
      case "404.html": [moved] + top
      default: [moved]
      }
    }
  }

  private func own(jobs: Int) async throws -> [OutputFile] {
    let addresses = site.routes.addresses
    let ordered = addresses.filter { !$0.isShort } + addresses.filter(\.isShort)
    let files =
      try await concurrentMap(ordered, jobs: jobs, longestRun: 64) { file(at: $0) } + renderer.assets()
      + renderer.markdownCopies()
    guard site.settings.hasSearch else { return files }
    return try await files + SearchIndex.build(site, jobs: jobs).files
  }

  private func file(at address: SiteAddress) -> OutputFile {
    switch address {
    case .page(let page): renderer.page(at: page)
    case .file(let file): renderer.file(file)
    case .feed(let scope): renderer.feed(of: scope)
    case .data(.indicator(let ref, .source)):
      OutputFile(
        path: site.routes.route(of: .indicator(ref, .source)).outputPath,
        content: .copied(from: folders.path(of: site.indicators[ref].dataFile ?? "")))
    case .data(let data): self.data.file(at: data)
    case .chart(let ref): renderer.chart(of: ref)
    case .attachment(let ref):
      OutputFile(
        path: site.routes.attachments[ref].route.outputPath,
        content: .copied(from: folders.path(of: site.routes.attachments[ref].file.contentPath)))
    }
  }
}

extension SiteAddress {
  /// Whether its file is quick to make, such as an ordinary content page or a copied attachment.
  fileprivate var isShort: Bool {
    switch self {
    case .page(.content), .page(.redirect), .page(.notFound), .attachment: true
    case .page, .file, .data, .chart, .feed: false
    }
  }
}
