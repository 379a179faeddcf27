import Bytes
import Markup

extension ViewFields {
  /// One field of a view. Each kind has a function of its own, so that a value of another kind does not compile.
  public struct Field: Sendable {
    @usableFromInline let description: ViewField
    @usableFromInline let getter: Getter

    @usableFromInline
    init(_ description: ViewField, _ getter: Getter) {
      self.description = description
      self.getter = getter
    }
  }
}

// MARK: - Text

extension ViewFields.Field {
  /// Text, escaped where it is printed.
  public static func text(_ name: String, _ summary: String, _ value: @escaping @Sendable (Model) -> String) -> Self {
    Self(ViewField(name, .text, summary), .text(value))
  }

  /// Text, escaped where it is printed. Nil is false in `{{#name}}`, and prints nothing.
  public static func optionalText(
    _ name: String, _ summary: String, _ value: @escaping @Sendable (Model) -> String?
  ) -> Self {
    Self(ViewField(name, .text, summary, isOptional: true), .optionalText(value))
  }

  /// Text that is part of a larger array of UTF-8 bytes.
  public static func textSlice(
    _ name: String, _ summary: String, _ value: @escaping @Sendable (Model) -> ByteSlice
  ) -> Self {
    Self(ViewField(name, .text, summary), .textSlice(value))
  }
}

// MARK: - HTML

extension ViewFields.Field {
  /// Trusted markup, printed unchanged.
  public static func html(_ name: String, _ summary: String, _ value: @escaping @Sendable (Model) -> HTML) -> Self {
    Self(ViewField(name, .html, summary), .html(value))
  }

  /// HTML that is part of a larger array of bytes.
  public static func htmlSlice(
    _ name: String, _ summary: String, _ value: @escaping @Sendable (Model) -> ByteSlice
  ) -> Self {
    Self(ViewField(name, .html, summary), .htmlSlice(value))
  }

  /// HTML that is written straight into the output.
  public static func deferredHTML(
    _ name: String, _ summary: String, _ value: @escaping @Sendable (Model) -> DeferredHTML
  ) -> Self {
    Self(ViewField(name, .html, summary), .deferredHTML(value))
  }
}

// MARK: - Flags

extension ViewFields.Field {
  /// A condition for `{{#name}}` and `{{^name}}`; never printed.
  public static func flag(_ name: String, _ summary: String, _ value: @escaping @Sendable (Model) -> Bool) -> Self {
    Self(ViewField(name, .flag, summary), .flag(value))
  }
}

// MARK: - Views and lists

extension ViewFields.Field {
  /// A view, whose fields are found inside `{{#name}}`.
  @inlinable
  public static func view<Inner: TemplateView>(
    _ name: String, _ summary: String, _ value: @escaping @Sendable (Model) -> Inner
  ) -> Self {
    Self(ViewField(name, .view { Inner.fields.shape }, summary), .view { View(value($0)) })
  }

  /// A view, whose fields are found inside `{{#name}}`; nil leaves the section out.
  @inlinable
  public static func optionalView<Inner: TemplateView>(
    _ name: String, _ summary: String, _ value: @escaping @Sendable (Model) -> Inner?
  ) -> Self {
    Self(
      ViewField(name, .view { Inner.fields.shape }, summary, isOptional: true),
      .optionalView { model in
        guard let inner = value(model) else { return nil }
        return View(inner)
      })
  }

  /// A view that many pages share.
  @inlinable
  public static func evaluatedView<Inner: TemplateView>(
    _ name: String, _ summary: String, _ value: @escaping @Sendable (Model) -> EvaluatedView<Inner>
  ) -> Self {
    Self(ViewField(name, .view { Inner.fields.shape }, summary), .view { value($0).view })
  }

  /// Views for each of which `{{#name}}` is rendered, in order.
  @inlinable
  public static func list<Item: TemplateView>(
    _ name: String, _ summary: String, _ value: @escaping @Sendable (Model) -> [Item]
  ) -> Self {
    Self(ViewField(name, .list { Item.fields.shape }, summary), .list { value($0).map { View($0) } })
  }

  /// A list that many pages share.
  @inlinable
  public static func evaluatedList<Item: TemplateView>(
    _ name: String, _ summary: String, _ value: @escaping @Sendable (Model) -> EvaluatedList<Item>
  ) -> Self {
    Self(ViewField(name, .list { Item.fields.shape }, summary), .list { value($0).views })
  }
}
