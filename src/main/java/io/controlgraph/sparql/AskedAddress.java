package io.controlgraph.sparql;

import io.javalin.http.Context;

/** The address that a client asked; behind a trusted proxy, the one that the proxy was asked. */
public final class AskedAddress {
  private static final String KEY = AskedAddress.class.getName();

  private AskedAddress() {}

  /** Keeps the address for whoever answers. */
  public static void set(Context ctx, String address) {
    ctx.attribute(KEY, address);
  }

  /** Scheme and host, without a slash at the end; the port is left out where it is usual. */
  public static String of(Context ctx) {
    return String.valueOf(ctx.<String>attribute(KEY));
  }
}
