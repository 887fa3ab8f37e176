package io.tidemark.chainsim.posts;

import io.tidemark.find.Span;
import java.util.ArrayList;
import java.util.List;

/** A text that is being written, with notes of what stands where. */
final class Writing {
  private final StringBuilder text = new StringBuilder();
  private final List<Span> names = new ArrayList<>();
  private final List<Span> addresses = new ArrayList<>();

  Writing plain(String words) {
    text.append(words);
    return this;
  }

  Writing name(String name) {
    names.add(new Span(text.length(), text.length() + name.length()));
    return plain(name);
  }

  Writing address(String address) {
    addresses.add(new Span(text.length(), text.length() + address.length()));
    return plain(address);
  }

  MarkedText done() {
    return new MarkedText(text.toString(), List.copyOf(names), List.copyOf(addresses));
  }
}
