package io.controlgraph.query;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A question as bytes, without what the text that it was made of says. */
final class QuestionBytes {
  private static final int NONE = -1;

  private QuestionBytes() {}

  static void write(DataOutputStream out, Question question) throws IOException {
    string(out, question.name());
    string(out, question.summary());
    string(out, question.question());
    string(out, question.description());
    out.writeInt(question.tags().size());
    for (String tag : question.tags()) {
      string(out, tag);
    }
    out.writeInt(question.parameters().size());
    for (Parameter parameter : question.parameters()) {
      parameter(out, parameter);
    }
    out.writeInt(question.columns().size());
    for (Column column : question.columns()) {
      string(out, column.name());
      string(out, column.type().name());
    }
    Severity severity = question.severity();
    string(out, severity == null ? null : severity.name());
    string(out, question.mend());
    string(out, question.form().name());
    string(out, question.sparql());
  }

  /**
   * Reads what was written.
   *
   * @param name of the question, which is what comes first and was read
   */
  static Question read(DataInputStream in, String name, QueryText text) throws IOException {
    String summary = string(in);
    String question = string(in);
    String description = string(in);
    List<String> tags = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      tags.add(string(in));
    }
    List<Parameter> parameters = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      parameters.add(parameter(in));
    }
    List<Column> columns = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      columns.add(new Column(string(in), ValueType.valueOf(string(in))));
    }
    String severity = stringOrNone(in);
    return new Question(
        name,
        summary,
        question,
        description,
        tags,
        parameters,
        columns,
        severity == null ? null : Severity.valueOf(severity),
        stringOrNone(in),
        Form.valueOf(string(in)),
        string(in),
        text.text(),
        text.origin());
  }

  private static void parameter(DataOutputStream out, Parameter parameter) throws IOException {
    string(out, parameter.name());
    string(out, parameter.type().name());
    out.writeBoolean(parameter.required());
    string(out, parameter.defaultValue());
    string(out, parameter.of());
    string(out, parameter.example());
    string(out, parameter.summary());
  }

  private static Parameter parameter(DataInputStream in) throws IOException {
    return new Parameter(
        string(in),
        ValueType.valueOf(string(in)),
        in.readBoolean(),
        stringOrNone(in),
        stringOrNone(in),
        stringOrNone(in),
        stringOrNone(in));
  }

  /** Not {@code writeUTF}, which takes 64 KiB at most. */
  private static void string(DataOutputStream out, @Nullable String text) throws IOException {
    if (text == null) {
      out.writeInt(NONE);
      return;
    }
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  static String string(DataInputStream in) throws IOException {
    String text = stringOrNone(in);
    if (text == null) {
      throw new IOException("A text is missing.");
    }
    return text;
  }

  private static @Nullable String stringOrNone(DataInputStream in) throws IOException {
    int length = in.readInt();
    return length == NONE ? null : new String(in.readNBytes(length), StandardCharsets.UTF_8);
  }
}
