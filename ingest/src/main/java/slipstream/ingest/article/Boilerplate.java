package slipstream.ingest.article;

import java.util.regex.Pattern;

/** Wording that calls the reader to something else, or labels something beside the article. */
final class Boilerplate {
  /** The whole of a short block. */
  private static final Pattern LABEL =
      any(
          "advert(isement|orial|entie)?s?( continues below)?|-? ?anzeige ?-?|iklan|werbung|reklama?|publicit[ée]|publicidad|publicidade|pubblicità|广告|sponsored( content| results)?",
          "caption|close|share|shares|print|tweet|email|save|copy link|link copied|drukuj|drucken|imprimer|imprimir|teilen|compartir|partager",
          "like this:?|like loading.*|loading.*|loading comments.*|article continues below|story continues( below)?|scroll (for more|to continue)|keep reading|continue reading.*|weiterlesen.*",
          "\\[?(show|hide|expand|collapse|toggle|open|jump to (recipe|details|review)|view (more|all)|see all|learn more|show more|see more|more|next|previous|prev|back to top|top)\\]?( ?[↓→›»>]+)?",
          "\\d+ ?(of|/|von|de|sur) ?\\d+|image \\d+.*|photos?|video|gallery|bild (anzeigen|schließen)|table of contents.{0,20}|on this page|in this article:?|contents:?|inhalt(sverzeichnis)?:?",
          "(see|check) (the )?(latest )?price( on| at|s)?.{0,20}|buy (now|it now|on|at|from).{0,20}|where to buy|view (on|at) .{0,20}|(check|get) (it )?(on|at) amazon.{0,20}|msrp:?.{0,10}|(free|14 day|30 day|start your) .{0,10}trial|no credit card required",
          "posted (by|on|in)|published|updated( on)?|written by|by|last updated|\\d+ (likes|shares|views|comments|min(ute)? read)|post views:?.*|trending( news| now)?|don't miss:?|featured|social media");

  /** The beginning of a short block. */
  private static final Pattern CALL =
      any(
          "(>+ ?)?(read|learn|find out|see|discover) (more|also|next|the full|this)\\b.*|also read\\b.*|see also\\b.*|related ?:.*|related (articles|stories|posts|reading|coverage|content|links|news)\\b.*",
          "share (this|on|via)\\b.*|follow (us|me|@|.{3,60} on (twitter|facebook|instagram|x|linkedin|youtube|telegram|whatsapp|google))\\b.*|like us on .*|join (us|our|the (conversation|discussion))\\b.*",
          "sign up\\b.*|subscribe\\b.*|click (here|through)\\b.*|watch ?:.*|video ?:.*|listen ?:.*|more:.*|more (from|on|stories|about|news|coverage)\\b.*",
          "(source|photo|image|picture|credit|photos|photograph|photo credit|image credit|image source|bildnachweis|bildquelle|fotos?|crédits? photos?|crédit|quelle|quellen|sources?) ?:.*|(photo|image)s? (by|courtesy|credit|source)\\b.*|bildnachweis.*",
          "(©|\\(c\\) ?\\d|copyright\\b|all rights reserved).*|tags? ?:.*|filed under.*|posted (in|by|on)\\b.*|categor(y|ies|ía|ie) ?:.*|kategorien? ?:.*|schlag(worte|wörter) ?:.*|themen ?:.*|(news )?date ?:.*",
          "leave a (reply|comment).*|you (may|might) (also )?(like|be interested).*|recommended (for you|articles|stories|reading|posts).*|comments? \\(\\d+\\)|comments?",
          "lesen sie (auch|hier|mehr)\\b.*|lies (auch|hier)\\b.*|mehr (zum thema|dazu|infos|informationen)\\b.*|auch interessant\\b.*|siehe auch\\b.*|das könnte (sie|dich|ihnen|dir)\\b.*|zum thema ?:.*|weitere (informationen|artikel|beiträge|themen|nachrichten|infos) ?:?|anzeige -.*",
          "(à )?lire (aussi|également|la suite)\\b.*|sur le même (sujet|thème)\\b.*|leggi anche\\b.*|potrebbe interessarti\\b.*|(lea|lee|vea|ve|mira) (también|además|aquí|más)\\b.*|(lea|vea) ?:.*|(te|le|les) puede interesar\\b.*|(veja|leia|confira) (também|mais)\\b.*|saiba mais\\b.*",
          "\\[?(czytaj|zobacz) (też|także|również|więcej)\\b.*|lees (ook|meer)\\b.*|les (også|mer)\\b.*|läs (också|mer|även)\\b.*|(читайте|смотрите) (также|ещё|еще)\\b.*|baca juga\\b.*|okumaya devam.*|相关(阅读|新闻|推荐|报道).*|推荐阅读.*|関連記事.*",
          "newsletter\\b.*|published( on|:).*|updated( on|:).*|last (updated|modified)\\b.*|first published\\b.*|originally published\\b.*|veröffentlicht (am|von)\\b.*|stand ?:.*|by [A-Z][a-z]+ [A-Z][a-z]+|zurück zu[rm]?\\b.*|view in browser.*",
          "(this (post|article|page|site|story|content)|we|our (site|posts)|.{0,20}disclosure).{0,80}(affiliate|commission)\\b.*|as an amazon associate.*|.*(earn|receive) (a|an) (small )?(affiliate )?commission\\b.*|\\(?by using the affiliate.*",
          "this slideshow requires.*|your browser does not support.*|please enable javascript.*|javascript (is|must).*|you must be logged in.*|du musst (eingeloggt|angemeldet).*");

