import DataFormats
import Diagnostics

/// Who is responsible for the site, under `owner:` in `site.yaml`: what law and custom ask the foot of a public site to
/// say.
package struct SiteOwner: Sendable {
  /// Who runs the site for the publisher.
  package var operatedBy: String?
  package var email: Located<String>?
  package var phone: String?
  /// A postal address.
  package var address: String?
  /// The ten-digit code of a Chinese government site.
  package var identificationCode: String?
  /// The number of a Chinese site's registration with the ministry, such as 京ICP备05000000号.
  package var icp: String?
  /// The number of its registration with the police, such as 京公网安备11000000000000号.
  package var police: String?
  /// The page or the site that says how accessible the site is.
  package var accessibility: Located<String>?
  package var licence: Licence?
  /// Where readers report an error: an e-mail address or the address of a form.
  package var reportErrors: Located<String>?

  /// The terms under which texts and figures may be used.
  package struct Licence: Sendable {
    package let title: String
    package let url: Located<String>?
  }

  /// The addresses among its fields.
  package var addresses: [Located<String>] {
    [accessibility, licence?.url, reportErrors].compactMap(\.self)
  }

  /// The digits in the number of the registration with the police, by which its record is found.
  package var policeCode: String? {
    police.map { String($0.filter(\.isASCIIDigit)) }.flatMap { $0.isEmpty ? nil : $0 }
  }

  /// The page of the ministry where a registration can be looked up.
  package static let icpRecords = "https://beian.miit.gov.cn/"

  /// The page of the police where a registration can be looked up.
  package var policeRecord: String? {
    policeCode.map { "https://beian.mps.gov.cn/#/query/webSearch?code=\($0)" }
  }

  init(_ reader: inout FieldReader) {
    operatedBy = reader.text("operated-by")
    email = reader.email("email")
    phone = reader.text("phone")
    address = reader.text("address")
    identificationCode = reader.text("identification-code")
    icp = reader.text("icp")
    police = reader.text("police")
    accessibility = reader.address("accessibility")
    licence = SiteOwner.readLicence(&reader)
    reportErrors = SiteOwner.readReportErrors(&reader)
  }

  /// `licence: CC BY 4.0`, or with the address of its text: `licence: {title: CC BY 4.0, url: …}`.
  private static func readLicence(_ reader: inout FieldReader) -> Licence? {
    guard let node = reader.node("licence") else { return nil }
    if node.asScalar != nil { return reader.text("licence").map { Licence(title: $0, url: nil) } }
    guard var licence = reader.mapping("licence", describing: "the licence") else { return nil }
    let title = licence.requiredString("title")
    let url = licence.address("url")
    licence.finish()
    return title.map { Licence(title: $0.value, url: url) }
  }

  /// An e-mail address becomes a `mailto:` address.
  private static func readReportErrors(_ reader: inout FieldReader) -> Located<String>? {
    guard let text = reader.address("report-errors") else { return nil }
    guard text.value.isEmailAddress else { return text }
    return Located("mailto:\(text.value)", at: text.range)
  }
}

extension FieldReader {
  /// A text; nil if it is empty.
  fileprivate mutating func text(_ key: FieldKey) -> String? {
    string(key).flatMap { $0.value.isEmpty ? nil : $0.value }
  }

  /// An e-mail address. Reports any other text.
  fileprivate mutating func email(_ key: FieldKey) -> Located<String>? {
    guard let text = string(key), !text.value.isEmpty else { return nil }
    guard text.value.isEmailAddress else {
      report(
        .invalidValue, "'\(text.value)' is not an e-mail address", hint: "write it like '\(key): plan@example.org'",
        at: text.range)
      return nil
    }
    return text
  }
}

extension String {
  /// Whether it is an e-mail address: no space, no colon, one `@`, and a dot in what follows it.
  fileprivate var isEmailAddress: Bool {
    let parts = split(separator: "@", omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty else { return false }
    let host = parts[1].split(separator: ".", omittingEmptySubsequences: false)
    return host.count >= 2 && host.allSatisfy { !$0.isEmpty }
      && !utf8.contains { $0 <= UInt8(ascii: " ") || ":/?#<>\"'&%".utf8.contains($0) }
  }
}

extension Character {
  fileprivate var isASCIIDigit: Bool { ("0"..."9").contains(self) }
}
