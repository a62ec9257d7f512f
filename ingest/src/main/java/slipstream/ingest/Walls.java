package slipstream.ingest;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import slipstream.ingest.article.Article;

/**
 * Pages that ask for consent or a login and stand at the address of what they hide, told by their
 * words: the headline says nothing else, or most of a short text does.
 */
public final class Walls {
  /** An article that is longer is one, whatever it is about. */
  private static final int SHORT = 3_000;

  private static final Pattern LOGIN_HEADLINE =
      headline(
          "((please|you (must|need to)) )?(log|sign) ?-?(in|on)( or register)?"
              + "( to (access|continue|read|see|view|your)\\b.{0,30})?"
              + "|(account|member|subscriber|user) (log|sign)-?in|login( required)?"
              + "|(bitte )?(anmelden|einloggen)|anmeldung"
              + "|se connecter|connexion|identifiez-vous"
              + "|inici(ar|a) sesi[oó]n|accedi|acesse sua conta");

  private static final Pattern CONSENT_HEADLINE =
      headline(
          "before you continue( to .{1,40})?"
              + "|(we|.{2,40}) (values?|respects?|cares? about) your privacy"
              + "|(about )?your (privacy|cookies?)( (choices|settings|matters))?"
              + "|(cookie|consent|privacy)s? (choices|consent|notice|preferences|settings|wall)"
              + "|manage (your )?(consent|cookies?|privacy)( .{1,20})?"
              + "|(we|this (web)?site) uses? cookies|(accept|allow) (all )?cookies"
              + "|(wir (respektieren|schätzen) )?(deine|ihre) privatsphäre"
              + "|(datenschutz|cookie|privatsphäre)-?einstellungen"
              + "|(nous respectons )?votre vie privée"
              + "|(valoramos|respetamos) (su|tu) privacidad|la tua privacy");

  private static final Pattern LOGIN_WORDS =
      any(
          "(forgot(ten)?|lost) (my |your )?password\\?"
              + "|(don.t have an account|not a member|not registered)( yet)?\\?"
              + "|passwort vergessen\\?|mot de passe oublié|olvida(do|ste) (su|tu) contraseña");

  /** A paragraph speaks for the site, names what it stores, and asks for leave. */
  private static final Pattern CONSENT_WORDS =
      any(
          "^(?=.*\\b(we|our|this (web)?site|wir|unsere?|nous|nos|utilizamos|nuestr[ao]s?)\\b)"
              + "(?=.*(cookies|personal data|information on (a|your) device))"
              + "(?=.*(accept|agree|consent|reject|decline|preferences"
              + "|zustimm|einwillig|ablehn|refus|acepta|rechaza))");

  private Walls() {}

  /**
   * What a page asks for before it shows what was asked for.
   *
   * @return LOGIN, CONSENT, or null when it is no wall
   */
  public static @Nullable Refusal of(Article page) {
    return page.text().length() > SHORT ? null : of(page.title(), page.text());
  }

  /** What the headline of a page asks for; the same answers. */
  public static @Nullable Refusal of(String title) {
    return of(title, "");
  }

  private static @Nullable Refusal of(@Nullable String title, String text) {
    if (says(CONSENT_HEADLINE, title) || isMostly(CONSENT_WORDS, text)) return Refusal.CONSENT;
    return says(LOGIN_HEADLINE, title) || isMostly(LOGIN_WORDS, text) ? Refusal.LOGIN : null;
  }

  private static boolean says(Pattern headline, @Nullable String title) {
    return title != null && headline.matcher(title.strip()).matches();
  }

  private static boolean isMostly(Pattern words, String text) {
    int saying = 0;
    for (String paragraph : text.split("\n+", -1)) {
      if (words.matcher(paragraph).find()) saying += paragraph.length();
    }
    return saying * 2 > text.length();
  }

  /** All of a headline, but for the name of the site on either side. */
  private static Pattern headline(String alternatives) {
    return any("(.{1,40} [-|–—·»] )?(" + alternatives + ")[.!…]*( [-|–—·»] .{1,40})?");
  }

  private static Pattern any(String alternatives) {
    return Pattern.compile(alternatives, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  }
}
