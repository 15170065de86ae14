using System.Text;
using System.Text.RegularExpressions;

namespace Shopify.Client;

/// <summary>
/// A condition in Shopify's search language, the text behind <c>query:</c> arguments. Each part quotes what it is given, so a shopper's
/// words cannot become operators or other fields. Instances do not change; parts are joined by AND.
/// </summary>
/// <seealso href="https://shopify.dev/docs/api/usage/search-syntax"/>
public sealed partial class ShopifySearch
{
    private const int MaxUserText = 100;
    private readonly string _text;

    private ShopifySearch(string text) => _text = text;

    /// <summary>No condition.</summary>
    public static ShopifySearch Everything { get; } = new(string.Empty);

    /// <summary>Products that are active and published to the online store.</summary>
    public static ShopifySearch Shoppable { get; } = Field("status", "active").And(Field("published_status", "published"));

    /// <summary>Whether there is no condition.</summary>
    public bool IsEmpty => _text.Length == 0;

    /// <summary>Whether this holds words to be ranked by relevance.</summary>
    public bool HasWords { get; private init; }

    /// <summary>A field with an exact value.</summary>
    /// <param name="name">The field, such as <c>tag</c>; Shopify ignores fields it does not know and says so in <see cref="ShopifyResponse{TData}.SearchWarnings"/>.</param>
    /// <param name="value">The value; quoted when it has to be.</param>
    /// <returns>The condition.</returns>
    /// <exception cref="ArgumentException">The name cannot be a field.</exception>
    public static ShopifySearch Field(string name, string value)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(value);
        if (!FieldName().IsMatch(name))
            throw new ArgumentException("A search field is made of lower-case letters, digits, '_', '-' and '.'.", nameof(name));
        return new($"{name}:{(PlainValue().IsMatch(value) ? value : Quote(value))}");
    }

    /// <summary>
    /// A shopper's words, each of which must occur; the last may be the beginning of a word. Operators, quotes and field separators lose
    /// their meaning, and only the first 100 characters count.
    /// </summary>
    /// <param name="userText">What the shopper wrote; null or without words gives <see cref="Everything"/>.</param>
    /// <returns>The condition.</returns>
    public static ShopifySearch Words(string? userText)
    {
        var words = Clean(userText).Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(static word => word.Replace("\"", string.Empty, StringComparison.Ordinal).Trim(':', '(', ')', '\'', '*', '-'))
            .Where(static word => word.Length > 0 && !IsOperator(word))
            .Select(Escape)
            .ToArray();
        return words.Length == 0 ? Everything : new(string.Join(' ', words) + "*") { HasWords = true };
    }

    /// <summary>Words that must stand together in this order. Only the first 100 characters count.</summary>
    /// <param name="userText">What the shopper wrote; null or blank gives <see cref="Everything"/>.</param>
    /// <returns>The condition.</returns>
    public static ShopifySearch Phrase(string? userText) =>
        Clean(userText) is { Length: > 0 } phrase ? new(Quote(phrase)) { HasWords = true } : Everything;

    /// <summary>Both conditions.</summary>
    /// <param name="other">The other one.</param>
    /// <returns>A condition that holds when both do.</returns>
    public ShopifySearch And(ShopifySearch other)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (other.IsEmpty)
            return this;
        return IsEmpty ? other : new($"{_text} {other._text}") { HasWords = HasWords || other.HasWords };
    }

    /// <summary>The condition in Shopify's search language; empty for <see cref="Everything"/>.</summary>
    /// <returns>The text for a <c>query:</c> argument, to be passed as a variable.</returns>
    public override string ToString() => _text;

    private static string Clean(string? text)
    {
        var clean = new StringBuilder(MaxUserText);
        foreach (var rune in (text ?? string.Empty).EnumerateRunes())
        {
            if (clean.Length + rune.Utf16SequenceLength > MaxUserText)
                break;
            if (Rune.IsWhiteSpace(rune) || Rune.IsControl(rune))
            {
                if (clean.Length > 0 && clean[^1] != ' ')
                    clean.Append(' ');
            }
            else
            {
                clean.Append(rune.ToString());
            }
        }

        return clean.ToString().Trim();
    }

    private static bool IsOperator(string word) => word is "AND" or "OR" or "NOT";

    private static string Escape(string word) => SpecialCharacter().Replace(word, @"\$0");

    private static string Quote(string value) => $"\"{value.Replace(@"\", @"\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";

    [GeneratedRegex(@"\A[a-z][a-z0-9_.\-]*\z", RegexOptions.CultureInvariant)]
    private static partial Regex FieldName();

    [GeneratedRegex(@"\A[A-Za-z0-9_][A-Za-z0-9_.\-]*\z", RegexOptions.CultureInvariant)]
    private static partial Regex PlainValue();

    [GeneratedRegex(@"[:\\()]", RegexOptions.CultureInvariant)]
    private static partial Regex SpecialCharacter();
}
