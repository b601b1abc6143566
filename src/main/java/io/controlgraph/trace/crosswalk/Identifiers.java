package io.controlgraph.trace.crosswalk;

import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Orders texts with the numbers in them as numbers, so that A.5.9 comes before A.5.10. */
final class Identifiers implements Comparator<String> {
  private static final Pattern PART = Pattern.compile("[0-9]{1,9}|[^0-9]+|[0-9]+");

  @Override
  public int compare(String one, String other) {
    Matcher left = PART.matcher(one);
    Matcher right = PART.matcher(other);
    while (left.find() && right.find()) {
      int order = compareParts(left.group(), right.group());
      if (order != 0) {
        return order;
      }
    }
    int order = Integer.compare(one.length(), other.length());
    return order != 0 ? order : one.compareTo(other);
  }

  private static int compareParts(String left, String right) {
    return isNumber(left) && isNumber(right)
        ? Integer.compare(Integer.parseInt(left), Integer.parseInt(right))
        : left.compareTo(right);
  }

  private static boolean isNumber(String part) {
    return part.length() < 10 && Character.isDigit(part.charAt(0));
  }
}
