extension StarterSite {
  /// The pages of the strategy; a section that the revision of 2025 rewrote is in `revisedPages`.
  static let strategyPages: [File] = [
    (
      "Content/index.md",
      """
      ---
      title: Harrow Valley Water Agency (example)
      ---
      This site shows how planpress presents the strategic plan of an agency: goals and strategies, who does what by when, what was said each year, a revision half-way, and two reports. **The agency, its valley and every figure are made up.** Replace the files in `Content/` with your own.

      """
    ),
    (
      "Content/departments.yaml",
      """
      - {id: supply, name: Water Supply}
      - {id: engineering, name: Engineering}
      - {id: river, name: River and Land}
      - {id: customers, name: Customer Service}
      - {id: people, name: People and Finance}

      """
    ),
    (
      "Content/strategy/1-water/index.md",
      """
      ---
      title: Safe water every day
      department: Water Supply
      ---
      Everyone in the valley drinks water that meets every standard, and the pipes that bring it lose less of it.

      """
    ),
    (
      "Content/strategy/1-water/1-supply.md",
      """
      ---
      title: Keep the supply within every standard
      department: Water Supply
      ---
      At least :target[samples] of all samples meet every standard. Where one does not, the district hears of it on the same day.

      ::actions{section=water/supply}

      """
    ),
    (
      "Content/strategy/1-water/2-mains.md",
      """
      ---
      title: Renew the oldest mains
      department: Engineering
      ---
      A third of the network is older than sixty years. By 2027 we renew :target[mains], and lose :target[losses] of the water that enters the network; now it is :value[losses].

      ::chart{id=losses}

      ::actions{section=water/mains}

      """
    ),
    (
      "Content/strategy/2-river/index.md",
      """
      ---
      title: A river in good health
      department: River and Land
      ---
      The Harrow is clean enough to swim in, and has room when it floods.

      """
    ),
    (
      "Content/strategy/2-river/1-pollution.md",
      """
      ---
      title: Less that pollutes the river
      department: River and Land
      ---
      Phosphorus falls to :target[phosphorus] at the weir of Lower Harrow.

      ::actions{section=river/pollution}

      """
    ),
    (
      "Content/strategy/3-service/index.md",
      """
      ---
      title: Service that people can reach
      department: Customer Service
      ---
      Whoever calls is answered, and whoever cannot pay is helped.

      """
    ),
    (
      "Content/strategy/3-service/1-answers.md",
      """
      ---
      title: Answer sooner
      department: Customer Service
      ---
      :target[answers] of calls are answered within two minutes, and the water is off for longer than four hours no more than :target[outages] in a year.

      ::actions{section=service/answers}

      """
    ),
    (
      "Content/strategy/3-service/2-bills.md",
      """
      ---
      title: Bills that people understand and can pay
      department: Customer Service
      ---
      One bill takes the place of two, and :target[helped] that fall behind get a plan that they can keep.

      ::actions{section=service/bills}

      """
    ),
    (
      "Content/strategy/4-agency/index.md",
      """
      ---
      title: An agency that is ready
      department: People and Finance
      ---
      The people, the data and the money for the next twenty years.

      """
    ),
    (
      "Content/strategy/4-agency/1-people.md",
      """
      ---
      title: People who know the network
      department: People and Finance
      ---
      No more than :target[vacancies] of our posts are vacant.

      ::actions{section=agency/people}

      """
    ),
    (
      "Content/strategy/4-agency/2-data.md",
      """
      ---
      title: Open data and open books
      department: People and Finance
      ---
      Everything that we measure is published, :target[datasets] in 2027.

      ::actions{section=agency/data}

      """
    ),
    (
      "Content/updates/2024-09-20-flood.md",
      """
      ---
      title: The flood of September
      about: [wetland, flood-map, strategy/river/floods]
      ---
      On 17 September the Harrow rose to its highest level since 1968. The meadows at Oxholm, which we had opened in spring, held back a third of it. Two of the sites that the plan names are now gravel; we look for others.

      """
    ),
  ]

  /// The plan's own page; `link` leads to what the revision changed.
  static func planPage(link: String?) -> File {
    (
      "Content/strategy/index.md",
      """
      ---
      type: plan
      title: Strategic plan 2023–2027 of the Harrow Valley Water Agency (example)
      short-title: Strategic plan
      period: {start: 2023, end: 2027}
      numbering: decimal
      levels: [Goal, Strategy]
      accountability: true
      publisher: Example authors
      adopted: 2022-11-17
      summary: "An invented plan: four goals, eight strategies, 40 actions and eleven measures."
      ---
      This plan is an example: **the agency and all figures, departments and places in it are made up**. It has four goals with two strategies each.\(link.map { " The board revised it in June 2025: [what changed](\($0))." } ?? "")

      """
    )
  }

  /// The section on floods, before the revision and after it.
  static func floods(isRevised: Bool) -> File {
    let text =
      isRevised
      ? "We give the river room: :target[wetland] of wetland by 2027. After the flood of September 2024 we buy land where the river already goes, instead of raising banks, and every village has a flood plan of its own."
      : "We give the river room: :target[wetland] of wetland by 2027. Where there is no room, we raise the banks."
    return (
      "Content/strategy/2-river/2-floods.md",
      """
      ---
      title: Room for floods
      department: River and Land
      ---
      \(text)

      ::actions{section=river/floods}

      """
    )
  }
}
