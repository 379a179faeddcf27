extension StarterSite {
  /// The measures, before the revision of 2025 and after it.
  static func measures(isRevised: Bool) -> File {
    func target(_ old: String, _ new: String, why: String) -> String {
      isRevised
        ? "{value: \(new), year: 2027, earlier: [{value: \(old), until: 2025-06, by: the board, why: \(why)}]}"
        : "{value: \(old), year: 2027}"
    }
    let given = isRevised ? "\n  retired: {on: 2025-06, why: letters are hardly sent any more}" : ""
    return (
      "Content/strategy/indicators.yaml",
      """
      # The measures of the plan. Values may also be in indicators/<id>.csv.
      - id: samples
        name: Water samples that meet every standard
        unit: "%"
        kind: floor
        category: Water
        target: 99.5
        baseline: {year: 2022, value: 99.4}
        values: {2023: 99.6, 2024: 99.7, 2025: 99.6}
        from: water/supply

      - id: losses
        name: Water lost in the network
        unit: "%"
        category: Water
        direction: down
        baseline: {year: 2022, value: 18.0}
        target: \(target("12", "14", why: "the price of pipes has risen by a third"))
        values: {2023: 17.6, 2024: 17.1, 2025: 16.2}
        from: water/mains
        updates:
          - {date: 2024-12-10, department: Engineering, text: "Two contractors gave up. The work was tendered again, in smaller lots."}
          - {date: 2025-12-04, department: Engineering, text: "The smaller lots are all awarded; the oldest part of Mill Street is done."}

      - id: mains
        name: Mains renewed
        unit: km
        kind: increase
        measure: annual
        category: Water
        target: 120
        values: {2023: 20, 2024: 17, 2025: 29}
        from: water/mains

      - id: phosphorus
        name: Phosphorus at the weir of Lower Harrow
        unit: mg/l
        category: River
        direction: down
        baseline: {year: 2022, value: 0.12}
        target: 0.06
        values: {2023: 0.11, 2024: 0.12, 2025: 0.11}
        from: river/pollution
        updates:
          - {date: 2025-11-20, department: River and Land, status: behind, text: "The third stage of the works at Oxholm starts a year late, and it alone takes out half of the phosphorus."}

      - id: wetland
        name: Wetland restored
        unit: ha
        kind: increase
        measure: cumulative
        category: River
        target: \(target("150", "90", why: "two of the sites were lost in the flood of September 2024"))
        values: {2023: 12, 2024: 31, 2025: 52}
        from: river/floods

      - id: answers
        name: Calls answered within two minutes
        unit: "%"
        category: Service
        baseline: {year: 2022, value: 61}
        target: 85
        values: {2023: 66, 2024: 72, 2025: 79}
        from: service/answers

      - id: outages
        name: Interruptions of more than four hours
        unit: a year
        category: Service
        direction: down
        baseline: {year: 2022, value: 75}
        target: 40
        values: {2023: 70, 2024: 66, 2025: 57}
        from: service/answers

      - id: helped
        name: Households with a payment plan
        unit: households
        kind: increase
        measure: annual
        category: Service
        target: 3000
        values: {2023: 540, 2024: 700, 2025: 810}
        from: service/bills

      - id: vacancies
        name: Vacant posts
        unit: "%"
        category: Agency
        direction: down
        baseline: {year: 2022, value: 11}
        target: 5
        values: {2023: 10, 2024: 11, 2025: 9}
        from: agency/people
        updates:
          - {date: 2025-10-30, department: People and Finance, text: "The apprenticeships fill the first posts next summer."}

      - id: datasets
        name: Data sets published
        category: Agency
        baseline: {year: 2022, value: 3}
        target: 30
        values: {2023: 8, 2024: 15, 2025: 21}
        from: agency/data

      - id: letters
        name: Letters answered within a week
        unit: "%"
        category: Service
        baseline: {year: 2022, value: 70}
        target: 90
        values: {2023: 74, 2024: 78}
        from: service/answers\(given)

      """
    )
  }

  static let strategyActions =
    """
    - {id: weekly-samples, code: 1.1.1, name: Sample every district every week, section: water/supply, start: 2023-02, due: 2023-12, state: done, done: 2023-11, indicators: [samples]}
    - {id: same-day, code: 1.1.2, name: Tell a district of a failed sample on the same day, section: water/supply, department: {lead: Water Supply, support: [Customer Service]}, start: 2023-06, due: 2024-06, state: done, done: 2024-05, indicators: [samples]}
    - {id: second-well, code: 1.1.3, name: Drill a second well at Oxholm, section: water/supply, department: {lead: Engineering, support: [Water Supply]}, start: 2024-03, due: 2026-09, state: started, progress: 60%, budget: {value: 6.4, unit: million}, spent: {value: 3.9, unit: million}}
    - {id: lead-pipes, code: 1.1.4, name: Replace the last lead pipes to schools, section: water/supply, department: Engineering, start: 2023-04, due: 2025-08, state: started, progress: 85%, updates: [{date: 2025-09-15, department: Engineering, text: "Two schools asked to wait for the holidays of spring."}]}
    - {id: valley-model, code: 1.1.5, name: Model the supply for a dry decade, section: water/supply, start: 2026-01, due: 2027-03}
    - {id: map-network, code: 1.2.1, name: Map the age of every main, section: water/mains, start: 2023-01, due: 2023-10, state: done, done: 2023-12}
    - id: mill-street
      code: 1.2.2
      name: Renew the mains of Mill Street
      section: water/mains
      start: 2023-09
      due: 2026-06
      state: started
      steps:
        - {name: Tender, due: 2024-03, done: 2024-11}
        - {name: North side, due: 2025-06, done: 2025-10}
        - {name: South side, due: 2026-06}
      budget: {value: 11, unit: million, source: Renewal fund}
      spent: {value: 6.2, unit: million}
      indicators: [mains, losses]
      updates:
        - {date: 2024-04-02, status: delayed, department: Engineering, text: No bidder for the whole street.}
        - {date: 2024-11-28, status: started, department: Engineering, text: Tendered again in three lots; the first is awarded.}
    - {id: pressure-zones, code: 1.2.3, name: Divide the network into pressure zones, section: water/mains, start: 2024-01, due: 2025-12, state: done, done: 2025-12, indicators: [losses]}
    - {id: leak-crew, code: 1.2.4, name: A crew that finds leaks at night, section: water/mains, department: Water Supply, start: 2023-03, due: 2023-09, state: done, done: 2023-08, indicators: [losses]}
    - {id: meters, code: 1.2.5, name: Meters that report leaks, section: water/mains, department: {lead: Customer Service, support: [Engineering]}, start: 2025-03, due: 2027-12, state: started, progress: 20%, budget: {value: 4.8, unit: million}, indicators: [losses]}
    - id: stage-three
      code: 2.1.1
      name: Build the third stage of the works at Oxholm
      section: river/pollution
      department: {lead: Engineering, support: [River and Land]}
      start: 2024-02
      due: 2027-06
      earlier: [{due: 2026-12, until: 2025-05, by: the board, why: the permit took ten months longer than planned}]
      state: delayed
      steps:
        - {name: Permit, due: 2024-06, done: 2025-04}
        - {name: Foundations, due: 2025-03}
        - {name: Trial run, due: 2027-04}
      budget: [{value: 18, unit: million, source: State grant}, {value: 7, unit: million, source: Loan}]
      spent: {value: 2.1, unit: million}
      indicators: [phosphorus]
      updates:
        - {date: 2025-05-06, status: delayed, department: Engineering, text: The permit took ten months longer than planned. The trial run moves to 2027.}
    - {id: farm-strips, code: 2.1.2, name: Strips without manure along 40 km of streams, section: river/pollution, start: 2023-03, due: 2025-10, state: started, progress: 70%, indicators: [phosphorus], updates: [{date: 2025-11-03, department: River and Land, text: "28 km are agreed. Talks with nine farms go on."}]}
    - {id: drains, code: 2.1.3, name: Find wrong connections to storm drains, section: river/pollution, start: 2023-05, due: 2024-12, state: done, done: 2025-02, indicators: [phosphorus]}
    - {id: salt, code: 2.1.4, name: Less salt on roads beside the river, section: river/pollution, start: 2024-10, due: 2025-03, state: stopped, updates: [{date: 2025-01-14, status: stopped, department: River and Land, text: "The road office is not bound by our plan. We measure, and publish what we find."}]}
    - {id: swim-days, code: 2.1.5, name: Publish each day whether the river is fit to swim in, section: river/pollution, department: {lead: River and Land, support: [Customer Service]}, start: 2025-05, due: 2025-09, state: done, done: 2025-06}
    - {id: oxholm-meadows, code: 2.2.1, name: Open the meadows at Oxholm to the river, section: river/floods, start: 2023-02, due: 2024-04, state: done, done: 2024-04, place: Oxholm, budget: {value: 1.9, unit: million}, spent: {value: 1.7, unit: million}, indicators: [wetland]}
    - {id: lower-meadows, code: 2.2.2, name: Buy land at Lower Harrow, section: river/floods, department: {lead: River and Land, support: [People and Finance]}, start: 2025-07, due: 2026-12, state: started, progress: 30%, budget: {value: 2.6, unit: million}, indicators: [wetland]}
    - {id: flood-map, code: 2.2.3, name: A new map of floods, section: river/floods, start: 2024-11, due: 2025-11, state: done, done: 2025-11}
    - {id: village-plans, code: 2.2.4, name: A flood plan for each of 14 villages, section: river/floods, department: {lead: River and Land, support: [Customer Service]}, start: 2025-09, due: 2027-06, state: started, progress: 21%}
    - {id: raise-banks, code: 2.2.5, name: Raise the banks at Mill Street, section: river/floods, department: Engineering, start: 2024-06, due: 2026-03, state: stopped, updates: [{date: 2025-06-12, status: stopped, department: Engineering, text: "The board gave it up when it revised the plan: the flood went over banks of any height that we could have built."}]}
    - {id: call-back, code: 3.1.1, name: Call back within the hour, section: service/answers, start: 2023-09, due: 2024-03, state: done, done: 2024-02, indicators: [answers]}
    - {id: night-line, code: 3.1.2, name: A line for emergencies at night, section: service/answers, start: 2023-01, due: 2023-06, state: done, done: 2023-05, indicators: [answers]}
    - {id: outage-map, code: 3.1.3, name: A map of interruptions, section: service/answers, department: {lead: Customer Service, support: [Water Supply]}, start: 2024-05, due: 2025-03, state: done, done: 2025-06, indicators: [outages]}
    - {id: two-crews, code: 3.1.4, name: Two repair crews at week-ends, section: service/answers, department: Water Supply, start: 2024-09, due: 2026-01, state: started, progress: 50%, indicators: [outages]}
    - {id: plain-letters, code: 3.1.5, name: Letters in plain language, section: service/answers, start: 2025-01, due: 2025-06, updates: [{date: 2025-10-02, department: Customer Service, text: "Put off: the letters come from the billing system, which is replaced first."}]}
    - id: one-bill
      code: 3.2.1
      name: One bill for water and sewage
      section: service/bills
      department: {lead: Customer Service, support: [People and Finance]}
      start: 2023-06
      due: 2026-03
      state: started
      steps:
        - {name: Agreement with the sewage board, due: 2024-02, done: 2024-01}
        - {name: New billing system, due: 2025-12}
        - {name: First joint bill, due: 2026-03}
    - {id: payment-plans, code: 3.2.2, name: A payment plan for everyone who asks, section: service/bills, start: 2023-03, due: 2023-12, state: done, done: 2023-10, indicators: [helped]}
    - {id: social-tariff, code: 3.2.3, name: A tariff for low incomes, section: service/bills, department: {lead: People and Finance, support: [Customer Service]}, start: 2024-01, due: 2025-01, state: done, done: 2025-01, indicators: [helped]}
    - {id: leak-relief, code: 3.2.4, name: Relief for bills after a hidden leak, section: service/bills, start: 2024-06, due: 2024-12, state: done, done: 2024-12}
    - {id: explain-bill, code: 3.2.5, name: A page that explains each line of the bill, section: service/bills, start: 2026-02, due: 2026-06}
    - {id: apprentices, code: 4.1.1, name: Twelve apprenticeships, section: agency/people, department: {lead: People and Finance, support: [Engineering]}, start: 2024-09, due: 2026-09, state: started, progress: 58%, indicators: [vacancies]}
    - {id: mentors, code: 4.1.2, name: Mentors before anyone retires, section: agency/people, start: 2023-05, due: 2024-05, state: done, done: 2024-06, indicators: [vacancies]}
    - {id: night-pay, code: 4.1.3, name: Better pay for nights on call, section: agency/people, start: 2023-10, due: 2024-04, state: done, done: 2024-04, indicators: [vacancies]}
    - {id: safety, code: 4.1.4, name: Safety training for every crew, section: agency/people, department: {lead: People and Finance, support: [Engineering, Water Supply]}, start: 2023-02, due: 2025-12, state: done, done: 2025-11}
    - {id: survey, code: 4.1.5, name: Ask all staff every year, section: agency/people, start: 2023-11, due: 2027-11, state: started, progress: 60%}
    - {id: data-portal, code: 4.2.1, name: A portal for all data, section: agency/data, start: 2023-02, due: 2023-11, state: done, done: 2023-11, indicators: [datasets]}
    - {id: daily-figures, code: 4.2.2, name: Quality and losses published every day, section: agency/data, department: {lead: People and Finance, support: [Water Supply]}, start: 2024-02, due: 2025-06, state: started, progress: 50%, indicators: [datasets], updates: [{date: 2025-07-08, department: People and Finance, text: "Quality is published; losses wait for the pressure zones."}]}
    - {id: open-budget, code: 4.2.3, name: The budget as open data, section: agency/data, start: 2024-08, due: 2025-02, state: done, done: 2025-02, indicators: [datasets]}
    - {id: tariff-study, code: 4.2.4, name: A study of tariffs for 2028, section: agency/data, start: 2025-10, due: 2026-10, state: started, progress: 10%}
    - {id: next-plan, code: 4.2.5, name: A draft of the next plan, section: agency/data, start: 2026-09, due: 2027-06}

    """
}
