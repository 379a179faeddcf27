import Diagnostics

/// Compiled templates, all checked against the shape that each root template gets.
package struct TemplateSet: Sendable {
  /// A template that is rendered by name, and the shape of the view that it gets.
  package struct Root: Sendable {
    package let name: String
    package let shape: ViewShape

    package init(_ name: String, _ shape: ViewShape) {
      self.name = name
      self.shape = shape
    }
  }

  /// Compiles and checks. There is a value where there is no error.
  ///
  /// - Parameters:
  ///   - sources: by template name, as `section` or `partials/nav`.
  ///   - siteProvided: names of templates that the site's author wrote; `template.unused` is a warning about those only.
  package static func compile(
    _ sources: [String: SourceText], roots: [Root], siteProvided: Set<String> = []
  ) -> Checked<TemplateSet> {
    preconditionFailure("not yet")
  }

  /// Appends the template `root`, which must be one of the roots, shown with `view`.
  package func render(_ root: String, _ view: View, into output: inout [UInt8]) {
    preconditionFailure("not yet")
  }
}
