package io.controlgraph.api;

import io.controlgraph.query.Question;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The catalogue as its readers get it. */
record QuestionList(LocalDate day, List<Entry> queries) {

  static QuestionList of(LocalDate day, Collection<Question> questions, String path) {
    return new QuestionList(day, questions.stream().map(each -> Entry.of(each, path)).toList());
  }

  /** A question; members have the names of its file's header. */
  record Entry(
      String name,
      String summary,
      String question,
      String description,
      List<String> tags,
      @Nullable String severity,
      @Nullable String mend,
      String form,
      List<Parameter> parameters,
      List<Column> columns,
      String href) {

    private static Entry of(Question question, String path) {
      return new Entry(
          question.name(),
          question.summary(),
          question.question(),
          question.description(),
          question.tags(),
          question.severity() == null ? null : question.severity().toString(),
          question.mend(),
          question.form().name().toLowerCase(Locale.ROOT),
          question.parameters().stream().map(Parameter::of).toList(),
          question.columns().stream()
              .map(column -> new Column(column.name(), column.type().toString()))
              .toList(),
          path + "/" + question.name());
    }
  }

  /** What may be asked for. */
  record Parameter(
      String name,
      String type,
      boolean required,
      @com.fasterxml.jackson.annotation.JsonProperty("default") @Nullable String defaultValue,
      @Nullable String example,
      @Nullable String summary) {

    private static Parameter of(io.controlgraph.query.Parameter parameter) {
      return new Parameter(
          parameter.name(),
          parameter.type().toString(),
          parameter.required(),
          parameter.defaultValue(),
          parameter.example(),
          parameter.summary());
    }
  }

  /** A column of the answer. */
  record Column(String name, String type) {}
}
