package io.tidemark.terms;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * In which form a field leaves; ordered from the form that shows most to the one that shows
 * nothing.
 */
public enum Form {
  PLAIN("明文", "plain"),
  GENERALISED("概括", "generalised"),
  MASKED("掩码", "masked"),
  ALIAS("别名号码", "alias number"),
  TOKEN("令牌", "token"),
  WITHHELD("不给", "withheld");

  private final String zh;
  private final String en;

  Form(String zh, String en) {
    this.zh = zh;
    this.en = en;
  }

  /** The name in settings files. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The form with that {@link #id}. */
  public static Optional<Form> named(String id) {
    for (Form form : values()) {
      if (form.id().equals(id)) {
        return Optional.of(form);
      }
    }
    return Optional.empty();
  }

  /** What {@code FIELD=FORM} texts say, as a disclosure keeps them, in their order. */
  public static Map<FieldClass, Form> ofFields(List<String> texts) {
    Map<FieldClass, Form> forms = new LinkedHashMap<>();
    for (String text : texts) {
      int equals = text.indexOf('=');
      forms.put(FieldClass.valueOf(text.substring(0, equals)), valueOf(text.substring(equals + 1)));
    }
    return forms;
  }

  /** The name for people. */
  public Words words() {
    return new Words(zh, en);
  }
}
