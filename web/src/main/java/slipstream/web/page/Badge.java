package slipstream.web.page;

/** A small coloured label; its words carry the meaning, the colour only helps. */
final class Badge {
  private Badge() {}

  /**
   * @param token chooses the colour in {@code style.css}
   */
  static Html of(String token, String words) {
    return Html.of("<span class=\"badge {}\">{}</span>", token, words);
  }
}