  /** The beginning of a block near the end of an article, longer ones too. */
  private static final Pattern TAIL =
      any(
          "if you (enjoyed|liked) (reading )?(this|the)\\b.*|to (read|view|unlock) the (full|rest)\\b.*|support our (work|journalism)\\b.*|donate\\b.*|note ?:.*moderat.*|kontakt ?:|send us (a|your)\\b.*|follow me\\b.*",
          ".*\\b(all rights reserved|may not be (published|reproduced)|without (the )?(prior |express )?written permission|copyrighted property|subject to copyright|is not responsible for the|content is provided for information)\\b.*|citation ?:.*",
          ".*\\b(subscribe to|sign up (for|to|below)|newsletters?\\b|follow us|our app\\b|download (the|our) .{0,30}apps?\\b|become a (member|subscriber|patron)|subscribers?\\b|abonnier|suscr[ií]b|abonnez|iscriviti|assine).*",
          "dieser (artikel|beitrag) (kann|enthält)\\b.*|.*\\baffiliate-?links?\\b.*|kennt ihr schon\\b.*|.*\\bcancela cuando quieras\\b.*|.{0,40}\\b(is|was) (a|an) (freelance |experienced |award-winning |senior |staff |contributing )?(writer|journalist|reporter|editor|author|columnist|correspondent|contributor)\\b.*");

  /** What heads a list of other articles. */
  private static final Pattern RELATED =
      any(
          "related( (articles|stories|posts|reading|topics|content|coverage|links|news|resources))?|you (may|might) (also|be).*|more (from|on|stories|news|about|articles|like|in)\\b.*|(read|up) next|recommended.*|further reading|see also|also read|most (read|popular|viewed).*|trending.*|popular (posts|articles|stories)|(latest|recent) (posts|news|articles|stories|from).*|explore (more|further).*|what to read next|don.t miss|other (articles|posts|stories).*|you.ll also like.*|keep reading|editors.? picks?",
          "ähnliche (beiträge|artikel|themen)|verwandte \\w+|weitere (artikel|beiträge|themen|nachrichten|meldungen|informationen|infos|links|tourentipps|news|inhalte).*|mehr (zum|aus|von|zu)\\b.*|(das )?könnte .*interessieren.*|empfehlungen.*|auch (interessant|lesen)|meistgelesen.*|passend dazu|lesetipps?|links zum (thema|artikel)",
          "sur le même (sujet|thème)|articles? (similaires|liés|associés)|à lire.*|les plus lus|articoli correlati|leggi anche|potrebbe.*|(noticias|artículos|notas) relacionad[ao]s|relacionad[ao]s?|te puede interesar|más (leídas|noticias|sobre).*|lo más .*|(notícias|artigos|matérias) relacionad[ao]s|leia (também|mais)|veja (também|mais)",
          "zobacz (też|także|również).*|czytaj (też|także|również).*|powiązane.*|gerelateerd.*|lees ook.*|relaterte?.*|läs (också|mer|även).*|читайте также.*|похожие.*|相关(阅读|新闻|推荐|报道).*|推荐阅读|関連記事");

