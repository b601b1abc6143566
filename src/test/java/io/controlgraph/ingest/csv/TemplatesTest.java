package io.controlgraph.ingest.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class TemplatesTest {
  private final Kind trainings = Kinds.shipped().get("trainings");

  @Test
  void aTemplateIsTheHeaderAlone() {
    assertEquals("id,name,person,competence,completedOn,expiry\n", Templates.of(trainings));
  }

  @Test
  void anExampleRowCanBeAskedFor() {
    assertEquals(
        "id,name,person,competence,completedOn,expiry\n"
            + "TRN-019,Secure handling of training data,P-0417,"
            + "May prepare de-identified image sets,2025-10-09,2027-10-09\n",
        Templates.withExample(trainings));
  }
}
