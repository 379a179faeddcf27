import Bytes
import Markup
import SiteModel

/// The meta tags of a Chinese government site, in the head of a page.
enum GovernmentMarkup {
  static func html(of frame: Frame) -> HTML {
    let site = frame.renderer.site
    guard site.settings.profile == .chineseGovernment else { return HTML() }
    var html = ByteBuffer()
    for tag in GovernmentTags.of(frame.address, title: frame.title, in: site) {
      guard let value = tag.value else { continue }
      html.append(markup: "<meta name=\"")
      html.append(text: tag.name.rawValue)
      html.append(markup: "\" content=\"")
      html.appendEscaped(value)
      html.append(markup: "\">\n")
    }
    return HTML(bytes: html.array)
  }
}