  /** What heads the comments, or a form for them; below it stands nothing of the article. */
  private static final Pattern COMMENTS =
      any(
          "(\\d+ )?(comments?|responses?|replies|thoughts) (\\(\\d+\\)|on\\b.*|to\\b.*)|\\d+ comments?|comments?|(leave|post|add|write) (a|your) (reply|comment|response).*|join the (conversation|discussion).*",
          "(\\d+ )?kommentare?( \\(\\d+\\)| zu\\b.*)?|(schreibe?n?|hinterlasse?n?) (sie )?(einen|ihren|deinen) kommentar.*|kommentar (verfassen|schreiben|hinterlassen|abgeben).*|antwort (schreiben|hinterlassen).*|\\d+ (gedanken|antworten) (zu|auf)\\b.*",
          "(laisse[rz]?|ajouter|écrire) un commentaire.*|(\\d+ )?commentaires?|deja (un comentario|una respuesta|tu comentario).*|(\\d+ )?comentarios?|(lascia|scrivi) un commento.*|commenti|(\\d+ )?reacties?|dodaj komentarz.*|komentarze.*|評論|评论|комментарии.*");

  /** What heads the lines about the author. */
  private static final Pattern AUTHOR =
      any(
          "about (the|our) (authors?|writers?|contributors?)|author bio.*|(über|zu) (den|die|der|dem) autor\\w*|zur person|die autor(in|en)|der autor|à propos de l.auteur.*|l.auteur.*|(sobre|acerca de) (el|la|o|a) autor\\w*|(l.autore|sull.autore)|o autorze|об авторе|meet the (author|expert).*");

  /** Who wrote it, and when. */
  private static final Pattern BYLINE =
      any(
          "(by|von|par|por|di|door|av|text|words|author|editors?|contributions from|written by|reviewed by|posted by) ?:? \\p{Lu}.{2,60}([|•·⋅,–-]|updated|published|\\d{4}).*",
          "(published|updated|posted|last (updated|modified)|first published|stand|veröffentlicht|aktualisiert|publié|publicado|actualizado|mis à jour|pubblicato|opublikowano)\\b.{0,60}\\d.*",
          ".{0,80}\\b(earns?|receives?) (a |an )?commissions?\\b.*|we may be compensated\\b.*|.*\\baffiliate links?\\b.*");

  private static final int SHORT = 160;
  private static final int LONG = 500;
  private static final int HEAD = 60;

  private Boilerplate() {}

  private static Pattern any(String... alternatives) {
    int flags = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
    return Pattern.compile("(?:" + String.join("|", alternatives) + ")", flags);
  }

  /** True for a short block that calls the reader to something else, or labels something. */
  static boolean isCall(String text) {
    if (text.length() >= SHORT) return false;
    return LABEL.matcher(text).matches() || CALL.matcher(text).matches();
  }

  /** True for a line between headline and article that is about the article. */
  static boolean isByline(String text) {
    return text.length() < LONG && BYLINE.matcher(text).matches();
  }

  /** True for a block that says, near the end of an article, what no article says. */
  static boolean isTail(String text) {
    return text.length() < LONG && TAIL.matcher(text).matches();
  }

  static boolean headsRelated(String text) {
    return heads(RELATED, text);
  }

  static boolean headsComments(String text) {
    return heads(COMMENTS, text);
  }

  static boolean headsAuthor(String text) {
    return heads(AUTHOR, text);
  }

  private static boolean heads(Pattern pattern, String text) {
    if (text.length() > HEAD) return false;
    String head =
        text.endsWith(":") || text.endsWith("…") ? text.substring(0, text.length() - 1) : text;
    return pattern.matcher(head.strip()).matches();
  }
}
