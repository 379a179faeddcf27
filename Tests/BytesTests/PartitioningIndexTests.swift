import Bytes
import Testing

struct PartitioningIndexTests {
  @Test("The first element for which a condition holds is found wherever it is, in a slice by the slice's indices")
  func everyPlace() {
    for count in 0...9 {
      let numbers = Array(0..<count)
      for first in 0...count {
        #expect(numbers.partitioningIndex { $0 >= first } == first)
      }
    }
    #expect(Array(0..<9)[3..<7].partitioningIndex { $0 >= 5 } == 5)
    #expect(Array(0..<9)[3..<7].partitioningIndex { $0 >= 8 } == 7)
  }
}
