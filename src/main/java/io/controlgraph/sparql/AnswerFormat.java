package io.controlgraph.sparql;

import java.util.List;

/** A format an answer can be written in. */
public sealed interface AnswerFormat
    permits RowFormat, GraphFormat, PageFormat, SheetFormat, FeedFormat, TraceFormat, QueryFormat {

  /** What the {@code format} parameter calls it. */
  List<String> names();

  /** The media types it is asked for and answered as, the proper one first. */
  List<String> mediaTypes();
}
