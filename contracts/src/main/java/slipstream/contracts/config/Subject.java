package slipstream.contracts.config;

import static slipstream.contracts.config.Checks.checkId;
import static slipstream.contracts.config.Checks.present;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A product whose release is watched.
 *
 * @param id short name used in keys: lower-case letters, digits and hyphens
 * @param name the full name, unambiguous by itself
 * @param owner who makes it: its word is official; null when nobody in particular
 * @param aliases other names; one that is ambiguous counts only with {@code context}
 * @param context words of which one must stand in the item for an ambiguous alias to count
 * @param exclude names that look alike and are something else
 * @param not words that show, in the sentence of an ambiguous alias or just before it, that it
 *     means something else
 * @param descriptions other ways to speak of it ("the successor to ..."), with their conditions
 * @param milestone what is watched: release (default), production, unveiling, approval, entry into
 *     force ...: what is told of an approval is a release only where the approval is watched
 * @param fiscalYearStart month (1-12) in which the owner's fiscal year begins; null = unknown:
 *     fiscal periods have no window unless the text tells
 */
public record Subject(
    String id,
    String name,
    @Nullable String owner,
    List<String> aliases,
    List<String> context,
    List<String> exclude,
    List<String> not,
    List<Term> descriptions,
    String milestone,
    @Nullable Integer fiscalYearStart) {
  public Subject {
    checkId(id, "id");
    present(name, "name");
    aliases = aliases == null ? List.of() : List.copyOf(aliases);
    context = context == null ? List.of() : List.copyOf(context);
    exclude = exclude == null ? List.of() : List.copyOf(exclude);
    not = not == null ? List.of() : List.copyOf(not);
    descriptions = descriptions == null ? List.of() : List.copyOf(descriptions);
    milestone = milestone == null ? "release" : milestone;
    if (fiscalYearStart != null && (fiscalYearStart < 1 || fiscalYearStart > 12)) {
      throw new IllegalArgumentException("fiscalYearStart must be a month from 1 to 12");
    }
  }

  /** A subject whose aliases have no confusable neighbours and that is never described. */
  public Subject(
      String id,
      String name,
      @Nullable String owner,
      List<String> aliases,
      List<String> context,
      List<String> exclude,
      String milestone,
      @Nullable Integer fiscalYearStart) {
    this(
        id,
        name,
        owner,
        aliases,
        context,
        exclude,
        List.of(),
        List.of(),
        milestone,
        fiscalYearStart);
  }
}
