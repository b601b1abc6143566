package io.controlgraph.ingest.csv;

import java.math.BigDecimal;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/** Reads the values that need nothing but themselves: each type in one form only. */
final class Literals {
  private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
  private static final Pattern DATE_TIME =
      Pattern.compile(
          "\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,9})?)?(Z|[+-]\\d{2}:\\d{2})");
  private static final Pattern WHOLE = Pattern.compile("-?\\d{1,18}");
  private static final Pattern DECIMAL = Pattern.compile("-?\\d{1,30}(\\.\\d{1,30})?");
  private static final Pattern SHA256 = Pattern.compile("[0-9a-fA-F]{64}");
  private static final Set<String> SCHEMES = Set.of("http", "https", "urn");

  /** A value, or what was expected instead. */
  sealed interface Reading {
    record Value(Node node) implements Reading {}

    record Wrong(String expected) implements Reading {}
  }

  private Literals() {}

  /** Reads a value of a type that needs nothing but itself; text is taken as it is. */
  static Reading read(ColumnType type, String cell) {
    if (type instanceof ColumnType.Date) {
      return date(cell);
    } else if (type instanceof ColumnType.DateTime) {
      return dateTime(cell);
    } else if (type instanceof ColumnType.Whole) {
      return whole(cell);
    } else if (type instanceof ColumnType.Decimal) {
      return decimal(cell);
    } else if (type instanceof ColumnType.YesNo) {
      return yesNo(cell);
    } else if (type instanceof ColumnType.Uri) {
      return uri(cell);
    } else if (type instanceof ColumnType.Sha256) {
      return sha256(cell);
    }
    return text(cell);
  }

  private static Reading date(String cell) {
    if (DATE.matcher(cell).matches()) {
      try {
        LocalDate day = LocalDate.parse(cell);
        return value(day.toString(), XSDDatatype.XSDdate);
      } catch (DateTimeException e) {
        return new Reading.Wrong("there is no such day");
      }
    }
    return new Reading.Wrong("not a date; expected year-month-day, such as 2026-03-31");
  }

  private static Reading dateTime(String cell) {
    if (DATE_TIME.matcher(cell).matches()) {
      try {
        Instant moment = OffsetDateTime.parse(cell).toInstant();
        return value(moment.toString(), XSDDatatype.XSDdateTime);
      } catch (DateTimeException e) {
        return new Reading.Wrong("there is no such moment");
      }
    }
    return new Reading.Wrong(
        "not a moment with its zone; expected a form such as 2026-01-12T02:10:00Z or"
            + " 2026-01-12T03:10:00+01:00");
  }

  private static Reading whole(String cell) {
    return WHOLE.matcher(cell).matches()
        ? value(Long.toString(Long.parseLong(cell)), XSDDatatype.XSDinteger)
        : new Reading.Wrong("not a whole number; expected digits only, such as 12");
  }

  private static Reading decimal(String cell) {
    if (!DECIMAL.matcher(cell).matches()) {
      return new Reading.Wrong("not a number; expected digits with a point, such as 3.5");
    }
    BigDecimal number = new BigDecimal(cell).stripTrailingZeros();
    return value(
        (number.scale() < 1 ? number.setScale(1) : number).toPlainString(), XSDDatatype.XSDdecimal);
  }

  private static Reading yesNo(String cell) {
    return switch (cell.toLowerCase(Locale.ROOT)) {
      case "yes", "true" -> value("true", XSDDatatype.XSDboolean);
      case "no", "false" -> value("false", XSDDatatype.XSDboolean);
      default -> new Reading.Wrong("expected yes or no");
    };
  }

  private static Reading sha256(String cell) {
    return SHA256.matcher(cell).matches()
        ? new Reading.Value(NodeFactory.createLiteralString(cell.toLowerCase(Locale.ROOT)))
        : new Reading.Wrong("not a SHA-256; expected 64 hex digits");
  }

  private static Reading uri(String cell) {
    try {
      URI uri = new URI(cell);
      String scheme = uri.getScheme();
      if (scheme != null && SCHEMES.contains(scheme.toLowerCase(Locale.ROOT))) {
        return value(cell, XSDDatatype.XSDanyURI);
      }
    } catch (URISyntaxException e) {
      // The answer is the same as for an address of another scheme.
    }
    return new Reading.Wrong("not an address; expected http:, https: or urn:");
  }

  /** Plain text. */
  static Reading.Value text(String cell) {
    return new Reading.Value(NodeFactory.createLiteralString(cell));
  }

  private static Reading value(String lexical, XSDDatatype type) {
    return new Reading.Value(NodeFactory.createLiteralDT(lexical, type));
  }
}
