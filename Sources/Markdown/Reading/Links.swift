import Bytes
import Diagnostics
import Markup

extension DocumentReader {
  /// Numbers a link or an image, and removes a destination that a browser might run.
  mutating func readLink(_ node: NodeIndex, _ cursor: inout InlineCursor) {
    if prepared.hasSentinels {
      tree[node].text = tree.restore(tree[node].text, as: .text)
      tree[node].detail = tree.restore(tree[node].detail, as: .text)
    }
    normalizeDestination(of: node)
    let isImage = tree[node].kind == .image
    if !isImage, isAutolink(node) {
      tree[node].flags.insert(.autolink)
      let range = cursor.range(of: node, self)
      // `[https://a.org](https://a.org)` gives the same tree.
      if range.lowerBound > 0, source.bytes[range.lowerBound - 1] == UInt8(ascii: "[") {
        tree[node].flags.remove(.autolink)
      }
    }
    tree[node].number = Int32(links.count)
    checkDestination(of: node, isImage: isImage, &cursor)
    if locatesLinks { linkRanges.append(cursor.range(of: node, self)) }
    links.append(
      MarkdownLink(
        destination: tree.string(tree[node].text), isAutolink: tree[node].flags.contains(.autolink)))
  }

  /// Reports a destination that is refused everywhere, and removes it if a browser might run it.
  private mutating func checkDestination(of node: NodeIndex, isImage: Bool, _ cursor: inout InlineCursor) {
    let destination = tree[node].text.bounds
    let reference = tree.text.withUnsafeBufferPointer { URLReference(UnsafeBufferPointer(rebasing: $0[destination])) }
    guard case .refused(let fault) = reference else {
      if !isImage || reference != .contact { return }
      return report(node, "an image cannot come from a mail or telephone address", hint: nil, &cursor)
    }
    let name = tree.string(tree[node].text)
    if isUnsafe(destination: tree.text[destination], isImage: isImage) {
      tree[node].flags.insert(.dropped)
      report(
        node, "'\(name)' is not a safe \(isImage ? "image" : "link") destination",
        hint: "use a page of this site, or a URL that starts with 'https://'", &cursor)
    } else if !isImage || fault != .scheme("data") {
      // A `data:` address remains only for pictures of the common types.
      report(node, "'\(name)' cannot be a destination: it \(fault.reason)", hint: fault.hint, &cursor)
    }
  }

  private mutating func report(_ node: NodeIndex, _ message: Message, hint: Message?, _ cursor: inout InlineCursor) {
    let location = location(cursor.range(of: node, self))
    diagnostics.append(Diagnostic(.error, .unsafeLink, message, hint: hint, at: location))
  }

  /// Composes the accents of a path or an anchor of this site, as ids and addresses are composed. The address of
  /// another site stays as written.
  private mutating func normalizeDestination(of node: NodeIndex) {
    let destination = tree[node].text.bounds
    guard tree.text[destination].contains(where: { $0 >= 0xCC }) else { return }
    let text = tree.string(tree[node].text)
    guard !text.hasPrefix("//"), !text.prefix(while: { $0 != "/" && $0 != "#" && $0 != "?" }).contains(":") else {
      return
    }
    let composed = normalized(text)
    if !composed.utf8.elementsEqual(text.utf8) {
      tree[node].text = tree.replace(tree[node].text, with: Array(composed.utf8))
    }
  }

  /// Whether a link's text is its destination.
  private func isAutolink(_ node: NodeIndex) -> Bool {
    if tree[node].flags.contains(.autolink) { return true }
    let child = tree[node].firstChild
    guard child >= 0, tree[child].next < 0, tree[child].kind == .text, tree[node].detail.isEmpty else { return false }
    let (text, destination) = (tree[child].text.bounds, tree[node].text.bounds)
    guard destination.count == text.count || destination.count == text.count + 7 else { return false }
    return tree.text.withUnsafeBufferPointer { bytes in
      bytes[destination].suffix(text.count).elementsEqual(bytes[text])
        && (destination.count == text.count || bytes[destination].starts(with: "mailto:".utf8))
    }
  }
}
