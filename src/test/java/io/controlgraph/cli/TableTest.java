package io.controlgraph.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

final class TableTest {

  @Test
  void textStandsLeftAndNumbersRight() {
    Table table = new Table(List.of("name", "n"));
    table.add(List.of("a", "5"));
    table.add(List.of("bcd", "100"));
    assertEquals(
        """
        name    n
        ----  ---
        a       5
        bcd   100
        """,
        table.render(80));
  }

  @Test
  void aCellThatDoesNotFitIsWrappedAtAWordAndLosesNothing() {
    Table table = new Table(List.of("id", "question"));
    table.add(List.of("1", "Which controls are on paper only?"));
    assertEquals(
        """
        id  question
        --  ----------------
         1  Which controls
            are on paper
            only?
        """,
        table.render(20));
  }

  @Test
  void aVeryLongWordIsBroken() {
    Table table = new Table(List.of("iri"));
    table.add(List.of("abcdefghijklmnopqrstuvwxyz"));
    assertEquals("iri\n--------------------\nabcdefghijklmnopqrst\nuvwxyz\n", table.render(20));
  }

  @Test
  void aTableThatDoesNotFitIsPrintedAsRecords() {
    Table table = new Table(List.of("name", "owner", "note"));
    table.add(List.of("Backup", "Operations", ""));
    table.add(List.of("Access", "Security", "reviewed"));
    assertEquals(
        """
        name   Backup
        owner  Operations

        name   Access
        owner  Security
        note   reviewed
        """,
        table.render(20));
  }

  @Test
  void controlCharactersDoNotReachTheTerminal() {
    Table table = new Table(List.of("x"));
    table.add(List.of("a\u001b[31m\nb"));
    assertEquals("x\n--------\na [31m b\n", table.render(80));
  }

  @Test
  void aRowOfAnotherLengthIsRefused() {
    Table table = new Table(List.of("x", "y"));
    assertThrows(IllegalArgumentException.class, () -> table.add(List.of("only one")));
  }
}
