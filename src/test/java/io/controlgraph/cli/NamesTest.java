package io.controlgraph.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class NamesTest {

  @ParameterizedTest
  @CsvSource({
    "https://w3id.org/controlgraph/id/iso27001-2022/annex-a/A.8.24, iso27001-2022/A.8.24",
    "https://w3id.org/controlgraph/id/iso27001-2022/clauses/6.1.2, iso27001-2022/6.1.2",
    "https://w3id.org/controlgraph/id/iso27001-2022, iso27001-2022",
    "https://w3id.org/controlgraph/ns#Dataset, cg:Dataset",
    "http://localhost:7070/id/hospital/assets/SYS-CXR, hospital/assets/SYS-CXR",
    "http://example.org/other, http://example.org/other"
  })
  void anIriHasAShortName(String iri, String name) {
    assertEquals(name, Names.shorten(iri));
  }
}
