package io.controlgraph.sparql;

import java.util.List;

/** A workbook for a spreadsheet program. */
public enum SheetFormat implements AnswerFormat {
  XLSX;

  @Override
  public List<String> names() {
    return List.of("xlsx");
  }

  @Override
  public List<String> mediaTypes() {
    return List.of("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
  }
}
