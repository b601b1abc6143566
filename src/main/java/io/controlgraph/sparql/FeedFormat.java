package io.controlgraph.sparql;

import java.util.List;

/** A stream of events that does not end. */
public enum FeedFormat implements AnswerFormat {
  EVENTS;

  @Override
  public List<String> names() {
    return List.of("events");
  }

  @Override
  public List<String> mediaTypes() {
    return List.of("text/event-stream");
  }
}
