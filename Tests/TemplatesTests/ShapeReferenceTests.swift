import Templates
import Testing

@Test("The reference lists every shape that a root reaches, once, in the order of their names")
func shapeReferenceIsComplete() {
  #expect(
    shapeReference(for: [.init(name: "page", shape: PageView.shape), .init(name: "home", shape: PageView.shape)]) == """
      ## page

      What `page`, `home` shows.

      | name | kind | optional | what it is |
      |---|---|---|---|
      | `title` | text |  | The page's title |
      | `body` | HTML |  | The text |
      | `summary` | text | yes | What it is about |
      | `isDraft` | flag |  | Not to be published |
      | `plan` | view of plan | yes | The plan that it belongs to |
      | `nav` | list of link |  | The contents |
      | `layout` | text |  | The name of a template |
      | `has-nav` | flag |  | whether 'nav' has entries |

      ## plan

      | name | kind | optional | what it is |
      |---|---|---|---|
      | `name` | text |  | Its name |
      | `period` | text |  | Its years \\| from and to |

      ## link

      | name | kind | optional | what it is |
      |---|---|---|---|
      | `label` | text |  | What to show |
      | `url` | text |  | Where it leads |
      | `children` | list of link |  | Links below |
      | `has-children` | flag |  | whether 'children' has entries |

      """)
}
