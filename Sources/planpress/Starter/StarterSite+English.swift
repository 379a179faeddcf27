extension StarterSite {
  static let englishPlan: [File] = [
    (
      "Content/green/index.md",
      """
      ---
      type: plan
      title: Green travel in Riverside (an example)
      short-title: Green travel
      order: 2
      language: en
      period: {start: 2024, end: 2028}
      numbering: decimal
      publisher: The example's authors
      summary: A small invented plan that shows sections, a box, the six kinds of indicators and a glossary.
      ---
      This plan is an example: **all its figures, departments and places are made up**. It has three sections, a :term[box] and six indicators, one of each kind.

      """
    ),
    (
      "Content/green/1-streets.md",
      """
      ---
      title: Streets for walking and cycling
      department: Transport team
      ---
      By 2028 the share of journeys by bicycle shall reach :target[cycling]; it stands at :value[cycling]. :target[street-trees] will shade the main :term[green routes].

      The number of bus passengers keeps growing; the path along the river has a [section of its own](2-river.md).

      ::chart{id=cycling}

      """
    ),
    (
      "Content/green/2-river.md",
      """
      ---
      title: A path along the river
      department: Works team
      ---
      The path is built in three parts and open from end to end in 2027.

      :::box{title="Box 1: the river path"}
      Three parts become one path, with places to rest and ramps without steps.

      ::indicators{programme=river-path columns="name target latest status"}
      :::

      """
    ),
    (
      "Content/green/3-quiet.md",
      """
      ---
      title: Green space and quiet nights
      department: Environment team
      indicators:
        - id: green-space
          name: Green space
          unit: hectares
          kind: floor
          nature: binding
          target: 320
          values: {2024: 322, 2025: 321}
      ---
      There shall never be less than 320 hectares of green space, nor more noise at night than 55 decibels. Both are limits: to keep them is to succeed.

      ::indicators{ids="green-space, night-noise"}

      """
    ),
    (
      "Content/green/indicators.yaml",
      """
      # The register of indicators. 'kind' says how progress is measured; values may also stand in indicators/<id>.csv.
      - id: cycling
        name: Journeys by bicycle
        definition: The share of everyday journeys that are made mainly by bicycle.
        unit: "%"
        kind: level
        nature: anticipatory
        category: Travel
        baseline: {year: 2023, value: 12.0}
        target: {year: 2028, value: 20}
        values: {2024: 13.4, 2025: 15.1}
        department: Transport team
        source: Made up
        from: {section: streets, quote: the share of journeys by bicycle shall reach}

      - id: street-trees
        name: New trees in streets
        unit: trees
        kind: increase
        nature: anticipatory
        category: Travel
        target: 10000
        values: {2024: 1800, 2025: 4600}
        department: Works team
        source: Made up
        from: streets

      - id: bus-growth
        name: Growth in bus passengers
        unit: "%"
        kind: rate
        nature: anticipatory
        category: Travel
        target: 4
        values: {2024: 3.1, 2025: 2.6}
        department: Transport team
        source: Made up
        from: streets

      - id: night-noise
        name: Noise at night
        unit: decibels
        kind: ceiling
        nature: binding
        category: Environment
        target: 55
        department: Environment team
        source: Made up
        from: quiet

      - id: river-path-open
        name: The river path is open
        kind: milestone
        category: Travel
        due: 2027
        values: {2024: planned, 2025: started}
        programme: river-path
        department: Works team
        from: river

      """
    ),
    (
      "Content/green/indicators/night-noise.csv",
      "Year,Place,Value\n2024,,54.2\n2025,,53.8\n2024,East bank,55.9\n2025,East bank,54.6\n2024,West bank,52.5\n2025,West bank,53.0\n"
    ),
    (
      "Content/green/programmes.yaml",
      """
      - id: river-path
        name: River path
        summary: Three parts become one path.
        section: river
        department: Works team

      """
    ),
    (
      "Content/green/departments.yaml",
      """
      # Made up.
      - id: transport
        name: Transport team
      - id: works
        name: Works team
      - id: environment
        name: Environment team

      """
    ),
    (
      "Content/green/glossary.yaml",
      """
      - term: box
        definition: A framed part of a plan's text that usually lists programmes and their targets.

      - term: green route
        definition: A way for walking and cycling, apart from motor traffic.
        aliases: [green routes]

      """
    ),
  ]
}
