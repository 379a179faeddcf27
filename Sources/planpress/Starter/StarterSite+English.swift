extension StarterSite {
  static let englishPlan: [File] = [
    (
      "Content/green/index.md",
      """
      ---
      type: plan
      title: Green travel in Riverside (example)
      short-title: Green travel
      order: 2
      language: en
      period: {start: 2024, end: 2028}
      numbering: decimal
      publisher: Example authors
      summary: A small, invented plan with sections, a box, all six kinds of indicators and a glossary.
      ---
      This plan is an example: **all figures, departments and places in it are made up**. It has three sections, a :term[box] and six indicators, one of each kind.

      """
    ),
    (
      "Content/green/1-streets.md",
      """
      ---
      title: Streets for walking and cycling
      department: Transport team
      ---
      By 2028, the share of journeys by bicycle will reach :target[cycling]; it is now :value[cycling]. :target[street-trees] will shade the main :term[green routes].

      The number of bus passengers will keep growing. The river path has [its own section](2-river.md).

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
      The path will be built in three parts and be open from end to end in 2027.

      :::box{title="Box 1: the river path"}
      Three parts become one path, with places to rest and step-free ramps.

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
          from: {section: quiet, quote: Green space will not fall below 320 hectares}
      ---
      Green space will not fall below 320 hectares, and noise at night will not exceed 55 decibels. Both are limits: success means keeping within them.

      ::indicators{ids="green-space, night-noise"}

      """
    ),
    (
      "Content/green/indicators.yaml",
      """
      # The indicators of the plan. 'kind' decides how progress is measured. Values may also be in indicators/<id>.csv.
      - id: cycling
        name: Journeys by bicycle
        definition: Share of everyday journeys made mainly by bicycle.
        unit: "%"
        kind: level
        nature: anticipatory
        category: Travel
        baseline: {year: 2023, value: 12.0}
        target: {year: 2028, value: 20}
        values: {2024: 13.4, 2025: 15.1}
        department: Transport team
        source: Made up
        from: {section: streets, quote: the share of journeys by bicycle will reach}

      - id: street-trees
        name: New street trees
        unit: trees
        kind: increase
        measure: cumulative
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
        from: {section: quiet, quote: noise at night will not exceed 55 decibels}

      - id: river-path-open
        name: River path open
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
      # Invented departments.
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
        definition: A framed part of a plan's text, usually a list of programmes and their targets.

      - term: green route
        definition: A route for walking and cycling, separate from motor traffic.
        aliases: [green routes]

      """
    ),
  ]
}
